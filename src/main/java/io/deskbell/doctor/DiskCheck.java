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
            return DoctorReason.DISK_IS_FILE.found(nearest);
        }
        if (!Files.isWritable(nearest)) {
            return DoctorReason.DISK_NOT_OURS.found(nearest);
        }
        return (nearest.equals(folder) ? DoctorReason.DISK_FOLDER : DoctorReason.DISK_FOLDER_LATER).found(folder);
    }

    private Finding room(Path nearest) {
        try {
            long free = room.at(nearest);
            DoctorReason much = free < NONE ? DoctorReason.DISK_FULL
                    : free < LITTLE ? DoctorReason.DISK_LITTLE : DoctorReason.DISK_ROOM;
            return much.found(free / MEGABYTE);
        } catch (IOException unknown) {
            return DoctorReason.DISK_UNKNOWN.found(unknown.getMessage());
        }
    }

    private Optional<Finding> database() {
        try {
            return Inventory.of(folder).map(Inventory::damage).map(damage -> damage
                    .map(DoctorReason.DATABASE_DAMAGED::found).orElseGet(DoctorReason.DATABASE_SOUND::found));
        } catch (IOException unreadable) {
            return Optional.of(DoctorReason.DATABASE_SHUT.found(unreadable.getMessage()));
        }
    }
}
