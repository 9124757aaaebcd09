package io.deskbell.source.simulator;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * One call of the played day.
 *
 * @param name tells it from the day's other calls
 * @param dialled the number the customer dialled
 */
public record PlayedCall(String name, Direction direction, Party party, Optional<PhoneNumber> dialled) {

    static PlayedCall from(Party caller, String name, PhoneNumber dialled) {
        return new PlayedCall(name, Direction.INBOUND, caller, Optional.of(dialled));
    }

    static PlayedCall from(Party caller, String name) {
        return new PlayedCall(name, Direction.INBOUND, caller, Optional.empty());
    }

    static PlayedCall to(Party called, String name) {
        return new PlayedCall(name, Direction.OUTBOUND, called, Optional.empty());
    }

    /** @param day makes the call's name another one each time the day is played */
    CallReport report(String day, CallState state, Instant at) {
        CallKey key = CallKey.leg("simulated-" + day + "-" + name);
        CallReport report = CallReport.of(key, state, at).going(direction).with(party);
        return dialled.map(report::dialled).orElse(report);
    }
}
