package io.deskbell.ui;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Transfer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Calls to try things with, on a Monday afternoon in Amsterdam. */
final class Calls {
    static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    static final Instant NOW = Instant.parse("2026-11-23T13:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZONE);
    static final Extension DESK = new Extension("201");

    private Calls() {
    }

    static Party outside(String number, String name) {
        return new Party.Outside(new PhoneNumber(number), name);
    }

    static Party customer() {
        return outside("+31612345678", "J. Jansen");
    }

    static Call ringing(String id, Party party, Instant at) {
        return call(id, Direction.INBOUND, party, CallState.RINGING, at, Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    static Call connected(String id, Party party, Instant at) {
        return call(id, Direction.INBOUND, party, CallState.CONNECTED, at, Optional.of(at.plusSeconds(5)),
                Optional.empty(), Optional.empty());
    }

    static Call held(String id, Party party, Instant at) {
        return call(id, Direction.INBOUND, party, CallState.HELD, at, Optional.of(at.plusSeconds(5)),
                Optional.empty(), Optional.empty());
    }

    static Call ended(String id, Direction way, Party party, Instant at, Duration talked) {
        return call(id, way, party, CallState.ENDED, at, Optional.of(at.plusSeconds(5)),
                Optional.of(at.plusSeconds(5).plus(talked)), Optional.of(EndReason.NORMAL));
    }

    static Call missed(String id, Party party, Instant at) {
        return call(id, Direction.INBOUND, party, CallState.ENDED, at, Optional.empty(),
                Optional.of(at.plusSeconds(20)), Optional.of(EndReason.NO_ANSWER));
    }

    static Call unanswered(String id, EndReason why) {
        return call(id, Direction.INBOUND, customer(), CallState.ENDED, NOW, Optional.empty(),
                Optional.of(NOW.plusSeconds(20)), Optional.of(why));
    }

    /** Came from a colleague, was answered, and went to another. */
    static Call handed(String id) {
        return new Call(id, CallKey.leg(id), DESK, Optional.of(Direction.INBOUND), customer(), Optional.empty(),
                CallState.ENDED, NOW, Optional.of(NOW), Optional.of(NOW), Optional.of(EndReason.TRANSFERRED),
                Optional.of(new Transfer(new Extension("203"), false)), Optional.of(new Extension("202")),
                Optional.empty());
    }

    static CallEvent event(CallEvent.Type type, Call call) {
        return new CallEvent(type, call, NOW);
    }

    private static Call call(String id, Direction way, Party party, CallState state, Instant at,
                             Optional<Instant> answered, Optional<Instant> ended, Optional<EndReason> why) {
        return new Call(id, CallKey.leg(id), DESK, Optional.of(way), party,
                Optional.of(new PhoneNumber("+31201234567")), state, at, answered, ended, why, Optional.empty(),
                Optional.empty(), Optional.empty());
    }
}
