package io.deskbell.source.tapi;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Party;
import io.deskbell.call.TrackerLimits;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One call as it was told so far, under one handle or several: drivers split calls. Owned by {@link TapiTranslator}.
 */
final class Story {
    /** All that ever spoke of it. */
    final Set<Integer> handles = new HashSet<>();
    /** The handle that speaks of it now; others are history. */
    int current;
    CallKey key;
    CallState state = CallState.DIALING;
    Optional<CallInfo> info = Optional.empty();
    Optional<Direction> direction = Optional.empty();
    Party party = Party.Unknown.NOBODY;
    Optional<EndReason> hint = Optional.empty();
    boolean answered;
    /** A first state has been told. */
    boolean begun;
    /** Somebody was told of it. */
    boolean told;
    /** When first, and when last. */
    Instant begunAt = Instant.MAX;
    Instant toldAt = Instant.MAX;
    boolean over;
    /** An end that is held back: the call may go on under another handle. */
    Optional<Instant> endsAt = Optional.empty();
    /** As it was when the call was answered; what differs later is news. */
    PartyId connectedThen = PartyId.NOBODY;
    PartyId redirectionThen = PartyId.NOBODY;

    Story(int handle, CallKey key) {
        this.current = handle;
        this.key = key;
        handles.add(handle);
    }

    boolean rings() {
        return begun && !answered && !over;
    }

    /** The bridge of several calls, which are told by themselves. */
    boolean isBridge() {
        return info.filter(told -> told.isFrom(Tapi.Origin.CONFERENCE)).isPresent();
    }

    /** So long nothing was heard of it that the tracker has ended it: what it says under this key is lost. */
    boolean isGivenUp(Instant at) {
        Instant due = answered ? toldAt.plus(TrackerLimits.USUAL.silence()) : begunAt.plus(TrackerLimits.USUAL.ring());
        return !due.isAfter(at);
    }

    boolean mayBe(Story other) {
        boolean way = direction.isEmpty() || other.direction.isEmpty() || direction.equals(other.direction);
        return way && (!isNamed(party) || !isNamed(other.party) || party.sameNumberAs(other.party));
    }

    /** It says who it is, which "withheld" does not. */
    static boolean isNamed(Party party) {
        return party.isKnown() && !(party instanceof Party.Withheld);
    }

    /** The driver says that they are one call, or that one comes of the other. */
    boolean isNamedWith(Story other) {
        int id = info.map(CallInfo::id).orElse(0);
        int otherId = other.info.map(CallInfo::id).orElse(0);
        boolean related = id != 0 && other.info.map(CallInfo::related).orElse(0) == id
                || otherId != 0 && info.map(CallInfo::related).orElse(0) == otherId;
        return hasIdOf(other) || related;
    }

    boolean hasIdOf(Story other) {
        int id = info.map(CallInfo::id).orElse(0);
        return id != 0 && id == other.info.map(CallInfo::id).orElse(0);
    }

    boolean hasOtherIdThan(Story other) {
        int id = info.map(CallInfo::id).orElse(0);
        int otherId = other.info.map(CallInfo::id).orElse(0);
        return id != 0 && otherId != 0 && id != otherId;
    }
}
