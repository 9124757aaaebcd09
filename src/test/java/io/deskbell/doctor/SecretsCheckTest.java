package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskbell.desktop.SecretStore;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsCheckTest {
    @TempDir
    private Path folder;

    @Test
    void whereEachIsKeptIsToldAndNeverTheValue() throws Exception {
        SecretStore store = SecretStore.inFiles(folder.resolve("secrets"));
        store.keep("inbox.api_key", "Rosebud1941");
        List<Finding> found = new SecretsCheck(store, List.of("inbox.api_key", "sip.password"), List.of()).look();
        assertEquals(List.of(Finding.Mark.WELL, Finding.Mark.NOTE), found.stream().map(Finding::mark).toList());
        assertTrue(found.getFirst().words().contains("inbox.api_key: in a file that only you may read"));
        assertFalse(found.toString().contains("Rosebud"));
    }

    @Test
    void aFileThatOthersCanReadIsWorthANote() throws IOException, InterruptedException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path file = Files.writeString(folder.resolve("config.ini"), "");
        assertEquals(Finding.Mark.NOTE, look(file, "rw-r--r--", false).mark());
        assertEquals(Finding.Mark.WELL, look(file, "rw-------", false).mark());
    }

    /** Who took the others' rights away there would leave the agents without a configuration. */
    @Test
    void ofTheMachinesFileNobodyIsToldToTakeRightsAway() throws IOException, InterruptedException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path file = Files.writeString(folder.resolve("config.ini"), "");
        assertEquals("note  secrets    inbox.api_key: in " + file + ", which all users of this computer read: where"
                + " none may see it, leave it out there; each user then stores it: deskbell secret set inbox.api_key",
                look(file, "rw-r--r--", true).toString());
        assertEquals(Finding.Mark.WELL, look(file, "rw-------", true).mark());
    }

    private Finding look(Path file, String rights, boolean everybodys) throws IOException, InterruptedException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        return new SecretsCheck(SecretStore.inFiles(folder), List.of("inbox.api_key"),
                List.of(new SecretsCheck.Written("inbox.api_key", file, everybodys))).look().getFirst();
    }
}
