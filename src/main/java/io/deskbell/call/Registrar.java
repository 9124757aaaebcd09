package io.deskbell.call;

import io.deskbell.call.Registration.Kind;
import io.deskbell.call.RegistrationRules.TransferRole;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Decides what of a call's life the helpdesk hears: Answered once, then Transfer or Disconnected, and nothing of calls
 * that are not its business. Not thread safe.
 */
public final class Registrar {
    /** Calls given away in words of which the phone tells no more would add up for ever. */
    private static final int MOST_OPEN = 300;

    private RegistrationRules rules;
    private final BooleanSupplier paused;
    private final Set<String> answeredInAPause = new LinkedHashSet<>();
    private final Map<String, Registration> open = new LinkedHashMap<>();
    /** What was told last of calls that are over: that one was given away may be told late. */
    private final Map<String, Registration> closed = new LinkedHashMap<>();
    /** Calls this desk gave away: where the giver tells, nobody else tells that one of them comes back. */
    private final Set<String> gaveAway = new LinkedHashSet<>();

    public Registrar(RegistrationRules rules) {
        this(rules, () -> false);
    }

    /** @param paused asked when a call is answered: what it says then holds for the call to its end */
    public Registrar(RegistrationRules rules, BooleanSupplier paused) {
        this.rules = rules;
        this.paused = paused;
    }

    /** Takes up a registration whose call was still going on when an earlier run of the program stopped. */
    public void resume(Registration last) {
        keep(last);
    }

    /** Other rules hold from now on; what is registered stays so. While nobody else asks anything. */
    public void change(RegistrationRules others) {
        rules = others;
    }

    public Optional<Registration> registrationFor(CallEvent event) {
        Call call = event.call();
        Registration before = open.get(call.id());
        boolean isAnswered = event.type() == CallEvent.Type.ANSWERED;
        if (isAnswered || event.type() == CallEvent.Type.RINGING) closed.remove(call.id()); // It came back.
        if (isAnswered) {
            answeredInAPause.remove(call.id()); // It may have been answered here before, and come back.
            if (paused.getAsBoolean()) note(call.id(), answeredInAPause);
        }
        return switch (event.type()) {
            case RINGING, HELD, RESUMED -> Optional.empty();
            case ANSWERED, CHANGED -> before == null && !call.hasEnded() ? answered(call, event.at())
                    : Optional.ofNullable(before).filter(last -> isBack(last, call)).map(last -> back(last, event));
            case TRANSFERRED -> before == null ? transferredAfterAll(call, event.at())
                    : transferred(before, call, event.at());
            case ENDED -> {
                gaveAway.remove(call.id());
                yield Optional.ofNullable(open.remove(call.id())).map(last -> ended(last, event.at()));
            }
        };
    }

    /** Why the helpdesk does not hear of this call; empty when it does, or may yet: what rings can be answered. */
    public Optional<NotRegistered> whyNot(Call call) {
        if (call.isInternal()) return Optional.of(NotRegistered.INTERNAL);
        if (!call.wasAnswered()) {
            return call.hasEnded() ? Optional.of(NotRegistered.NOT_ANSWERED) : Optional.empty();
        }
        if (call.party() instanceof Party.Withheld && rules.withheldNumber().isEmpty()) {
            return Optional.of(NotRegistered.WITHHELD);
        }
        if (!call.party().isKnown()) return Optional.of(NotRegistered.NO_NUMBER);
        if (answeredInAPause.contains(call.id())) return Optional.of(NotRegistered.PAUSED);
        boolean giverTells = rules.transfer() == TransferRole.GIVER && call.transferredBy().isPresent();
        return giverTells && !gaveAway.contains(call.id()) ? Optional.of(NotRegistered.HANDED_OVER) : Optional.empty();
    }

    private static void note(String callId, Set<String> calls) {
        calls.add(callId);
        if (calls.size() > MOST_OPEN) calls.remove(calls.iterator().next());
    }

