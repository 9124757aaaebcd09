package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCheckTest {
    @TempDir
    private Path folder;

    private static List<Finding> look(Path data) {
        return new FolderCheck(data).look();
    }

    @Test
    void aFolderThatCanBeWrittenIsWell() {
        assertEquals(List.of(Finding.well("data folder", folder.toString())), look(folder));
    }

    @Test
    void oneThatIsNotThereYetIsNotMade() {
        Path later = folder.resolve("a").resolve("b");
        assertEquals(List.of(Finding.well("data folder", later + ", made at the first start")), look(later));
        assertFalse(Files.exists(folder.resolve("a")));
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        List<Finding> expected = List.of(Finding.broken("data folder", file
                + " is a file: name another folder with --data"));
        assertEquals(expected, look(file));
        assertEquals(expected, look(file.resolve("data")));
    }
}
