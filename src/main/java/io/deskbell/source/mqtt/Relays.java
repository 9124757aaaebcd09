package io.deskbell.source.mqtt;

import io.deskbell.source.mqtt.RelayStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The relays there are. Where two watch the same telephone system, one of them is followed, so that the other's
 * snapshots, which may be a moment older or newer, do not end calls; what the other has told lately is kept and comes
 * into its own when the followed one is gone. Not thread safe.
 */
final class Relays {
    /** Three times what passes between two words of a relay. */
    static final Duration SILENCE = Duration.ofMinutes(3);
    /** A vanished relay is noticed within half a minute; what it would have told in that time the other one has. */
    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int MOST_KEPT = 500;

    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final Map<String, Deque<Letter>> standby = new LinkedHashMap<>();
    private Optional<String> followed = Optional.empty();
    private Instant toldUpTo = Instant.MIN;

    private record Seen(RelayStatus status, Instant heardAt) {
    }

    /**
     * Takes what a relay says of itself.
     *
     * @return what is to be told now, because another relay is followed from here on
     */
    List<Letter> heard(RelayStatus status, Instant now) {
        seen.put(status.relay(), new Seen(status, now));
        if (status.state() == State.HERE) followed = followed.or(() -> Optional.of(status.relay()));
        return look(now);
    }

    /**
     * A relay that dies without a word is noticed by its silence only.
     *
     * @return what is to be told now, because another relay is followed from here on
     */
    List<Letter> look(Instant now) {
        return followed.filter(relay -> !isUsable(relay, now)).map(gone -> followAnother(now)).orElse(List.of());
    }

    /** Which of the letters are to be told, now that this one has come. */
    List<Letter> came(Letter letter, Instant now) {
        String from = letter.envelope().from();
        if (followed.isEmpty()) followed = Optional.of(from);
        if (followed.get().equals(from)) {
            toldUpTo = letter.envelope().at();
            return List.of(letter);
        }
        Deque<Letter> kept = standby.computeIfAbsent(from, relay -> new ArrayDeque<>());
        kept.add(letter);
        Instant since = letter.envelope().at().minus(KEPT);
        while (kept.size() > MOST_KEPT || kept.peekFirst().envelope().at().isBefore(since)) kept.removeFirst();
        return look(now);
    }

    /** Empty when at least one relay tells of calls; else the standing of the one that is best off. */
    Optional<RelayStatus> lacking(Instant now) {
        List<RelayStatus> all = seen.values().stream().map(one -> aged(one, now)).toList();
        if (all.stream().anyMatch(status -> status.state() == State.HERE)) return Optional.empty();
        return all.stream().filter(status -> status.state() == State.LOST).findFirst()
                .or(() -> all.stream().findFirst()).or(() -> Optional.of(new RelayStatus("", State.GONE, "", now)));
    }

    /** A broker that was restarted may not know that a relay has vanished. */
    private static RelayStatus aged(Seen one, Instant now) {
        boolean silent = one.heardAt().plus(SILENCE).isBefore(now);
        return silent ? new RelayStatus(one.status().relay(), State.GONE, "", one.heardAt()) : one.status();
    }

    private List<Letter> followAnother(Instant now) {
        Optional<String> next = standby.keySet().stream().filter(relay -> isUsable(relay, now)).findFirst();
        if (next.isEmpty()) return List.of();
        followed = next;
        List<Letter> kept = new ArrayList<>(standby.remove(next.get()));
        kept.removeIf(letter -> letter instanceof Letter.Calls && letter.envelope().at().isBefore(toldUpTo));
        return kept; // Reports may repeat; a list from before what was told would end calls that go on.
    }

    /** One that has said nothing of itself yet is believed. */
    private boolean isUsable(String relay, Instant now) {
        return !seen.containsKey(relay) || aged(seen.get(relay), now).state() == State.HERE;
    }
}
