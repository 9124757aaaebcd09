package io.deskbell.source.tapi;

import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.PhoneNumber;
import java.util.Arrays;
import java.util.Optional;

/** What TAPI's words for a call mean (LINECALLSTATE, LINECALLORIGIN, LINEDISCONNECTMODE in the TAPI reference). */
final class CallWords {
    private CallWords() {
    }

    /** Empty for a state that tells nothing of where the call stands. */
    static Optional<CallState> state(CallWord word) {
        return stateOf(word.state()).flatMap(state -> switch (state) {
            case OFFERING, ACCEPTED -> Optional.of(CallState.RINGING);
            case DIALTONE, DIALING, PROCEEDING, RINGBACK, BUSY, SPECIALINFO -> Optional.of(CallState.DIALING);
            case CONNECTED, CONFERENCED -> Optional.of(CallState.CONNECTED);
            case ONHOLD, ONHOLDPENDCONF, ONHOLDPENDTRANSFER -> Optional.of(CallState.HELD);
            case IDLE, DISCONNECTED -> Optional.of(CallState.ENDED);
            case UNKNOWN -> Optional.empty();
        });
    }

    /** By its origin, else by the way it begins. */
    static Optional<Direction> direction(Optional<CallInfo> info, int state) {
        boolean out = info.filter(told -> told.isFrom(Tapi.Origin.OUTBOUND)).isPresent();
        if (out) return Optional.of(Direction.OUTBOUND);
        boolean in = info.filter(told -> told.isFrom(Tapi.Origin.INBOUND) || told.isFrom(Tapi.Origin.INTERNAL)
                || told.isFrom(Tapi.Origin.EXTERNAL)).isPresent();
        if (in) return Optional.of(Direction.INBOUND);
        return stateOf(state).flatMap(now -> switch (now) {
            case OFFERING, ACCEPTED -> Optional.of(Direction.INBOUND);
            case DIALTONE, DIALING, PROCEEDING, RINGBACK, BUSY -> Optional.of(Direction.OUTBOUND);
            default -> Optional.empty();
        });
    }

    /** Why a call that nobody has answered would end. */
    static Optional<EndReason> hint(CallWord word) {
        if (word.is(Tapi.State.BUSY)) return Optional.of(EndReason.BUSY);
        if (word.is(Tapi.State.SPECIALINFO)) return Optional.of(EndReason.FAILED);
        if (!word.is(Tapi.State.DISCONNECTED)) return Optional.empty();
        Optional<Tapi.Disconnect> mode = Arrays.stream(Tapi.Disconnect.values())
                .filter(one -> one.value() == word.detail()).findFirst();
        return mode.flatMap(why -> switch (why) {
            case REJECT -> Optional.of(EndReason.REJECTED);
            case PICKUP -> Optional.of(EndReason.ANSWERED_ELSEWHERE);
            case BUSY, DONOTDISTURB -> Optional.of(EndReason.BUSY);
            case NOANSWER, CANCELLED, FORWARDED -> Optional.of(EndReason.NO_ANSWER); // To the voicemail, perhaps.
            case BADADDRESS, UNREACHABLE, CONGESTION, INCOMPATIBLE, NODIALTONE, NUMBERCHANGED, OUTOFORDER,
                 TEMPFAILURE, QOSUNAVAIL, BLOCKED -> Optional.of(EndReason.FAILED);
            case NORMAL, UNKNOWN, UNAVAIL -> Optional.empty();
        });
    }

    /** A line that several desks share is connected, but not at this one. */
    static boolean isElsewhere(CallWord word) {
        return word.is(Tapi.State.CONNECTED) && (Tapi.has(word.detail(), Tapi.Only.LINECONNECTEDMODE_INACTIVE)
                || Tapi.has(word.detail(), Tapi.Only.LINECONNECTEDMODE_INACTIVEHELD));
    }

    /** The number the customer dialled: the called one if it is a public one, else the one it was forwarded from. */
    static Optional<PhoneNumber> dialled(CallInfo info, Addresses addresses) {
        boolean forwarded = info.is(Tapi.Reason.FWDBUSY) || info.is(Tapi.Reason.FWDNOANSWER)
                || info.is(Tapi.Reason.FWDUNCOND);
        return addresses.number(info.called())
                .or(() -> forwarded ? addresses.number(info.redirecting()) : Optional.empty());
    }

    private static Optional<Tapi.State> stateOf(int value) {
        return Arrays.stream(Tapi.State.values()).filter(state -> state.value() == value).findFirst();
    }
}
