package io.deskbell;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** What the system refused, in words: most of Java's own say no more than the path. */
final class FileTrouble {
    private FileTrouble() {
    }

    static String words(IOException failed) {
        if (!(failed instanceof FileSystemException refused)) {
            return Optional.ofNullable(failed.getMessage()).orElse(failed.getClass().getSimpleName());
        }
        String why = switch (refused) {
            case NoSuchFileException missing -> "no such file or folder";
            case AccessDeniedException denied -> "this user may not do that there";
            case FileAlreadyExistsException taken -> "something else is there already";
            default -> Optional.ofNullable(refused.getReason()).orElse(refused.getClass().getSimpleName());
        };
        return Optional.ofNullable(refused.getFile()).orElse("a file") + ": " + why + "; name another place";
    }
}
