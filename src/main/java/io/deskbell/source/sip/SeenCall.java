package io.deskbell.source.sip;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One call as the dialogs show it: a call lives while one of its dialogs does (a forked call has several), was answered
 * once one of them was confirmed, and keeps what was told of it while it rang. Not thread safe.
 */
final class SeenCall {
    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Duration DOUBT = Duration.ofSeconds(3);
    /** No call is forked so widely; a system that goes on naming new ones must not fill the memory. */
    private static final int MOST_LEGS = 100;

    private final CallKey key;
    private final int generation;
    private final Map<String, CallState> legs = new LinkedHashMap<>();
    private Party party = Party.Unknown.NOBODY;
    private Optional<Direction> direction = Optional.empty();
    private Optional<PhoneNumber> dialled = Optional.empty();
    private Optional<Extension> handedOverBy = Optional.empty();
    private Optional<EndReason> reason = Optional.empty();
    private boolean answered;
    private boolean missed;
    private Optional<Instant> doubtedSince = Optional.empty();

    /** @param generation how many calls had this name before */
    SeenCall(CallKey key, int generation) {
        this.key = key;
        this.generation = generation;
    }

    int generation() {
        return generation;
    }

    boolean hasLeg(String id) {
        return legs.containsKey(id);
    }

    /**
     * Empty when no leg has a UUID. An earlier run may know the call by it: FreeSWITCH names a call by its UUID as it
     * happens, and by its Call-ID too when it is asked what there is.
     */
    String firstUuid() {
        return legs.keySet().stream().filter(id -> UUID.matcher(id).matches()).findFirst().orElse("");
    }

    boolean wasAnswered() {
        return answered;
    }

    boolean isOver() {
        return missed || state() == CallState.ENDED;
    }

    /** It went without a word: it was not among all the calls there are. */
    boolean wentMissing() {
        return missed;
    }

    Party party() {
        return party;
    }

    /** Whether it was said to be answered for so long that asking would have shown it to be over. */
    boolean isBelieved(Instant at) {
        if (doubtedSince.isEmpty()) doubtedSince = Optional.of(at);
        return !at.isBefore(doubtedSince.get().plus(DOUBT));
    }

    boolean isOutbound() {
        return direction.filter(way -> way == Direction.OUTBOUND).isPresent();
    }

    /** The state of one leg before anything new is told of it; ringing legs of answered calls stay ringing. */
    boolean legWasAnswered(String id) {
        return legs.getOrDefault(id, CallState.RINGING).isAnswered();
    }

    void learn(Party other, Optional<Direction> way, Optional<PhoneNumber> number) {
        if (other.isKnown() || !party.isKnown() && !other.name().isEmpty()) party = other;
        direction = direction.or(() -> way);
        dialled = dialled.or(() -> number);
    }

    void handedOverBy(Extension colleague) {
        handedOverBy = Optional.of(colleague);
    }

    void leg(String id, CallState state) {
        boolean full = legs.size() >= MOST_LEGS && !legs.containsKey(id);
        if (full && !legs.values().remove(CallState.ENDED)) return;
        legs.put(id, state);
        answered |= state.isAnswered();
    }

    void because(Optional<EndReason> why) {
        reason = why;
    }

    /** A whole document names all legs there are. */
    void onlyLegs(Collection<String> named) {
        legs.keySet().retainAll(named);
    }

    void missing() {
        missed = true;
    }

    CallState state() {
        if (legs.containsValue(CallState.CONNECTED)) return CallState.CONNECTED;
        if (legs.containsValue(CallState.HELD)) return CallState.HELD;
        boolean ringing = legs.values().stream().anyMatch(CallState::isRinging);
        if (!ringing) return CallState.ENDED;
        if (answered) return CallState.CONNECTED;
        return isOutbound() ? CallState.DIALING : CallState.RINGING;
    }

    CallReport report(Instant at) {
        CallReport report = CallReport.of(key, state(), at).with(party);
        if (direction.isPresent()) report = report.going(direction.get());
        if (dialled.isPresent()) report = report.dialled(dialled.get());
        if (handedOverBy.isPresent()) report = report.handedOverBy(handedOverBy.get());
        if (reason.isPresent() && state() == CallState.ENDED) report = report.because(reason.get());
        return report;
    }
}
