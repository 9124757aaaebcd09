package io.deskbell.source;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A number that a source has the telephone system call, in a thread of its own because that waits for the agent. */
public final class Dialling {
    private static final long PATIENCE_SECONDS = 20;

    private final CompletableFuture<Dialer.Outcome> outcome = new CompletableFuture<>();

    private Dialling() {
    }

    public static Dialling of(PhoneSource source, String digits) {
        Dialling dialling = new Dialling();
        Dialer dialer = source.dialer().orElseThrow();
        Thread.ofVirtual().name("dialling").start(() -> {
            try {
                dialling.outcome.complete(dialer.dial(digits, () -> { }));
            } catch (InterruptedException never) {
                dialling.outcome.completeExceptionally(never);
            }
        });
        return dialling;
    }

    /** What it came to, once that is known. */
    public Dialer.Outcome outcome() throws InterruptedException, ExecutionException, TimeoutException {
        return outcome.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
