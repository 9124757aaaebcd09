package io.deskbell;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What was typed: {@code deskbell [--config FILE] [--data DIR] [--headless] [COMMAND ...]}. The three options may stand
 * before or after the command; all else behind the command belongs to it.
 */
record CommandLine(Optional<Path> config, Optional<Path> data, boolean headless, String command, List<String> rest) {
    /** The command when none is named. */
    static final String RUN = "run";
    static final List<String> COMMANDS = List.of("demo", "dial", "doctor", "event", "log", "phones",
            "policy-templates", "reference", "relay", "replay", "sample-config", "secret", "support-bundle");
    private static final Set<String> MORE_WORDS = Set.of("demo", "dial", "doctor", "event", "log", "phones",
            "policy-templates", "reference", "relay", "replay", "secret", "support-bundle");
    /** The command for a link to a telephone, which the system hands over as the only argument. */
    static final String LINK = "link";
    private static final Pattern TELEPHONE = Pattern.compile("(?is)(?:tel|callto|sips?):.*");
    static final String USAGE = """
            deskbell [--config FILE] [--data DIR] [--headless] [COMMAND]

              (no command)        watch the phone and register its calls
              demo                the whole program with a simulated phone and an Agent Inbox of its own
                                  [--fast] without the pauses of a real day
              dial NUMBER         have the phone call a number, by way of the Deskbell that runs
              tel:NUMBER          the same for a link, asking first; also callto:
              doctor              look at every part and say what to mend; --json for programs
              event NAME VALUE    hand what a softphone tells to the running Deskbell: --source microsip
                                  --state ringing --direction inbound --id ... --number ...
              phones [MAKE]       what to enter at a phone of that make so that it tells of its calls;
                                  phones microsip --write FILE enters it
              support-bundle [FILE]
                                  put log, masked configuration and diagnosis into a zip file, shown before it is
                                  written; [--yes] without asking, [--with-recordings] of the phone too
              log ROOM LEVEL      have the running one log more or less: log source.sip debug
              policy-templates FOLDER
                                  write the administrative templates (ADMX) for Windows' group policies
              relay               on a server of yours: take calls for all desks, as [relay] in the configuration
                                  says, and tell each desk its own; --check says what is wrong with it
              reference PAGE      print the page about configuration, or log
              replay FILE         play a recording of a phone through the whole program, into an Agent Inbox of
                                  its own, and print what comes of it; [--real] in its own time, [--pace N] so many
                                  times as fast, [--register] into the configured Agent Inbox
              sample-config       print a configuration with every key explained
              secret set KEY      keep a key or password out of the configuration; also remove KEY, and list

              --config FILE       read this configuration over the machine's and the user's
              --data DIR          keep calls and events here
              --headless          no window: log to the console
              --help, --version
            """;

    CommandLine {
        rest = List.copyOf(rest);
    }

    /** Something typed makes no sense; the message is a line for the person who typed it. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String words) {
            super(words);
        }
    }

    static CommandLine parse(String... typed) throws UsageException {
        Deque<String> words = new ArrayDeque<>(List.of(typed));
        Optional<Path> config = Optional.empty();
        Optional<Path> data = Optional.empty();
        boolean headless = false;
        String command = RUN;
        List<String> rest = new ArrayList<>();
        while (!words.isEmpty()) {
            String word = words.pop();
            boolean told = command.equals("event"); // All behind it is the hook's, which may say --data or -h itself.
            switch (told ? "" : word) {
                case "--config" -> config = Optional.of(path(word, words));
                case "--data" -> data = Optional.of(path(word, words));
                case "--headless" -> headless = true;
                case "--help", "-h", "--version" -> {
                    return new CommandLine(config, data, headless, word.equals("-h") ? "--help" : word, List.of());
                }
                default -> {
                    boolean link = command.equals(RUN) && TELEPHONE.matcher(word).matches();
                    if (link || !command.equals(RUN)) rest.add(word);
                    if (command.equals(RUN)) command = link ? LINK : known(word);
                    if (link) { // Whoever wrote the link may have written what follows: none of it is an option.
                        rest.addAll(words);
                        words.clear();
                    }
                }
            }
        }
        boolean tooMuch = command.equals(LINK) ? rest.size() > 1 : !rest.isEmpty() && !MORE_WORDS.contains(command);
        if (tooMuch) {
            throw new UsageException(rest.getLast() + ": nothing more can follow " + command
                    + "; try deskbell --help");
        }
        return new CommandLine(config, data, headless, command, rest);
    }

    private static String known(String word) throws UsageException {
        if (COMMANDS.contains(word)) return word;
        String what = word.startsWith("-") ? "no such option" : "no such command";
        throw new UsageException(word + ": " + what + "; try deskbell --help");
    }

    private static Path path(String option, Deque<String> words) throws UsageException {
        String word = words.isEmpty() ? "" : words.pop();
        if (word.isEmpty()) throw new UsageException(option + " wants a path behind it");
        try {
            return Path.of(word);
        } catch (InvalidPathException impossible) { // On Windows no path has a question mark in it.
            throw new UsageException(option + " " + word + ": not a path");
        }
    }
}
