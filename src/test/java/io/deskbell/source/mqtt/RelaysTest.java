package io.deskbell.source.mqtt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.source.mqtt.Letter.Envelope;
import io.deskbell.source.mqtt.RelayStatus.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelaysTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final Relays relays = new Relays();

    @Test
    void nobodyThereIsALack() {
        assertEquals(Optional.of(""), relays.lacking(NOW).map(RelayStatus::relay));
    }

    @Test
    void oneOfTwoIsEnough() {
        relays.heard(status("a", State.HERE), NOW);
        relays.heard(status("b", State.GONE), NOW);
        assertEquals(Optional.empty(), relays.lacking(NOW));
    }

    @Test
    void theOneThatRunsButSeesNothingIsNamedBeforeTheOneThatIsGone() {
        relays.heard(status("a", State.GONE), NOW);
        relays.heard(status("b", State.LOST), NOW);
        assertEquals(Optional.of("b"), relays.lacking(NOW).map(RelayStatus::relay));
    }

    /** A broker that was restarted together with the relay's end has nobody to tell of it. */
    @Test
    void oneThatSaysNothingForMinutesIsGone() {
        relays.heard(status("a", State.HERE), NOW);
        assertEquals(Optional.empty(), relays.lacking(NOW.plus(Relays.SILENCE)));
        assertEquals(Optional.of(State.GONE),
                relays.lacking(NOW.plus(Relays.SILENCE).plusMillis(1)).map(RelayStatus::state));
    }

    @Test
    void theOtherRelaysWordsWaitUntilTheFollowedOneIsGone() {
        relays.heard(status("a", State.HERE), NOW);
        relays.heard(status("b", State.HERE), NOW);
        Letter first = calls("a", 1);
        Letter second = calls("b", 2);

        assertEquals(List.of(first), relays.came(first, NOW));
        assertEquals(List.of(), relays.came(second, NOW));
        assertEquals(List.of(second), relays.heard(status("a", State.LOST), NOW));
        assertEquals(List.of(), relays.came(calls("a", 3), NOW));
    }

    @Test
    void aListFromBeforeWhatWasToldIsNotTakenOver() {
        relays.heard(status("a", State.HERE), NOW);
        relays.came(calls("a", 5), NOW);
        relays.came(calls("b", 4), NOW);
        assertEquals(List.of(), relays.heard(status("a", State.GONE), NOW));
    }

    @Test
    void wordsOfMinutesAgoAreNotTakenOver() {
        relays.heard(status("a", State.HERE), NOW);
        Letter late = calls("b", 500);
        relays.came(calls("b", 1), NOW);
        relays.came(late, NOW);
        assertEquals(List.of(late), relays.heard(status("a", State.GONE), NOW));
    }

    /** Killed together with the broker, it leaves no will behind. */
    @Test
    void oneThatDiedWithoutAWordIsNotFollowedForEver() {
        Instant later = NOW.plus(Relays.SILENCE).plusSeconds(1);
        relays.heard(status("a", State.HERE), NOW);
        relays.heard(status("b", State.HERE), later);
        Letter waiting = calls("b", 200);
        Letter next = calls("b", 202);

        assertEquals(List.of(), relays.came(waiting, NOW));
        assertEquals(List.of(waiting), relays.look(later));
        assertEquals(List.of(next), relays.came(next, later));
    }

    @Test
    void theOthersLettersAreToldAsTheyComeOnceTheFollowedOneIsSilent() {
        Instant later = NOW.plus(Relays.SILENCE).plusSeconds(1);
        relays.heard(status("a", State.HERE), NOW);
        relays.heard(status("b", State.HERE), later);
        Letter first = calls("b", 200);
        assertEquals(List.of(first), relays.came(first, later));
    }

    private static RelayStatus status(String relay, State state) {
        return new RelayStatus(relay, state, "", NOW);
    }

    private static Letter calls(String from, int second) {
        Instant at = NOW.plus(Duration.ofSeconds(second));
        return new Letter.Calls(new Envelope(from + second, from, at), List.of());
    }
}
