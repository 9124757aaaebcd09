package io.deskbell.source;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Plays what is on a tape to the readings that live lines use. A line that was lost in the midst is up again later. */
public final class ReadingTranslator implements Translator {
    private final Map<String, Reading> readings;

    /** @param readings by kind */
    public ReadingTranslator(Map<String, Reading> readings) {
        this.readings = Map.copyOf(readings);
    }

    @Override
    public void lineUp() {
        readings.values().forEach(Reading::lineUp);
    }

    @Override
    public boolean came(String kind, String text, Instant at, PhoneListener listener) throws InterruptedException {
        Reading reading = readings.get(kind);
        if (reading == null) {
            throw new IllegalArgumentException(kind + ": not one of " + String.join(", ", readings.keySet()));
        }
        try {
            reading.take(new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), at, listener);
        } catch (LineLostException nothingReported) {
            return false;
        }
        return false;
    }
}
