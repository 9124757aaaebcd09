package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.config.TapeSettings;
import io.deskbell.source.Pseudonyms;
import io.deskbell.source.Tape;
import io.deskbell.source.TapeFile;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What comes in from the phones of a configuration, written down where {@code record} says so. */
final class Tapes {
    /** For whoever looks at the phones and leaves the recordings of the one that watches alone. */
    static final Tapes NONE = new Tapes();

    private final Map<String, Tape> tapes = new HashMap<>();

    private Tapes() {
    }

    /** Sources that name the same file are recorded together. A file is begun when the first line comes up. */
    static Tapes of(Config config, Clock clock) {
        Map<Path, List<String>> files = config.tapes().keySet().stream().sorted()
                .collect(Collectors.groupingBy(source -> config.tapes().get(source).file()));
        Tapes tapes = new Tapes();
        files.forEach((file, sources) -> {
            Map<String, String> heads = new HashMap<>();
            sources.forEach(source -> heads.putAll(PhoneSources.taping(source).head().apply(config)));
            boolean masked = sources.stream().map(config.tapes()::get).anyMatch(TapeSettings::masked);
            TapeFile tape = new TapeFile(file, RecordingHead.text(config, heads),
                    masked ? new Pseudonyms() : UnaryOperator.identity(), clock);
            sources.forEach(source -> tapes.tapes.put(source, tape.of(source)));
        });
        return tapes;
    }

    Tape of(String source) {
        return tapes.getOrDefault(source, Tape.NONE);
    }
}
