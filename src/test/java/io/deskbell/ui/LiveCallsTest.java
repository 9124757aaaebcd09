package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallEvent.Type;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveCallsTest {
    private final Telling telling = Look.told("en");
    private final LiveCalls live = telling.live();

    @Test
    void theTimerRunsFromTheAnswer() {
        live.happened(Calls.event(Type.ANSWERED, Calls.connected("c", Calls.customer(), Calls.NOW.minusSeconds(65))));
        assertEquals(List.of("1:00"), lines().stream().map(LiveCalls.Line::timer).toList());
    }

    @Test
    void twoCallsStandInTheOrderTheyBegan() {
        live.happened(Calls.event(Type.ANSWERED, Calls.connected("one", Calls.customer(), Calls.NOW)));
        live.happened(Calls.event(Type.RINGING, Calls.ringing("two", Calls.outside("+31201112222", ""), Calls.NOW)));
        live.happened(Calls.event(Type.HELD, Calls.held("one", Calls.customer(), Calls.NOW)));
        assertEquals(List.of("J. Jansen On hold 06 12345678", "020 111 2222 Ringing "), lines().stream()
                .map(line -> line.title() + " " + line.state() + " " + line.number()).toList());
    }

    @Test
    void anEndedCallIsGone() {
        live.happened(Calls.event(Type.ANSWERED, Calls.connected("c", Calls.customer(), Calls.NOW)));
        live.happened(Calls.event(Type.ENDED, Calls.ended("c", io.deskbell.call.Direction.INBOUND, Calls.customer(),
                Calls.NOW, Duration.ZERO)));
        assertEquals(List.of(), lines());
    }

    private List<LiveCalls.Line> lines() {
        return live.lines(telling.calls(), Calls.NOW);
    }
}
