package io.deskbell.source.mqtt;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.source.ForwardingListener;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Translator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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
    private Foreign foreign;
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
                boolean late = delivered.isOvertaken(told);
                delivered.told(told);
                if (late) {
                    overtaken(told, listener);
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
     * A relay that was cut off tells now what happened before something that was told. It is read in its place among
     * all that was told lately, and whoever has read that reads on from here. Of a call that is over by now it counts
     * that this desk answered it or gave it away, however late that is told.
     */
    private void overtaken(Letter.Told late, PhoneListener listener) throws InterruptedException {
        Foreign reader = readers.get();
        List<CallReport> said = new ArrayList<>();
        List<CallReport> since = new ArrayList<>();
        for (Letter.Told told : delivered.story()) {
            List<CallReport> into = told == late ? said : said.isEmpty() ? new ArrayList<>() : since;
            reader.told(told.by(), latin1(told.body()), told.envelope().at(), new Gathering(listener, into));
        }
        foreign = reader;
        Instant at = late.envelope().at();
        boolean first = delivered.isFirstOf(late.call());
        if (late.over()) delivered.over(late.call(), at);
        for (CallReport report : said) {
            if (end(report, since).isEmpty() || isNews(report)) tellWithEnd(report, since, listener);
        }
        for (CallReport report : since) {
            boolean isClear = delivered.wasAnswered(report.key().value()) && isNews(report);
            if (isClear) tellWithEnd(report, since, listener); // Now it is known what that was about.
        }
        if (first && late.over()) listener.report(endOf(late.call(), at));
    }

    private static void tellWithEnd(CallReport report, List<CallReport> since, PhoneListener listener)
            throws InterruptedException {
        listener.report(report);
        Optional<CallReport> end = end(report, since);
        if (end.isPresent()) listener.report(end.get());
    }

    /** What the call has come to, where it is over. */
    private static Optional<CallReport> end(CallReport report, List<CallReport> since) {
        return since.reversed().stream().filter(one -> one.key().equals(report.key())).findFirst()
                .filter(last -> last.state() == CallState.ENDED);
    }

    private boolean isNews(CallReport report) {
        String call = report.key().value();
        return report.transfer().map(given -> !delivered.wasGiven(call, given.to()))
                .orElse(report.state().isAnswered() && !delivered.wasAnswered(call));
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

    /** Whoever reads words says nothing of the line; that they are safe only the next one can say. */
    private static final class Gathering extends ForwardingListener {
        private final List<CallReport> reports;

        Gathering(PhoneListener next, List<CallReport> reports) {
            super(next);
            this.reports = reports;
        }

        @Override
        public void watching() {
            throw new IllegalStateException("words of one call are no line");
        }

        @Override
        public void report(CallReport report) {
            reports.add(report);
        }

        @Override
        public void snapshot(List<CallReport> all, Instant at) {
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
