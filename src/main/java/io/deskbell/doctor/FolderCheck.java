package io.deskbell.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether calls and events can be kept in the data folder. Makes nothing: it looks at what is there. */
public final class FolderCheck implements Check {
    private static final String PART = "data folder";

    private final Path folder;

    public FolderCheck(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @Override
    public List<Finding> look() {
        Path nearest = folder;
        while (!Files.exists(nearest)) nearest = nearest.getParent();
        return List.of(judge(nearest));
    }

    /** @param nearest the folder, or what is there of the way to it */
    private Finding judge(Path nearest) {
        if (!Files.isDirectory(nearest)) {
            return Finding.broken(PART, nearest + " is a file: name another folder with --data");
        }
        if (!Files.isWritable(nearest)) {
            return Finding.broken(PART, "this user may not write to " + nearest + ": see to its rights, or name another"
                    + " folder with --data");
        }
        return Finding.well(PART, folder + (nearest.equals(folder) ? "" : ", made at the first start"));
    }
}
