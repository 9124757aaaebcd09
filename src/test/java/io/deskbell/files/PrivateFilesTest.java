package io.deskbell.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its folders are the user's own by themselves")
class PrivateFilesTest {
    private static final String MINE = "rw-------";

    @TempDir
    private Path folder;

    @Test
    void whatIsMadeIsItsOwnersAlone() throws IOException {
        Path made = folder.resolve("made");
        PrivateFiles.folder(made);
        PrivateFiles.create(made.resolve("created"));
        PrivateFiles.claim(made.resolve("claimed"));
        PrivateFiles.touch(made.resolve("touched"));
        PrivateFiles.replace(made.resolve("replaced"), "x".getBytes(UTF_8));
        PrivateFiles.write(made.resolve("below").resolve("written"), "x".getBytes(UTF_8));
        assertEquals("rwx------", rights(made));
        assertEquals("rwx------", rights(made.resolve("below")));
        assertEquals(List.of("claimed " + MINE, "created " + MINE, "replaced " + MINE, "touched " + MINE,
                "written " + MINE), files());
    }

    @Test
    void whatWasThereForAllIsItsOwnersOnceItIsClaimedOrReplacedAndKeepsItsContent() throws IOException {
        Path claimed = forAll("claimed");
        Path replaced = forAll("replaced");
        PrivateFiles.claim(claimed);
        PrivateFiles.replace(replaced, "new".getBytes(UTF_8));
        assertEquals(List.of("claimed " + MINE, "replaced " + MINE), files());
        assertEquals(List.of("old", "new"), List.of(Files.readString(claimed), Files.readString(replaced)));
    }

    @Test
    void nothingThatIsThereIsCreatedAnew() throws IOException {
        Path there = forAll("there");
        assertThrows(FileAlreadyExistsException.class, () -> PrivateFiles.create(there));
        PrivateFiles.touch(there);
        assertEquals("old", Files.readString(there));
    }

    private Path forAll(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        return file;
    }

    /** Each with its rights, by name. */
    private List<String> files() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted((one, other) ->
                    one.getFileName().compareTo(other.getFileName())).toList();
        }
        List<String> seen = new ArrayList<>();
        for (Path file : files) seen.add(file.getFileName() + " " + rights(file));
        return seen;
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
