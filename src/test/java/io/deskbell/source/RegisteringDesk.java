package io.deskbell.source;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallTracker;
import io.deskbell.call.DeskCalls;
import io.deskbell.call.Extension;
import io.deskbell.call.Registrar;
import io.deskbell.call.Registration;
import io.deskbell.call.RegistrationRules;
import io.deskbell.call.RegistrationRules.TransferRole;
import io.deskbell.call.TrackerLimits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A desk from what its only phone reports to what it registers, in whatever time the test lets pass. */
public final class RegisteringDesk implements PhoneListener {
    private static final String PHONE = "phone";

    private final Supplier<CallTracker> newTracker;
    private final Registrar registrar;
    private DeskCalls calls;
    private final List<CallEvent> events = new ArrayList<>();
    private final List<Registration> registered = new ArrayList<>();

    public RegisteringDesk(String extension) {
        this(extension, TransferRole.GIVER);
    }

    public RegisteringDesk(String extension, TransferRole role) {
        this(extension, new RegistrationRules(role, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    public RegisteringDesk(String extension, RegistrationRules rules) {
        newTracker = () -> new CallTracker(new Extension(extension), TrackerLimits.USUAL);
        calls = new DeskCalls(List.of(PHONE), newTracker, List.of());
        registrar = new Registrar(rules);
    }

    /** All that has happened to calls, in order. */
    public List<CallEvent> events() {
        return events;
    }

    /** What Agent Inbox would receive, in order. */
    public List<Registration> registered() {
        return registered;
    }

    /** The program ends and is there again: it knows from its disk what was going on. */
    public void restarts() {
        calls = new DeskCalls(List.of(PHONE), newTracker, calls.calls());
    }

    public void passes(Instant now) {
        take(calls.tick(now));
    }

    /** When time alone will change something. */
    public Optional<Instant> nextDue() {
        return calls.nextDue();
    }

    @Override
    public void watching() {
        calls.reconnected(PHONE);
    }

    @Override
    public void report(CallReport report) {
        take(calls.report(PHONE, report));
    }

    @Override
    public void snapshot(List<CallReport> reports, Instant at) {
        take(calls.snapshot(PHONE, reports, at));
    }

    private void take(List<CallEvent> told) {
        for (CallEvent event : told) {
            events.add(event);
            registrar.registrationFor(event).ifPresent(registered::add);
        }
    }
}
