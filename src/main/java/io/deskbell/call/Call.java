package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call of one desk as we know it now; immutable. The id is ours and the helpdesk's: chosen at the first report,
 * unique, and never changed whatever names the phone uses later.
 *
 * @param key the phone's own name for the call, as first reported
 * @param direction empty until the phone tells it
 * @param referrer the number the customer dialled
 * @param transferredBy the colleague who handed the call to this desk
 */
public record Call(String id, CallKey key, Extension desk, Optional<Direction> direction, Party party,
                   Optional<PhoneNumber> referrer, CallState state, Instant startedAt, Optional<Instant> answeredAt,
                   Optional<Instant> endedAt, Optional<EndReason> endReason, Optional<Transfer> transfer,
                   Optional<Extension> transferredBy, Optional<String> filterValue) {

    static Call begun(String id, Extension desk, CallReport first) {
        return new Call(id, first.key(), desk, first.direction(), first.party(), first.referrer(), first.state(),
                first.at(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                first.transferredBy(), first.filterValue());
    }

    public boolean isInternal() {
        return party.isColleague();
    }

    public boolean hasEnded() {
        return state == CallState.ENDED;
    }

    /** Whether a phone said to whom it went; of a transfer that was inferred one may still say so. */
    boolean wasGivenAwayInWords() {
        return transfer.filter(to -> !to.inferred()).isPresent();
    }

    public boolean wasAnswered() {
        return answeredAt.isPresent();
    }

    public boolean isOutbound() {
        return direction.filter(way -> way == Direction.OUTBOUND).isPresent();
    }

    /** Offered to the agent and answered by nobody. */
    public boolean isMissed() {
        return hasEnded() && !wasAnswered() && !isOutbound() && transfer.isEmpty() && !wasAnsweredElsewhere();
    }

    /** Offered to the agent and answered by a colleague, or by another phone of the agent's. */
    public boolean wasAnsweredElsewhere() {
        return !wasAnswered() && endReason.filter(why -> why == EndReason.ANSWERED_ELSEWHERE).isPresent();
    }

    /** From the answer to the end, or to {@code now} while it lasts; zero when it was never answered. */
    public Duration talked(Instant now) {
        return answeredAt.map(from -> Duration.between(from, endedAt.orElse(now))).orElse(Duration.ZERO);
    }

    /** With all that the report knows and we did not, or knows better; the state stays. */
    Call learning(CallReport report) {
        return new Call(id, key, desk, direction.or(report::direction), better(report.party()),
                referrer.or(report::referrer), state, startedAt, answeredAt, endedAt, endReason, transfer,
                report.transferredBy().or(() -> transferredBy), filterValue.or(report::filterValue));
    }

    /** With all that another phone knows of it and we did not; its word about the other party was judged before. */
    Call learning(Call told, Party agreed) {
        return new Call(id, key, desk, direction.or(told::direction), agreed, referrer.or(told::referrer), state,
                startedAt, answeredAt, endedAt, endReason, transfer, told.transferredBy().or(() -> transferredBy),
                filterValue.or(told::filterValue));
    }

    /** With the caller's name from elsewhere in the place of the phone's, and a value where the phones have none. */
    public Call knowing(Optional<String> name, Optional<String> value) {
        Party named = party instanceof Party.Outside outside && name.isPresent()
                ? new Party.Outside(outside.number(), name.get()) : party;
        return new Call(id, key, desk, direction, named, referrer, state, startedAt, answeredAt, endedAt, endReason,
                transfer, transferredBy, filterValue.or(() -> value));
    }

    /** The same with nothing having happened to it yet. */
    Call asBegun() {
        return new Call(id, key, desk, direction, party, referrer, CallState.RINGING, startedAt, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), transferredBy, filterValue);
    }

    Call named(String otherId, CallKey otherKey) {
        return new Call(otherId, otherKey, desk, direction, party, referrer, state, startedAt, answeredAt, endedAt,
                endReason, transfer, transferredBy, filterValue);
    }

    /** Unknown never replaces what was known, and withheld never replaces a number. */
    private Party better(Party told) {
        if (!told.isKnown()) {
            boolean onlyName = !party.isKnown() && !told.name().isEmpty();
            return onlyName ? told : party;
        }
        if (told instanceof Party.Withheld && party.isKnown()) return party;
        boolean nameLost = told.name().isEmpty() && told.sameNumberAs(party);
        return nameLost ? party : told;
    }

    Call in(CallState now) {
        return new Call(id, key, desk, direction, party, referrer, now, startedAt, answeredAt, endedAt, endReason,
                transfer, transferredBy, filterValue);
    }

    /** Thought to be over, and rings still. */
    Call backAgain() {
        return new Call(id, key, desk, direction, party, referrer, CallState.RINGING, startedAt, answeredAt,
                Optional.empty(), Optional.empty(), transfer, transferredBy, filterValue);
    }

    Call answered(Instant at, CallState now) {
        return new Call(id, key, desk, direction, party, referrer, now, startedAt, Optional.of(at), endedAt,
                endReason, transfer, transferredBy, filterValue);
    }

    /** It was over, or given away, before that it was answered here was told, by a name that is nobody else's. */
    boolean isAnsweredLate(CallReport report) {
        if (key.scope() != CallKey.Scope.SHARED) return false;
        boolean isAnswer = report.state().isAnswered() && report.transfer().isEmpty();
        if (!isAnswer || wasAnswered() || endedAt.isEmpty()) return false;
        // From that moment on whoever it was given to may be the one who talks.
        return transfer.isEmpty() ? !report.at().isAfter(endedAt.get()) : report.at().isBefore(endedAt.get());
    }

    /** The story of such a call from the answer on, up to the event that was said of it last. */
    List<CallEvent> answeredLate(CallReport answer, CallEvent.Type last) {
        Instant end = endedAt.orElseThrow();
        Call answered = asBegun().learning(answer).answered(answer.at(), CallState.CONNECTED);
        List<CallEvent> story = new ArrayList<>();
        story.add(new CallEvent(CallEvent.Type.ANSWERED, answered, answer.at()));
        transfer.map(to -> answered.givenAway(end, to))
                .ifPresent(given -> story.add(new CallEvent(CallEvent.Type.TRANSFERRED, given, end)));
        if (last != CallEvent.Type.ENDED) return story;
        EndReason why = transfer.isPresent() ? EndReason.TRANSFERRED : EndReason.NORMAL;
        story.add(new CallEvent(last, story.getLast().call().ended(end, why), end));
        return story;
    }

    Call ended(Instant at, EndReason why) {
        return new Call(id, key, desk, direction, party, referrer, CallState.ENDED, startedAt, answeredAt,
                Optional.of(at), Optional.of(why), transfer, transferredBy, filterValue);
    }

    Call givenAway(Instant at, Transfer to) {
        return new Call(id, key, desk, direction, party, referrer, CallState.ENDED, startedAt, answeredAt,
                Optional.of(at), Optional.of(EndReason.TRANSFERRED), Optional.of(to), transferredBy, filterValue);
    }

    Call receivedFrom(Optional<Extension> colleague) {
        return new Call(id, key, desk, direction, party, referrer, state, startedAt, answeredAt, endedAt, endReason,
                transfer, colleague, filterValue);
    }
}
