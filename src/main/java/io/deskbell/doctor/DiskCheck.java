package io.deskbell.doctor;

import io.deskbell.outbox.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether calls and events can be kept in the data folder: rights, room, and the database in it. Makes nothing. */
public final class DiskCheck implements Check {
    private static final String PART = "disk";
    private static final long MEGABYTE = 1 << 20;
    /** A year of a busy desk is some 20 MB; less room than this is somebody else's log about to fill the disk. */
    private static final long LITTLE = 200 * MEGABYTE;
    private static final long NONE = 5 * MEGABYTE;

    private final Path folder;
    private final Room room;

    /** How many bytes are free where a path is. Passed in: a test's disk is seldom full. */
    @FunctionalInterface
    interface Room {
        long at(Path path) throws IOException;
    }

    public DiskCheck(Path folder) {
        this(folder, path -> Files.getFileStore(path).getUsableSpace());
    }

    DiskCheck(Path folder, Room room) {
        this.folder = folder.toAbsolutePath();
        this.room = room;
    }

    @Override
    public List<Finding> look() {
        Path nearest = folder;
        while (!Files.exists(nearest)) nearest = nearest.getParent();
        Finding rights = rights(nearest);
        if (rights.mark() == Finding.Mark.BROKEN) return List.of(rights);
        List<Finding> findings = new ArrayList<>(List.of(rights));
        findings.add(room(nearest));
        database().ifPresent(findings::add);
        return findings;
    }

    /** @param nearest the folder, or what is there of the way to it */
    private Finding rights(Path nearest) {
        if (!Files.isDirectory(nearest)) {
            return Finding.broken(PART, nearest + " is a file: name another folder with --data");
        }
        if (!Files.isWritable(nearest)) {
            return Finding.broken(PART, "this user may not write to " + nearest + ": see to its rights, or name another"
                    + " folder with --data");
        }
        return Finding.well(PART, folder + (nearest.equals(folder) ? "" : ", made at the first start"));
    }

    private Finding room(Path nearest) {
        try {
            long free = room.at(nearest);
            String words = free / MEGABYTE + " MB free";
            if (free < NONE) return Finding.broken(PART, words + ": calls cannot be saved; make room on the disk");
            return free < LITTLE ? Finding.note(PART, words + ": make room on the disk") : Finding.well(PART, words);
        } catch (IOException unknown) {
            return Finding.note(PART, "how much room there is cannot be told: " + unknown.getMessage());
        }
    }

    private Optional<Finding> database() {
        try {
            return Inventory.of(folder).map(Inventory::damage).map(damage -> damage
                    .map(how -> Finding.broken(PART, "the database is damaged (" + how + "): start Deskbell anew; it"
                            + " puts the file aside, saves what waits, and begins another"))
                    .orElse(Finding.well(PART, "the database is sound")));
        } catch (IOException unreadable) {
            return Optional.of(Finding.broken(PART, "the database cannot be read: " + unreadable.getMessage()));
        }
    }
}
