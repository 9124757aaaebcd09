package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskCheckTest {
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void aFolderThatCanBeWrittenIsWell() {
        assertEquals(List.of(Finding.well("disk", folder.toString()), Finding.well("disk", "5000 MB free")),
                look(folder, 5_000));
    }

    @Test
    void oneThatIsNotThereYetIsNotMade() {
        Path later = folder.resolve("a").resolve("b");
        assertEquals(Finding.well("disk", later + ", made at the first start"), look(later, 5_000).getFirst());
        assertFalse(Files.exists(folder.resolve("a")));
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        List<Finding> expected = List.of(Finding.broken("disk", file
                + " is a file: name another folder with --data"));
        assertEquals(expected, look(file, 5_000));
        assertEquals(expected, look(file.resolve("data"), 5_000));
    }

    @Test
    void aDiskThatFillsUpIsTold() {
        assertEquals(Finding.note("disk", "100 MB free: make room on the disk"), look(folder, 100).getLast());
        assertEquals(Finding.broken("disk", "1 MB free: calls cannot be saved; make room on the disk"),
                look(folder, 1).getLast());
    }

    @Test
    void aDatabaseThatIsNoneIsToldAndLeftAlone() throws IOException {
        Path database = Files.writeString(folder.resolve("deskbell.db"), "no database at all, and never was one. "
                .repeat(100));
        assertEquals(Finding.Mark.BROKEN, look(folder, 5_000).getLast().mark());
        assertEquals(3_900, Files.size(database));
    }

    private static List<Finding> look(Path data, long megabytes) {
        return new DiskCheck(data, path -> megabytes * MEGABYTE).look();
    }
}