    /** Given away in the helpdesk's eyes, and answered here again. */
    private boolean isBack(Registration last, Call call) {
        boolean away = last.kind() == Kind.TRANSFER && !last.extension().equals(call.desk());
        return away && call.wasAnswered() && !call.hasEnded() && !answeredInAPause.contains(call.id());
    }

    private Registration back(Registration last, CallEvent event) {
        Registration here = last.as(Kind.TRANSFER, event.call().desk(), event.at());
        keep(here);
        return here;
    }

    private Optional<Registration> answered(Call call, Instant at) {
        if (!call.wasAnswered() || whyNot(call).isPresent()) return Optional.empty();
        boolean taken = rules.transfer() == TransferRole.TAKER && call.transferredBy().isPresent()
                && call.key().scope() == CallKey.Scope.SHARED;
        Direction direction = call.direction().orElse(Direction.INBOUND);
        Registration registration = new Registration(taken ? Kind.TRANSFER : Kind.ANSWERED, call.id(), number(call),
                call.desk(), direction, call.referrer().map(PhoneNumber::e164).or(rules::referrer),
                filter(call, direction), at);
        keep(registration);
        return Optional.of(registration);
    }

    private Registration ended(Registration last, Instant at) {
        put(closed, last);
        return last.as(Kind.DISCONNECTED, last.extension(), at);
    }

    /** Its end was registered as this desk's; else nobody would hear whose call it was then. */
    private Optional<Registration> transferredAfterAll(Call call, Instant at) {
        boolean isTold = rules.transfer() == TransferRole.GIVER && call.wasAnswered()
                && call.transfer().filter(to -> !to.isToSomebody()).isPresent();
        return Optional.ofNullable(closed.get(call.id())).filter(last -> isTold)
                .flatMap(last -> transferred(last, call, at));
    }

    private Optional<Registration> transferred(Registration before, Call call, Instant at) {
        boolean toldBefore = before.kind() == Kind.TRANSFER
                && call.transfer().filter(given -> given.to().equals(before.extension())).isPresent();
        if (toldBefore) {
            keep(before); // It was offered here again, in vain; or was inferred, and is told now: its end will be.
            return Optional.empty();
        }
        note(call.id(), gaveAway);
        boolean toNobodyKnown = call.transfer().filter(Transfer::isToSomebody).isPresent();
        return switch (toNobodyKnown && rules.transfer() == TransferRole.GIVER ? TransferRole.NEVER
                : rules.transfer()) {
            case GIVER -> {
                Registration given = before.as(Kind.TRANSFER, call.transfer().orElseThrow().to(), at);
                // Its end is told if the source goes on seeing the call; an inferred transfer was the end.
                if (call.wasGivenAwayInWords()) {
                    keep(given);
                } else {
                    open.remove(call.id());
                    put(closed, given);
                }
                yield Optional.of(given);
            }
            case TAKER -> {
                open.remove(call.id());
                yield Optional.empty();
            }
            case NEVER -> {
                open.remove(call.id());
                yield Optional.of(before.as(Kind.DISCONNECTED, before.extension(), at));
            }
        };
    }

    private void keep(Registration registration) {
        put(open, registration);
    }

    private static void put(Map<String, Registration> among, Registration registration) {
        among.put(registration.callId(), registration);
        if (among.size() > MOST_OPEN) among.remove(among.keySet().iterator().next());
    }

    private String number(Call call) {
        return call.party().outsideNumber().map(PhoneNumber::e164).or(rules::withheldNumber).orElseThrow();
    }

    /** Customer profile selection is described for inbound calls only (CM.com, profile selection). */
    private Optional<Registration.Filter> filter(Call call, Direction direction) {
        if (direction != Direction.INBOUND) return Optional.empty();
        return rules.filterField().flatMap(field ->
                call.filterValue().filter(v -> !v.isBlank()).map(value -> new Registration.Filter(field, value)));
    }
}
