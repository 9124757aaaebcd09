package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.source.Translator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a kind of phone is recorded and replayed.
 *
 * @param kinds of things on its tape, as its translator reads them
 * @param settings it adds to the head of a recording
 * @param head the values of those settings here and now; empty ones are left out
 * @param translator made anew for each phone in a recording
 */
record Taping(List<String> kinds, List<String> settings, Function<Config, Map<String, String>> head,
              Function<RecordingHead, Translator> translator) {
    Taping {
        kinds = List.copyOf(kinds);
        settings = List.copyOf(settings);
    }

    /** That needs nothing but the desk. */
    Taping(List<String> kinds, Function<RecordingHead, Translator> translator) {
        this(kinds, List.of(), config -> Map.of(), translator);
    }
}
