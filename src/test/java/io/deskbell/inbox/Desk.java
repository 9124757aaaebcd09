package io.deskbell.inbox;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Registrar;
import io.deskbell.call.RegistrationRules;
import io.deskbell.outbox.Journal;
import io.deskbell.outbox.Storage;
import java.time.Instant;
import java.util.Optional;

/** An agent who takes calls of one customer. */
final class Desk {
    private static final RegistrationRules RULES = new RegistrationRules(RegistrationRules.TransferRole.GIVER,
            Optional.empty(), Optional.empty(), Optional.empty());

    private final Journal journal;

    Desk(Storage storage) {
        journal = new Journal(new Registrar(RULES), storage);
    }

    static void answers(Storage storage) {
        new Desk(storage).answers("24c562241e9f");
    }

    void answers(String callId) {
        Instant now = Instant.now();
        journal.happened(new CallEvent(CallEvent.Type.ANSWERED, call(callId, CallState.CONNECTED, now), now));
    }

    void hangsUp(String callId) {
        Instant now = Instant.now();
        journal.happened(new CallEvent(CallEvent.Type.ENDED, call(callId, CallState.ENDED, now), now));
    }

    private static Call call(String id, CallState state, Instant at) {
        boolean over = state == CallState.ENDED;
        return new Call(id, CallKey.leg(id), new Extension("201"), Optional.of(Direction.INBOUND),
                new Party.Outside(new PhoneNumber(Inbox.NUMBER), "J. Jansen"), Optional.empty(), state, at,
                Optional.of(at), over ? Optional.of(at) : Optional.empty(),
                over ? Optional.of(EndReason.NORMAL) : Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }
}
