package io.deskbell;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.Direction;
import io.deskbell.call.PhoneNumber;
import io.deskbell.config.Config;
import io.deskbell.lookup.Caller;
import io.deskbell.lookup.CallerLookup;
import io.deskbell.lookup.Found;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Asks who calls as soon as the phone rings, and adds to each event what is known by then; what is learnt between two
 * events is told as a change of the call, also after its end. Never waits. The source's own value comes before that of
 * the name the phone shows, and this before one that was looked up. Thread safe.
 */
final class Enquiries implements AutoCloseable {
    private static final int MOST_CALLS = 100;

    private final Clock lookupClock;
    private final Clock callClock;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private Consumer<Supplier<Optional<CallEvent>>> teller = nobody -> { };
    private CallerLookup lookup;
    private Optional<String> usualReferrer;

    /** One call: as the phones tell it, as it was told last, and what was asked about it. */
    private static final class Asked {
        final Caller caller;
        final CompletableFuture<Found> found;
        Call asSeen;
        Call asTold;

        Asked(Caller caller, CompletableFuture<Found> found, Call call) {
            this.caller = caller;
            this.found = found;
            this.asSeen = call;
            this.asTold = call;
        }
    }

    Enquiries(Config config, Clock lookupClock, Clock callClock) {
        this.lookupClock = lookupClock;
        this.callClock = callClock;
        lookup = lookup(config);
        usualReferrer = config.inbox().referrer();
    }

    /** Begins to read the list of customers. */
    synchronized void start() {
        lookup.start();
    }

    /** Returns when the list of customers, where there is one, can be asked: for whoever moves the clock by hand. */
    void settle() {
        CompletableFuture<Void> read;
        synchronized (this) {
            read = lookup.listRead();
        }
        read.join();
    }

    /**
     * @param changes takes, on any thread and without waiting, what asks for a change of a call; it has to be asked
     *                where events are told, so that it is none of a moment that is past
     */
    synchronized void tell(Consumer<Supplier<Optional<CallEvent>>> changes) {
        teller = changes;
    }

    synchronized void change(Config before, Config next) {
        usualReferrer = next.inbox().referrer();
        boolean same = before.customers().lookup().equals(next.customers().lookup())
                && before.agent().equals(next.agent());
        if (same) return;
        lookup.close();
        lookup = lookup(next);
        lookup.start();
        asked.clear();
    }

    /** The event with what is known of the caller now. */
    synchronized CallEvent completed(CallEvent event) {
        Call call = event.call();
        Optional<Caller> caller = caller(call);
        if (caller.isEmpty()) return event;
        Asked about = asked.get(call.id());
        if (about == null || !about.caller.equals(caller.get())) about = ask(call, caller.get());
        about.asSeen = call;
        about.asTold = known(about);
        return new CallEvent(event.type(), about.asTold, event.at());
    }

    /** Always completes, if only with nothing. */
    synchronized CompletableFuture<Found> find(Caller caller) {
        return lookup.find(caller);
    }

    @Override
    public synchronized void close() {
        lookup.close();
    }

    private Asked ask(Call call, Caller caller) {
        Asked about = new Asked(caller, lookup.find(caller).exceptionally(fault -> Found.NOTHING), call);
        asked.remove(call.id());
        asked.put(call.id(), about);
        if (asked.size() > MOST_CALLS) asked.remove(asked.keySet().iterator().next());
        if (!about.found.isDone()) about.found.thenRun(() -> arrived(call.id()));
        return about;
    }

    private synchronized void arrived(String callId) {
        teller.accept(() -> learnt(callId));
    }

    private synchronized Optional<CallEvent> learnt(String callId) {
        Asked about = asked.get(callId);
        if (about == null) return Optional.empty();
        Call now = known(about);
        if (now.equals(about.asTold)) return Optional.empty();
        about.asTold = now;
        return Optional.of(new CallEvent(CallEvent.Type.CHANGED, now, callClock.instant()));
    }

    private Call known(Asked about) {
        Found found = about.found.getNow(Found.NOTHING);
        Optional<String> value = lookup.valueInName(about.asSeen.party().name()).or(found::value);
        return about.asSeen.knowing(found.name(), value);
    }

    /** Those on the public network who call in, and show a number. */
    private Optional<Caller> caller(Call call) {
        if (call.direction().orElse(Direction.INBOUND) != Direction.INBOUND) return Optional.empty();
        return call.party().outsideNumber().map(number -> new Caller(number, call.desk(),
                call.referrer().map(PhoneNumber::e164).or(() -> usualReferrer)));
    }

    private CallerLookup lookup(Config config) {
        return new CallerLookup(config.customers().lookup(), PhoneSources.numberPlan(config.agent()), lookupClock);
    }
}
