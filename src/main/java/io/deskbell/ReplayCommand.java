package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.config.InboxSettings;
import io.deskbell.sandbox.Sandbox;
import io.deskbell.source.Waiting;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code deskbell replay FILE [--real | --pace N] [--register]}: plays a recording through the whole companion and
 * prints what came of it, numbers and all, since it is the user's own file. Where the recording says what must come
 * out, the difference is printed too. Only with {@code --register} does the real Agent Inbox hear of it.
 */
final class ReplayCommand {
    private static final String KEY = "replay";
    private static final int FASTEST = 1_000_000;

    private final CommandLine line;
    private final PrintStream out;

    ReplayCommand(CommandLine line, PrintStream out) {
        this.line = line;
        this.out = out;
    }

    /** What was asked for. */
    private record Wish(Path file, int timesAsFast, boolean register) {
    }

    /** Returns the exit code: 0, 1 when something else came out than must, 2 when the file cannot be read. */
    int run() throws CommandLine.UsageException, ConfigException, IOException, InterruptedException {
        Wish wish = wish(line.rest());
        Optional<InboxSettings> real = wish.register()
                ? Optional.of(ConfigFiles.of(line).load().inbox()) : Optional.empty();
        try {
            Recording recording = RecordingReader.read(wish.file());
            return real.isPresent() ? play(recording, wish, real.get()) : playInSandbox(recording, wish);
        } catch (RecordingException unreadable) {
            out.println(wish.file() + ": " + unreadable.getMessage());
            return Main.WRONG_USAGE;
        }
    }

    private int playInSandbox(Recording recording, Wish wish)
            throws ConfigException, IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.start(KEY, 0)) {
            return play(recording, wish, RecordedDesk.inbox(sandbox.address(), KEY));
        }
    }

    private int play(Recording recording, Wish wish, InboxSettings inbox)
            throws ConfigException, IOException, InterruptedException {
        out.println(wish.register() ? "registers with " + inbox.apiUrl() + ", as extension "
                + recording.head().extension() : "into an Agent Inbox of its own; nothing is registered elsewhere");
        return PassingFolder.run("deskbell-replay", folder -> {
            Replay replay = new Replay(recording,
                    new Pace(wish.timesAsFast(), Clock.systemUTC(), Waiting.REAL), out);
            boolean delivered = replay.run(config(recording, inbox, folder), line.data().orElse(folder));
            boolean same = compare("events", recording.events(), replay.events())
                    & compare("registrations", recording.registrations(), replay.registrations());
            return delivered && same ? Main.DONE : Main.FAILED;
        });
    }

    private static Config config(Recording recording, InboxSettings inbox, Path folder) throws IOException {
        try {
            return RecordedDesk.config(recording, inbox, folder);
        } catch (ConfigException wrong) {
            throw new RecordingException(wrong.getMessage(), wrong);
        }
    }

    private boolean compare(String what, Optional<List<String>> expected, List<String> came) {
        if (expected.isEmpty() || expected.get().equals(came)) return true;
        out.println("not the " + what + " that the recording expects:");
        List<String> missing = expected.get().stream().filter(one -> !came.contains(one)).toList();
        List<String> extra = came.stream().filter(one -> !expected.get().contains(one)).toList();
        missing.forEach(one -> out.println("  missing  " + one));
        extra.forEach(one -> out.println("  extra    " + one));
        if (missing.isEmpty() && extra.isEmpty()) out.println("  the same lines in another order or number");
        return false;
    }

    private static Wish wish(List<String> typed) throws CommandLine.UsageException {
        List<String> words = new ArrayList<>(typed);
        boolean register = words.remove("--register");
        int timesAsFast = words.remove("--real") ? 1 : pace(words);
        if (words.size() != 1 || words.getFirst().startsWith("--")) {
            throw new CommandLine.UsageException(
                    "replay wants the one file to play, and may have --real or --pace N, and --register");
        }
        return new Wish(path(words.getFirst()), timesAsFast, register);
    }

    /** 0 where none is named: no waiting at all. */
    private static int pace(List<String> words) throws CommandLine.UsageException {
        int at = words.indexOf("--pace");
        if (at < 0) return 0;
        words.remove(at);
        String number = at < words.size() ? words.remove(at) : "";
        int pace = number.matches("[0-9]{1,7}") ? Integer.parseInt(number) : 0;
        if (pace < 1 || pace > FASTEST) {
            throw new CommandLine.UsageException("--pace wants how many times as fast, such as 10");
        }
        return pace;
    }

    private static Path path(String word) throws CommandLine.UsageException {
        try {
            return Path.of(word);
        } catch (InvalidPathException impossible) {
            throw new CommandLine.UsageException(word + ": not a file name");
        }
    }
}
