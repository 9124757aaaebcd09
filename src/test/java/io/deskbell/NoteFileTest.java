package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NoteFileTest {
    @TempDir
    Path folder;

    @Test
    void whatWasNotedIsThereAfterARestartAndGoesWhenNothingIsLeft() {
        new NoteFile(folder, "voipgrid").write(List.of("c-1 0612345678", "c-2 0201234567"));
        NoteFile again = new NoteFile(folder, "voipgrid");
        assertEquals(List.of("c-1 0612345678", "c-2 0201234567"), again.read());
        assertEquals(List.of(), new NoteFile(folder, "another").read());
        again.write(List.of());
        assertEquals(List.of(), again.read());
        assertFalse(Files.exists(folder.resolve("voipgrid.notes")));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void nobodyElseMayReadIt() throws Exception {
        new NoteFile(folder, "voipgrid").write(List.of("c-1 0612345678"));
        assertEquals("rw-------", PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("voipgrid.notes"))));
    }

    @Test
    void aFolderThatIsNotThereIsNotFelt() {
        NoteFile notes = new NoteFile(folder.resolve("gone"), "voipgrid");
        notes.write(List.of("c-1 0612345678"));
        assertEquals(List.of(), notes.read());
    }
}
