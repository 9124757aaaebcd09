package io.deskbell.ui;

import io.deskbell.outbox.Counts;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.SourceStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How it stands with the phone, Agent Inbox and what waits between them, each with what to do. Immutable. */
final class Health {
    private final Words words;
    private final Moments moments;

    Health(Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
    }

    /** Whether somebody has to do something. */
    enum Level { UNKNOWN, GOOD, WAIT, BAD }

    /**
     * One lamp of the health line.
     *
     * @param text a few words beside the lamp
     * @param advice what is wrong and what to do; empty when nothing is
     */
    record Lamp(Level level, String text, String advice) {
    }

    Lamp phone(Map<String, SourceStatus> phones) {
        Optional<SourceStatus> worst = phones.values().stream().max((a, b) -> Integer.compare(rank(a), rank(b)));
        if (worst.isEmpty()) return new Lamp(Level.BAD, words.of("health.phone.none"), words.of("advice.phone.none"));
        return switch (worst.get()) {
            case SourceStatus.Watching ignored -> new Lamp(Level.GOOD, words.of("health.phone.good"), "");
            case SourceStatus.Connecting ignored -> new Lamp(Level.WAIT, words.of("health.phone.connecting"), "");
            case SourceStatus.Lost lost -> new Lamp(Level.BAD, words.of("health.phone.lost"),
                    words.of("advice.phone.lost", moments.of(lost.since()), words.why(lost.reason())));
        };
    }

    Lamp inbox(CourierStatus courier) {
        return switch (courier) {
            case CourierStatus.Delivering well when !well.tried() ->
                    new Lamp(Level.UNKNOWN, words.of("health.inbox.untried"), "");
            case CourierStatus.Delivering ignored -> new Lamp(Level.GOOD, words.of("health.inbox.good"), "");
            case CourierStatus.Unavailable away -> new Lamp(Level.WAIT, words.of("health.inbox.away"),
                    words.of("advice.inbox.away", moments.of(away.since()), words.why(away.reason())));
            case CourierStatus.Unauthorized refused -> new Lamp(Level.BAD, words.of("health.inbox.key"),
                    words.of("advice.inbox.key"));
        };
    }

    Lamp waiting(Counts counts) {
        return waiting(counts, words.of("health.waiting", counts.waiting()));
    }

    private Lamp waiting(Counts counts, String text) {
        if (counts.diskTrouble().isPresent()) {
            return new Lamp(Level.BAD, text, words.of("advice.disk", words.why(counts.diskTrouble().get())));
        }
        if (counts.setAside() > 0) {
            String refused = words.of("health.refused", counts.setAside());
            return new Lamp(Level.BAD, counts.waiting() > 0 ? text + " · " + refused : refused,
                    words.of("advice.refused", counts.setAside()));
        }
        return new Lamp(counts.waiting() > 0 ? Level.WAIT : Level.GOOD, text, "");
    }

    List<Lamp> all(Map<String, SourceStatus> phones, CourierStatus courier, Counts counts) {
        return List.of(phone(phones), inbox(courier), waiting(counts));
    }

    /** @param drained where a backlog is being sent */
    List<Lamp> all(Map<String, SourceStatus> phones, CourierStatus courier, Counts counts,
                   Optional<Draining.Drained> drained) {
        String text = drained.filter(some -> courier instanceof CourierStatus.Delivering)
                .map(some -> words.of("health.draining", some.sent(), some.of()))
                .orElseGet(() -> words.of("health.waiting", counts.waiting()));
        return List.of(phone(phones), inbox(courier), waiting(counts, text));
    }

    /** @param pause in words */
    Lamp paused(String pause) {
        return new Lamp(Level.WAIT, words.of("health.paused"), words.of("advice.paused", pause));
    }

    private static int rank(SourceStatus status) {
        return switch (status) {
            case SourceStatus.Watching ignored -> 0;
            case SourceStatus.Connecting ignored -> 1;
            case SourceStatus.Lost ignored -> 2;
        };
    }
}
