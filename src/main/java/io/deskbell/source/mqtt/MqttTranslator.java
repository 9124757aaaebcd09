package io.deskbell.source.mqtt;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.source.ForwardingListener;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Translator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

    private final Supplier<Foreign> readers;
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

    /** @param readers makes one that has read nothing yet */
    public MqttTranslator(Supplier<Foreign> readers) {
        this.readers = readers;
        this.foreign = readers.get();
    }

    /** Whether this ends a call, and may have overtaken what another relay was told of it before. */
    public static boolean mayHaveOvertaken(String kind, String text) {
        try {
            return kind.equals(LETTER) && Wire.letter(text)
                    .filter(letter -> letter instanceof Letter.Told told && told.over()).isPresent();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
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
                case LETTER -> letter(utf8, at, new Noting(listener));
                case STATUS -> standing(Wire.status(utf8), at, new Noting(listener));
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
        for (Letter kept : relays.look(now)) tell(kept, new Noting(listener));
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
                Optional<Instant> end = delivered.endOf(told.call()).filter(over -> !at.isAfter(over));
                if (end.isPresent()) {
                    afterTheEnd(told, end.get(), listener);
                    return;
                }
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

    /**
     * A relay that was cut off tells now what came before the end. That this desk answered the call counts however late
     * it is told; as read by somebody who does not know that the call is over.
     */
    private void afterTheEnd(Letter.Told told, Instant end, PhoneListener listener) throws InterruptedException {
        readers.get().told(told.by(), latin1(told.body()), told.envelope().at(), new AfterTheEnd(listener, end));
    }

    /** Of a call from before this program started: who reads the words does not know it, the desk may. */
    private static CallReport endOf(String call, Instant at) {
        return CallReport.of(CallKey.shared(call), CallState.ENDED, at);
    }

    private void report(CallReport report, PhoneListener listener) throws InterruptedException {
        String call = report.key().value();
        if (delivered.endOf(call).filter(report.at()::isBefore).isPresent()) return;
        if (report.state() == CallState.ENDED) delivered.over(call, report.at());
        listener.report(report);
    }

    /** What reads one letter alone says nothing of the line. */
    private final class AfterTheEnd extends ForwardingListener {
        private final Instant end;

        AfterTheEnd(PhoneListener next, Instant end) {
            super(next);
            this.end = end;
        }

        @Override
        public void watching() {
            throw new IllegalStateException("words of one call are no line");
        }

        @Override
        public void report(CallReport report) throws InterruptedException {
            String call = report.key().value();
            if (!report.state().isAnswered() || delivered.wasAnswered(call)) return;
            super.report(report);
            super.report(endOf(call, end));
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            throw new IllegalStateException("words of one call are not all calls");
        }
    }

    /** Remembers of which calls this desk was told, and which it answered. */
    private final class Noting extends ForwardingListener {
        Noting(PhoneListener next) {
            super(next);
        }

        @Override
        public void report(CallReport report) throws InterruptedException {
            delivered.told(report);
            super.report(report);
        }

        @Override
        public PhoneListener alsoSeen(String way) {
            return new Noting(super.alsoSeen(way));
        }
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
