package io.deskbell.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one phone says about one call at one moment. Only the key, the state and the moment are always known; all else
 * may be missing and is then taken from what was known before. {@code at} is the moment of the phone's word, and a
 * report older than the last one of the same call never takes its state back.
 *
 * @param aliases other names of the same call, older or newer than the key
 * @param referrer the number the customer dialled, as the phone writes it
 * @param transfer the agent gave the call away, in the phone's own words
 * @param transferredBy the colleague who handed the call to this phone
 * @param wholeCallInSight the source goes on seeing the call after the agent gave it away
 */
public record CallReport(CallKey key, CallState state, Instant at, List<String> aliases,
                         Optional<Direction> direction, Party party, Optional<PhoneNumber> referrer,
                         Optional<EndReason> reason, Optional<Transfer> transfer, Optional<Extension> transferredBy,
                         Optional<String> filterValue, boolean wholeCallInSight) {
    public CallReport {
        // Aliases are compared with keys, so they are cleaned as keys are.
        aliases = aliases.stream().map(CallKey::cleaned).filter(alias -> !alias.isEmpty()).toList();
    }

    public static CallReport of(CallKey key, CallState state, Instant at) {
        return new CallReport(key, state, at, List.of(), Optional.empty(), Party.Unknown.NOBODY, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    public CallReport also(String alias) {
        List<String> more = new java.util.ArrayList<>(aliases);
        more.add(alias);
        return new CallReport(key, state, at, more, direction, party, referrer, reason, transfer, transferredBy,
                filterValue, wholeCallInSight);
    }

    public CallReport in(CallState other) {
        return new CallReport(key, other, at, aliases, direction, party, referrer, reason, transfer, transferredBy,
                filterValue, wholeCallInSight);
    }

    public CallReport going(Direction way) {
        return new CallReport(key, state, at, aliases, Optional.of(way), party, referrer, reason, transfer,
                transferredBy, filterValue, wholeCallInSight);
    }

    public CallReport with(Party other) {
        return new CallReport(key, state, at, aliases, direction, other, referrer, reason, transfer, transferredBy,
                filterValue, wholeCallInSight);
    }

    public CallReport dialled(PhoneNumber number) {
        return new CallReport(key, state, at, aliases, direction, party, Optional.of(number), reason, transfer,
                transferredBy, filterValue, wholeCallInSight);
    }

    public CallReport because(EndReason why) {
        return new CallReport(key, state, at, aliases, direction, party, referrer, Optional.of(why), transfer,
                transferredBy, filterValue, wholeCallInSight);
    }

    /** The agent gave the call to {@code to}; {@code stillSeen} when the source will also report its end. */
    public CallReport givenTo(Extension to, boolean stillSeen) {
        return new CallReport(key, state, at, aliases, direction, party, referrer, reason,
                Optional.of(new Transfer(to, false)), transferredBy, filterValue, stillSeen);
    }

    public CallReport handedOverBy(Extension colleague) {
        return new CallReport(key, state, at, aliases, direction, party, referrer, reason, transfer,
                Optional.of(colleague), filterValue, wholeCallInSight);
    }

    public CallReport filteredBy(String value) {
        return new CallReport(key, state, at, aliases, direction, party, referrer, reason, transfer, transferredBy,
                Optional.of(value), wholeCallInSight);
    }

    /** Nothing worth telling of a call that was not heard of before: that it is over here, and not whose it was. */
    boolean isFarewellOnly() {
        boolean isOver = state == CallState.ENDED;
        boolean isGiven = transfer.isPresent();
        return isOver && isGiven || (isOver || isGiven) && !party.isKnown();
    }
}
