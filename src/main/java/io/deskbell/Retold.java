package io.deskbell;

import io.deskbell.source.PhoneListener;
import io.deskbell.source.Translator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells listeners what once came in, by way of each source's own translator. Not thread safe. */
final class Retold {
    /** By phone and source: a recording made by hand may call the phones of two sources by one name. */
    private final Map<String, Map<String, Translator>> translators = new LinkedHashMap<>();

    Retold(Recording recording) {
        for (RecordedInput input : recording.inputs()) {
            if (!(input instanceof RecordedInput.Came came)) continue;
            translators.computeIfAbsent(came.phone(), phone -> new LinkedHashMap<>())
                    .computeIfAbsent(came.source(), source -> PhoneSources.taping(source).translator()
                            .apply(recording.head()));
        }
    }

    /**
     * @param listener hears what that input's phone tells
     * @return whether the phone would now be asked for all its calls again
     * @throws RecordingException where what came in cannot be what it is called
     */
    boolean tell(RecordedInput input, PhoneListener listener) throws RecordingException, InterruptedException {
        switch (input) {
            case RecordedInput.LineUp up -> {
                translators.getOrDefault(up.phone(), Map.of()).values().forEach(Translator::lineUp);
                listener.watching();
            }
            case RecordedInput.Told told -> listener.report(told.report());
            case RecordedInput.AllCalls all -> listener.snapshot(all.reports(), all.at());
            case RecordedInput.Came came -> {
                return translated(came, listener);
            }
            case RecordedInput.Silence ignored -> { } // Time has passed by now.
        }
        return false;
    }

    private boolean translated(RecordedInput.Came came, PhoneListener listener)
            throws RecordingException, InterruptedException {
        try {
            return translators.get(came.phone()).get(came.source()).came(came.kind(), came.text(), came.at(), listener);
        } catch (IllegalArgumentException wrong) {
            throw new RecordingException(came.line(), wrong.getMessage());
        }
    }
}
