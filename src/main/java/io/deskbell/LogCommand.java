package io.deskbell;

import io.deskbell.config.LogSettings;
import io.deskbell.desktop.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code deskbell log ROOM LEVEL}, as the running program understands it. */
final class LogCommand {
    static final String WORD = "log";

    private LogCommand() {
    }

    /** @param words with {@value #WORD} in front: whoever typed them, so not to be trusted */
    static Reply answer(List<String> words) {
        Optional<Reply> refusal = refusal(words);
        if (refusal.isPresent()) return refusal.get();
        String room = words.get(1).toLowerCase(Locale.ROOT);
        String level = words.get(2).toLowerCase(Locale.ROOT);
        LogSetup.level(room, level);
        return new Reply(Main.DONE, room + " logs " + level + " until Deskbell ends or its configuration changes");
    }

    /** What is wrong with the words, whether or not Deskbell runs. */
    static Optional<Reply> refusal(List<String> words) {
        Optional<String> fault = words.size() == 3 ? LogSettings.fault(words.get(1), words.get(2))
                : Optional.of("log wants a room such as source.sip, or all, and a level: "
                        + String.join(", ", LogSettings.LEVELS));
        return fault.map(what -> new Reply(Main.WRONG_USAGE, what));
    }
}
