package io.deskbell;

import io.deskbell.Playback.Played;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code deskbell replay FILE}: plays a recording and prints what came of it, numbers and all, since it is the user's
 * own file. Where the recording says what must come out, the difference is printed too.
 */
final class Replay {
    private Replay() {
    }

    /** Returns the exit code: 0, 1 when something else came out than must, 2 when the file cannot be read. */
    static int run(Path file, PrintStream out) throws InterruptedException {
        Recording recording;
        try {
            recording = RecordingReader.read(file);
        } catch (IOException unreadable) {
            out.println(file + ": " + unreadable.getMessage());
            return 2;
        }
        Played played = Playback.play(recording);
        played.all().forEach(out::println);
        boolean same = compare("events", recording.events(), played.events(), out)
                & compare("registrations", recording.registrations(), played.registrations(), out);
        return same ? 0 : 1;
    }

    private static boolean compare(String what, Optional<List<String>> expected, List<String> came, PrintStream out) {
        if (expected.isEmpty() || expected.get().equals(came)) return true;
        out.println("not the " + what + " that the recording expects:");
        List<String> missing = expected.get().stream().filter(line -> !came.contains(line)).toList();
        List<String> extra = came.stream().filter(line -> !expected.get().contains(line)).toList();
        missing.forEach(line -> out.println("  missing  " + line));
        extra.forEach(line -> out.println("  extra    " + line));
        if (missing.isEmpty() && extra.isEmpty()) out.println("  the same lines in another order or number");
        return false;
    }
}
