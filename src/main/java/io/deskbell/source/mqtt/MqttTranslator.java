package io.deskbell.source.mqtt;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Translator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads letters and the relays' standing. Every report bears the moment at which the thing happened, however late it
 * comes; twins, and what its call's end has overtaken, are dropped.
 */
public final class MqttTranslator implements Translator {
    public static final String LETTER = "letter";
    public static final String STATUS = "relay";
    private static final Logger LOG = LoggerFactory.getLogger(MqttTranslator.class);

    private final Foreign foreign;
    private final Relays relays = new Relays();
    private final Delivered delivered = new Delivered();
    private boolean laterVersionSaid;

    /** Reads a telephone system's own words, as the source that is told them directly would. */
    @FunctionalInterface
    public interface Foreign {
        /**
         * @param by whose words
         * @param body octet by octet in Latin-1
         */
        void told(String by, String body, Instant at, PhoneListener listener) throws InterruptedException;
    }

    public MqttTranslator(Foreign foreign) {
        this.foreign = foreign;
    }

    @Override
    public void lineUp() {
        // The broker has kept what came in the meantime.
    }

    @Override
    public boolean came(String kind, String text, Instant at, PhoneListener listener) throws InterruptedException {
        String utf8 = new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        try {
            switch (kind) {
                case LETTER -> letter(utf8, at, listener);
                case STATUS -> standing(Wire.status(utf8), at, listener);
                default -> throw new IllegalArgumentException(kind + ": not one of " + LETTER + ", " + STATUS);
            }
        } catch (IllegalArgumentException unreadable) {
            if (!kind.equals(LETTER) && !kind.equals(STATUS)) throw unreadable;
            LOG.warn("not read: what came by way of the broker is no relay's: {}", unreadable.getMessage());
        }
        return false;
    }

    /** See {@link Relays#lacking}. */
    Optional<RelayStatus> lacking(Instant now) {
        return relays.lacking(now);
    }

    /** To be asked now and then: see {@link Relays#look}. */
    void look(Instant now, PhoneListener listener) throws InterruptedException {
        for (Letter kept : relays.look(now)) tell(kept, listener);
    }

    private void standing(RelayStatus status, Instant now, PhoneListener listener) throws InterruptedException {
        for (Letter kept : relays.heard(status, now)) tell(kept, listener);
    }

    private void letter(String text, Instant now, PhoneListener listener) throws InterruptedException {
        Optional<Letter> read = Wire.letter(text);
        if (read.isEmpty()) {
            if (!laterVersionSaid) LOG.warn("the relay is newer than this Deskbell, which does not understand all it"
                    + " says: update this computer");
            laterVersionSaid = true;
            return;
        }
        Letter letter = read.get();
        if (!delivered.isNew(letter.envelope().id())) return;
        List<Letter> all = letter instanceof Letter.Told ? List.of(letter) : relays.came(letter, now);
        for (Letter next : all) tell(next, listener);
    }

    private void tell(Letter letter, PhoneListener listener) throws InterruptedException {
        Instant at = letter.envelope().at();
        switch (letter) {
            case Letter.Told told -> {
                if (delivered.isBeforeTheEnd(told.call(), at)) return;
                boolean first = delivered.isFirstOf(told.call());
                if (told.over()) delivered.over(told.call(), at);
                foreign.told(told.by(), latin1(told.body()), at, listener);
                if (first && told.over()) listener.report(endOf(told.call(), at));
            }
            case Letter.Reported reported -> report(reported.report(), listener);
            case Letter.Calls calls -> listener.snapshot(calls.reports(), at);
            case Letter.LineUp up -> listener.watching();
        }
    }

    /** Of a call from before this program started: who reads the words does not know it, the desk may. */
    private static CallReport endOf(String call, Instant at) {
        return CallReport.of(CallKey.shared(call), CallState.ENDED, at);
    }

    private void report(CallReport report, PhoneListener listener) throws InterruptedException {
        String call = report.key().value();
        if (delivered.isBeforeTheEnd(call, report.at())) return;
        if (report.state() == CallState.ENDED) delivered.over(call, report.at());
        listener.report(report);
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
