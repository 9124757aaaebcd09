package io.deskbell.outbox;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Registration;
import io.deskbell.call.Registration.Kind;
import io.deskbell.call.RegistrationRules;
import java.time.Instant;
import java.util.Optional;

/** Calls and registrations to try things with. */
final class Samples {
    static final Extension DESK = new Extension("201");
    static final String NUMBER = "+31612345678";
    static final Party CUSTOMER = new Party.Outside(new PhoneNumber(NUMBER), "J. Jansen");
    static final Party COLLEAGUE = new Party.Colleague(new Extension("202"), "Piet");
    static final RegistrationRules RULES = new RegistrationRules(RegistrationRules.TransferRole.GIVER,
            Optional.empty(), Optional.empty(), Optional.empty());

    private Samples() {
    }

    static Registration registration(Kind kind, String callId, Instant at) {
        return new Registration(kind, callId, NUMBER, DESK, Direction.INBOUND, Optional.empty(), Optional.empty(), at);
    }

    static Registration answered(String callId, Instant at) {
        return registration(Kind.ANSWERED, callId, at);
    }

    static Registration disconnected(String callId, Instant at) {
        return registration(Kind.DISCONNECTED, callId, at);
    }

    static Call ringing(String id, Party party, Instant at) {
        return new Call(id, CallKey.leg(id), DESK, Optional.of(Direction.INBOUND), party, Optional.empty(),
                CallState.RINGING, at, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    static Call connected(String id, Party party, Instant at) {
        return new Call(id, CallKey.leg(id), DESK, Optional.of(Direction.INBOUND), party, Optional.empty(),
                CallState.CONNECTED, at, Optional.of(at), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    static Call ended(String id, Party party, Instant from, Instant to) {
        return new Call(id, CallKey.leg(id), DESK, Optional.of(Direction.INBOUND), party, Optional.empty(),
                CallState.ENDED, from, Optional.of(from), Optional.of(to), Optional.of(EndReason.NORMAL),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Call missed(String id, Party party, Instant from, Instant to) {
        return new Call(id, CallKey.leg(id), DESK, Optional.of(Direction.INBOUND), party, Optional.empty(),
                CallState.ENDED, from, Optional.empty(), Optional.of(to), Optional.of(EndReason.NO_ANSWER),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    static CallEvent event(CallEvent.Type type, Call call, Instant at) {
        return new CallEvent(type, call, at);
    }
}
