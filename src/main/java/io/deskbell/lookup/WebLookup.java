package io.deskbell.lookup;

import io.deskbell.config.LookupSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Asks the address on threads of its own and keeps what it answered: a customer for as long as was set, nobody for a
 * minute, and a fault for some seconds, so that an address that is down is not asked over and over. Who asks twice
 * meanwhile waits for the same answer. Thread safe.
 */
final class WebLookup implements AutoCloseable {
    static final Duration KEEP_NOBODY = Duration.ofMinutes(1);
    static final Duration KEEP_FAULT = Duration.ofSeconds(5);
    static final int MOST_KEPT = 500;
    static final int MOST_AT_ONCE = 8;

    private final WebQuestion question;
    private final Duration keep;
    private final Clock clock;
    private final Trouble trouble = new Trouble("the address that is asked");
    private final Map<String, Kept> kept = new LinkedHashMap<>();
    private int underWay;

    /** An answer, or one that is to come. */
    private static final class Kept {
        final CompletableFuture<Found> found = new CompletableFuture<>();
        Instant until = Instant.MAX;
    }

    WebLookup(LookupSettings.Web settings, Clock clock) {
        this.question = new WebQuestion(settings);
        this.keep = settings.keep();
        this.clock = clock;
    }

    /** Always completes, if only with nothing. */
    CompletableFuture<Found> find(Caller caller) {
        String address = question.addressFor(caller);
        synchronized (kept) {
            Kept before = kept.get(address);
            if (before != null && before.until.isAfter(clock.instant())) return before.found;
            if (underWay >= MOST_AT_ONCE) return CompletableFuture.completedFuture(Found.NOTHING);
            Kept asked = new Kept();
            kept.remove(address); // So that it stands last.
            kept.put(address, asked);
            forgetOldest();
            underWay++;
            Thread.ofVirtual().name("lookup").start(() -> ask(address, asked));
            return asked.found;
        }
    }

    @Override
    public void close() {
        question.close();
    }

    private void ask(String address, Kept asked) {
        Answer answer = new Answer.Told(Found.NOTHING);
        try {
            answer = question.ask(address);
        } finally {
            synchronized (kept) {
                underWay--;
                asked.until = clock.instant().plus(keepFor(answer));
            }
            asked.found.complete(answer.found());
        }
        if (answer instanceof Answer.Fault fault) trouble.is(fault.reason());
        else trouble.isOver();
    }

    private Duration keepFor(Answer answer) {
        if (answer instanceof Answer.Fault) return KEEP_FAULT;
        boolean shorter = answer.found().isNothing() && KEEP_NOBODY.compareTo(keep) < 0;
        return shorter ? KEEP_NOBODY : keep;
    }

    /** Those under way are finished all the same: who asked holds on to them. */
    private void forgetOldest() {
        while (kept.size() > MOST_KEPT) kept.remove(kept.keySet().iterator().next());
    }
}
