package io.deskbell.source.intake;

import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls that ended a moment ago, for as long as words about them may come: told twice, as missed and as completed, or
 * overtaken by the end. Such a word must not begin a call that nobody made and nobody would end; nor may a call that
 * begins at once after another of that number be taken for it. Bounded; not thread safe.
 */
final class JustOver {
    private static final int MOST = 200;

    private final List<Call> calls = new ArrayList<>();

    /**
     * @param begunAt when it was first heard of
     * @param before what it did until it ended
     * @param reason of its end, as told: why nobody answered here
     */
    record Call(String device, List<String> ids, Party party, Optional<Direction> direction, Instant begunAt,
                Optional<Instant> answeredAt, CallState before, Optional<EndReason> reason, Instant at) {
    }

    void add(Call call) {
        calls.removeIf(one -> !call.at().isBefore(one.at().plus(OpenCalls.STARTING)));
        if (calls.size() >= MOST) calls.removeFirst();
        calls.add(call);
    }

    /**
     * Whether one of them is what this word is about.
     *
     * @param another a call that goes on, which it may be about as well
     */
    boolean isMeantBy(Word word, Party party, boolean another, Instant at) {
        if (word.moment().isPresent() || word.to().isPresent()) return false;
        return calls.stream().filter(call -> isTheSame(call, word, party))
                .anyMatch(call -> word.state() == CallState.ENDED ? isItsEnd(call, word, party, another, at)
                        : isBeforeItsEnd(call, word.state(), at));
    }

    private static boolean isTheSame(Call call, Word word, Party party) {
        if (!call.device().equals(word.device())) return false;
        if (word.direction().flatMap(way -> call.direction().filter(before -> before != way)).isPresent()) return false;
        boolean alike = call.party().sameNumberAs(party);
        if (word.id().isPresent() && !call.ids().isEmpty()) {
            return call.ids().contains(word.id().get()) && (alike || !party.isKnown() || !call.party().isKnown());
        }
        return party.isKnown() ? alike : word.state() == CallState.ENDED && !call.party().isKnown();
    }

    /** Where the make leaves numbers out, an end without one is another customer's, if this one was talked to. */
    private static boolean isItsEnd(Call call, Word told, Party party, boolean another, Instant at) {
        if (!isStarting(call.at(), at)) return false;
        return party.isKnown() || !another || told.numbered() || call.answeredAt().isEmpty();
    }

    /** No longer after what it tells than a program takes to start. */
    private static boolean isBeforeItsEnd(Call call, CallState told, Instant at) {
        return switch (told) {
            case CONNECTED -> isItsAnswer(call, at);
            case HELD -> isStarting(call.at(), at);
            default -> isStarting(call.begunAt(), at);
        };
    }

    /** Taken up again after a hold, too; what was missed, refused or busy had none. */
    private static boolean isItsAnswer(Call call, Instant at) {
        if (call.before() == CallState.CONNECTED) return isStarting(call.answeredAt().orElse(call.at()), at);
        return isStarting(call.at(), at) && (call.before() == CallState.HELD || call.reason().isEmpty());
    }

    private static boolean isStarting(Instant happened, Instant at) {
        return at.isBefore(happened.plus(OpenCalls.STARTING));
    }
}
