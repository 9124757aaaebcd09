package io.deskbell.lookup;

import io.deskbell.call.NumberPlan;
import io.deskbell.config.LookupSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says who calls: from the list of customers, else from the address that is asked, and from the name the telephone
 * shows. Nothing here waits; an answer that takes its time comes as a future, which always completes. Thread safe.
 */
public final class CallerLookup implements AutoCloseable {
    /** A stat, nothing more, as long as the file is the same. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(CallerLookup.class);

    private final Optional<CustomerFile> file;
    private final Optional<WebLookup> web;
    private final Optional<NamePattern> pattern;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param plan reads the numbers of the list as the agent's telephone would */
    public CallerLookup(LookupSettings settings, NumberPlan plan, Clock clock) {
        file = settings.csv().map(csv -> new CustomerFile(csv, plan, clock));
        web = settings.web().map(asked -> new WebLookup(asked, clock));
        pattern = settings.namePattern().map(NamePattern::new);
    }

    /** Begins to read the list, on a thread of the system: a long one would hold up the courier's virtual threads. */
    public void start() {
        file.ifPresent(list -> Thread.ofPlatform().daemon().name("lookup-list").priority(Thread.MIN_PRIORITY)
                .start(() -> watch(list)));
    }

    /** Complete once the list has been looked at, or where there is none. */
    public CompletableFuture<Void> listRead() {
        return file.map(CustomerFile::firstLook).orElse(CompletableFuture.completedFuture(null));
    }

    public CompletableFuture<Found> find(Caller caller) {
        CompletableFuture<Found> listed = file.map(list -> list.find(caller.number()))
                .orElse(CompletableFuture.completedFuture(Found.NOTHING));
        if (web.isEmpty()) return listed;
        return listed.thenCompose(found -> found.isNothing() ? web.get().find(caller)
                : CompletableFuture.completedFuture(found));
    }

    /** What the name the telephone shows says of the customer. */
    public Optional<String> valueInName(String name) {
        return pattern.flatMap(known -> known.valueIn(name));
    }

    @Override
    public void close() {
        closed.countDown();
        web.ifPresent(WebLookup::close);
    }

    private void watch(CustomerFile list) {
        try {
            do look(list);
            while (!closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void look(CustomerFile list) {
        try {
            list.look();
        } catch (RuntimeException surprise) {
            LOG.error("the list of customers: a fault in the program; the one before holds", surprise);
        }
    }
}
