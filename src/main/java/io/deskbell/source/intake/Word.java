package io.deskbell.source.intake;

import io.deskbell.call.CallKey.Scope;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing a phone said of one call, in our words.
 *
 * @param device tells phones apart where a call has no id
 * @param merged another id of the same call
 * @param local the number at our end as the phone tells it: inbound, perhaps what the customer dialled
 * @param to the colleague the agent gave the call to
 * @param from the colleague the call came from
 * @param moment by the clock of whoever tells, where it says so: words may overtake each other on the way
 * @param whom which calls it is about
 * @param numbered its make tells the other's number with every word, if there is one
 */
record Word(String device, Optional<String> id, Scope scope, Optional<String> merged, CallState state,
            Optional<Direction> direction, String remote, String name, String local, Optional<EndReason> reason,
            Optional<String> to, Optional<String> from, Optional<String> filter, Optional<Instant> moment,
            Whom whom, boolean numbered) {
    /** Which calls a word is about. */
    enum Whom {
        /** This call, begun now if it is not known. */
        THIS,
        /** This call if it is known; else it is somebody else's. */
        IF_KNOWN,
        /** This call if it is known; it was answered by somebody else. */
        ELSEWHERE,
        /** Every call of the device: it says that it is idle. */
        ALL
    }

    static Word of(String device, CallState state) {
        return new Word(device, Optional.empty(), Scope.LEG, Optional.empty(), state, Optional.empty(), "", "", "",
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Whom.THIS,
                false);
    }

    /**
     * Whether they end a call and what came before may still be on its way: only of words with a moment of their own
     * is it known which came before which.
     */
    static boolean mayHaveOvertaken(List<Word> words) {
        return words.stream().anyMatch(word -> word.state() == CallState.ENDED && word.whom() != Whom.ELSEWHERE
                && word.moment().isPresent());
    }

    Word named(Optional<String> told, Scope worth) {
        return new Word(device, told, worth, merged, state, direction, remote, name, local, reason, to, from, filter,
                moment, whom, numbered);
    }

    Word alsoNamed(Optional<String> other) {
        return new Word(device, id, scope, other, state, direction, remote, name, local, reason, to, from, filter,
                moment, whom, numbered);
    }

    Word going(Optional<Direction> way) {
        return new Word(device, id, scope, merged, state, way, remote, name, local, reason, to, from, filter,
                moment, whom, numbered);
    }

    Word between(String ours, String theirs, String called) {
        return new Word(device, id, scope, merged, state, direction, theirs, called, ours, reason, to, from, filter,
                moment, whom, numbered);
    }

    Word because(Optional<EndReason> why) {
        return new Word(device, id, scope, merged, state, direction, remote, name, local, why, to, from, filter,
                moment, whom, numbered);
    }

    /** The same of a call that is not over. */
    Word goingOn() {
        return new Word(device, id, scope, merged, CallState.CONNECTED, direction, remote, name, local,
                Optional.empty(), to, from, filter, moment, whom, numbered);
    }

    Word handed(Optional<String> taker, Optional<String> giver) {
        return new Word(device, id, scope, merged, state, direction, remote, name, local, reason, taker, giver, filter,
                moment, whom, numbered);
    }

    Word filteredBy(Optional<String> value) {
        return new Word(device, id, scope, merged, state, direction, remote, name, local, reason, to, from, value,
                moment, whom, numbered);
    }

    Word toldAt(Optional<Instant> when) {
        return new Word(device, id, scope, merged, state, direction, remote, name, local, reason, to, from, filter,
                when, whom, numbered);
    }

    Word about(Whom which) {
        return new Word(device, id, scope, merged, state, direction, remote, name, local, reason, to, from, filter,
                moment, which, numbered);
    }

    Word numbered(boolean always) {
        return new Word(device, id, scope, merged, state, direction, remote, name, local, reason, to, from, filter,
                moment, whom, always);
    }
}
