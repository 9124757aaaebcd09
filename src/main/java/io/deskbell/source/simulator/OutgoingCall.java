package io.deskbell.source.simulator;

import io.deskbell.call.CallState;
import io.deskbell.call.Party;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Waiting;
import java.time.Clock;
import java.time.Duration;

/** A call the agent makes from the simulated phone: it rings, is answered, and ends after a while. */
final class OutgoingCall {
    private static final Duration RINGS = Duration.ofSeconds(2);
    private static final Duration TALKS = Duration.ofSeconds(5);

    private final PlayedCall call;
    private final String day;
    private final PhoneListener listener;
    private final Waiting waiting;
    private final Clock clock;

    /** @param day makes it another call than the others */
    OutgoingCall(Party party, String day, PhoneListener listener, Waiting waiting, Clock clock) {
        this.call = PlayedCall.to(party, "dialled");
        this.day = day;
        this.listener = listener;
        this.waiting = waiting;
        this.clock = clock;
    }

    void begin() throws InterruptedException {
        tell(CallState.DIALING);
    }

    void goOn() {
        try {
            waiting.pause(RINGS);
            tell(CallState.CONNECTED);
            waiting.pause(TALKS);
            tell(CallState.ENDED);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(CallState state) throws InterruptedException {
        listener.report(call.report(day, state, clock.instant()));
    }
}
