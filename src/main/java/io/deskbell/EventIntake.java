package io.deskbell;

import io.deskbell.desktop.Reply;
import io.deskbell.source.intake.Answer;
import io.deskbell.source.intake.IntakeSource;
import io.deskbell.source.intake.Telling;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes {@code deskbell event}: names and values in any order, values may be empty, and a hook that adds the number by
 * itself adds it last. Also the old command line of the 3CX Assistant, {@code /N:S /C:0612345678 /T:I /I:17}.
 */
final class EventIntake {
    static final String USAGE = """
            deskbell event --state STATE [NAME VALUE ...], or deskbell-event with the same

              --state             ringing, connected, held, ended, missed and their like
              --direction         inbound or outbound
              --number, --name    of the other end
              --id                tells calls apart
              --local, --device, --to, --from, --filter
                                  the number called, the phone, who the call went to and came from, a filter's value
              --source            the softphone that tells, such as microsip; generic when it is left out
            """;

    private final Supplier<Optional<IntakeSource>> source;

    /** @param source the intake of now: settings may have changed it */
    EventIntake(Supplier<Optional<IntakeSource>> source) {
        this.source = source;
    }

    Reply take(List<String> words) {
        Optional<IntakeSource> intake = source.get();
        if (intake.isEmpty()) {
            return new Reply(Main.WRONG_USAGE, "config.ini [phone] source: add intake, or nobody takes the event");
        }
        Telling telling = telling(words);
        return reply(intake.get().take(telling.sender(), telling));
    }

    /** What is wrong with the words, whether or not Deskbell runs. */
    static Optional<Reply> refusal(List<String> words) {
        Telling telling = telling(words);
        return IntakeSource.refusal(telling.sender(), telling).map(EventIntake::reply);
    }

    static boolean asksForHelp(List<String> words) {
        return words.equals(List.of("--help")) || words.equals(List.of("-h"));
    }

    private static Telling telling(List<String> words) {
        Map<String, String> values = values(words);
        return new Telling(values, new byte[0], values.getOrDefault("source", "generic"));
    }

    private static Reply reply(Answer answer) {
        int failed = answer.status() == 503 ? Main.FAILED : Main.WRONG_USAGE;
        return answer.isTaken() ? new Reply(Main.DONE, "") : new Reply(failed, answer.words());
    }

    static Map<String, String> values(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean named = word.startsWith("--") && word.length() > 2;
            int equals = word.indexOf('=');
            if (named && equals > 0) {
                values.put(name(word.substring(2, equals)), word.substring(equals + 1));
            } else if (named) {
                boolean follows = i + 1 < words.size() && !words.get(i + 1).startsWith("--");
                values.put(name(word.substring(2)), follows ? words.get(++i) : "");
            } else if (word.matches("/[A-Za-z]:.*")) {
                assistant(word.charAt(1), word.substring(3), values);
            } else if (!word.isBlank()) {
                values.merge("number", word, (before, late) -> before.isBlank() ? late : before);
            }
        }
        return values;
    }

    /** The 3CX CRM command line: notification Start, Connect or End; caller; type Inbound or Outbound; call id. */
    private static void assistant(char option, String value, Map<String, String> values) {
        values.putIfAbsent("source", "3cx-assistant");
        switch (Character.toUpperCase(option)) {
            case 'N' -> values.put("state", switch (value.toUpperCase(Locale.ROOT)) {
                case "S" -> "ringing";
                case "C" -> "connected";
                case "E" -> "ended";
                default -> value;
            });
            case 'C' -> values.put("number", value);
            case 'T' -> values.put("direction", value);
            case 'I' -> values.put("id", value);
            default -> { } // What later versions may add.
        }
    }

    private static String name(String written) {
        return written.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
