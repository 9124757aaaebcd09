package io.deskbell;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallListener;
import io.deskbell.call.Direction;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Registration;
import io.deskbell.call.Registration.Filter;
import io.deskbell.call.Registration.Kind;
import io.deskbell.config.InboxSettings;
import io.deskbell.lookup.Caller;
import io.deskbell.lookup.Found;
import io.deskbell.outbox.Delivery;
import io.deskbell.outbox.Destination;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the filter value that was still being looked up when a call's Answered was written to the disk. The Answered
 * waits for it on the courier's way, {@link #BOUND} from the answer at the most, and then goes without: it is on the
 * disk before it comes here, so nothing is lost whatever becomes of the lookup. After a restart it is looked up anew.
 * Thread safe.
 */
final class LateFilter implements Destination, CallListener {
    /**
     * The lookup begins when the phone rings, which is mostly longer than it takes. Where it is picked up at once, the
     * conversation still has to be on the screen by the time both have said their names, some two seconds.
     */
    static final Duration BOUND = Duration.ofMillis(800);
    /** What waits for so long has nobody waiting for it; it may take the whole time again. */
    private static final Duration LONG_AGO = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(LateFilter.class);
    private static final int MOST_CALLS = 300;

    private final Destination inbox;
    private final Function<Caller, CompletableFuture<Found>> lookup;
    private final Map<String, Long> answeredAt = new LinkedHashMap<>();
    private final Map<String, Filter> added = new LinkedHashMap<>();
    private volatile InboxSettings settings;

    LateFilter(Destination inbox, Function<Caller, CompletableFuture<Found>> lookup, InboxSettings settings) {
        this.inbox = inbox;
        this.lookup = lookup;
        this.settings = settings;
    }

    void change(InboxSettings next) {
        settings = next;
    }

    /** From the answer on the time runs, also while another event is on its way. */
    @Override
    public void happened(CallEvent event) {
        if (event.type() == CallEvent.Type.ANSWERED) answered(event.call().id());
    }

    @Override
    public Delivery deliver(Registration registration) {
        return inbox.deliver(filter(registration).map(registration::with).orElse(registration));
    }

    private Optional<Filter> filter(Registration registration) {
        boolean wanted = registration.filter().isEmpty() && registration.direction() == Direction.INBOUND;
        if (!wanted) return Optional.empty();
        String id = registration.callId();
        if (registration.kind() != Kind.ANSWERED) return Optional.ofNullable(find(added, id));
        Optional<Filter> late = caller(registration).flatMap(caller -> settings.filterField()
                .flatMap(field -> value(id, caller).map(value -> new Filter(field, value))));
        late.ifPresent(filter -> keep(added, id, filter)); // What follows of the call says the same.
        return late;
    }

    private Optional<String> value(String callId, Caller caller) {
        long since = System.nanoTime() - answered(callId);
        long left = since > LONG_AGO.toNanos() ? BOUND.toNanos() : BOUND.toNanos() - since;
        try {
            return lookup.apply(caller).get(Math.max(0, left), TimeUnit.NANOSECONDS).value();
        } catch (TimeoutException late) {
            LOG.info("call {}: goes without a filter value, which is still being looked up", callId);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt(); // The delivery breaks off by itself, and the event stays on the disk.
        } catch (ExecutionException surprise) {
            LOG.error("call {}: a fault in the program that looks callers up", callId, surprise.getCause());
        }
        return Optional.empty();
    }

    /** Empty for what stands in the place of a withheld number. */
    private Optional<Caller> caller(Registration registration) {
        String number = registration.number();
        boolean withheld = settings.withheldNumber().filter(number::equals).isPresent();
        if (withheld || !number.matches("\\+[0-9]{3,15}")) return Optional.empty();
        return Optional.of(new Caller(new PhoneNumber(number), registration.extension(), registration.referrer()));
    }

    private long answered(String callId) {
        synchronized (answeredAt) {
            Long known = answeredAt.get(callId);
            if (known != null) return known;
            long now = System.nanoTime();
            keep(answeredAt, callId, now);
            return now;
        }
    }

    private static Filter find(Map<String, Filter> of, String callId) {
        synchronized (of) {
            return of.get(callId);
        }
    }

    private static <T> void keep(Map<String, T> in, String callId, T what) {
        synchronized (in) {
            in.put(callId, what);
            if (in.size() > MOST_CALLS) in.remove(in.keySet().iterator().next());
        }
    }
}
