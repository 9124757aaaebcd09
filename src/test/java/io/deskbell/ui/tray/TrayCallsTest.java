package io.deskbell.ui.tray;

import static io.deskbell.ui.tray.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrayCallsTest {
    private final AtomicInteger changes = new AtomicInteger();

    @Test
    void aCallGoesOnUntilItEnds() {
        TrayCalls calls = new TrayCalls(List.of(), changes::incrementAndGet);
        Call going = Samples.going("1", CallState.CONNECTED);
        Call over = Samples.answered("1", going.party(), NOW);
        calls.happened(new CallEvent(CallEvent.Type.ANSWERED, going, NOW));
        assertEquals(List.of(going), calls.current());
        calls.happened(new CallEvent(CallEvent.Type.ENDED, over, NOW));
        assertEquals(List.of(), calls.current());
        assertEquals(List.of(over), calls.latest());
        assertEquals(2, changes.get());
    }

    @Test
    void callsFromBeforeARestartAreRemembered() {
        Call earlier = Samples.missed("1", Samples.outside("+31201234567", ""), NOW);
        Call leftOpen = Samples.going("2", CallState.CONNECTED);
        TrayCalls calls = new TrayCalls(List.of(leftOpen, earlier), changes::incrementAndGet);
        assertEquals(List.of(earlier), calls.latest());
        Call now = Samples.going("3", CallState.RINGING);
        calls.happened(new CallEvent(CallEvent.Type.RINGING, now, NOW));
        assertEquals(List.of(now, earlier), calls.latest());
    }

    @Test
    void theOldestAreForgotten() {
        TrayCalls calls = new TrayCalls(List.of(), changes::incrementAndGet);
        List<Call> newest = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Call call = Samples.missed("" + i, Samples.outside("+31201234567", ""), NOW);
            calls.happened(new CallEvent(CallEvent.Type.ENDED, call, NOW));
            if (i >= 10) newest.addFirst(call);
        }
        assertEquals(newest, calls.latest());
    }

    @Test
    void aPauseEndsWhenItIsResumed() {
        PauseSwitch pauses = new PauseSwitch();
        List<String> seen = new ArrayList<>();
        for (Paused what : Paused.values()) {
            pauses.pause(what);
            seen.add(what + " " + pauses.stopsPops() + " " + pauses.stopsRegistration());
        }
        pauses.resume();
        seen.add(pauses.now().toString());
        assertEquals(List.of("NOTHING false false", "POPS true false", "REGISTRATION true true", "NOTHING"), seen);
    }
}
