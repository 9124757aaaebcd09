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
        LogSetup.level(words.get(1), words.get(2));
        return new Reply(Main.DONE, words.get(1) + " logs " + words.get(2).toLowerCase(Locale.ROOT)
                + " until Deskbell ends or its configuration changes");
    }

    /** What is wrong with the words, whether or not Deskbell runs. */
    static Optional<Reply> refusal(List<String> words) {
        boolean understood = words.size() == 3 && LogSettings.isRoom(words.get(1))
                && LogSettings.LEVELS.contains(words.get(2).toLowerCase(Locale.ROOT));
        return understood ? Optional.empty() : Optional.of(new Reply(Main.WRONG_USAGE,
                "log wants a room such as source.sip, or all, and a level: " + String.join(", ", LogSettings.LEVELS)));
    }
}
