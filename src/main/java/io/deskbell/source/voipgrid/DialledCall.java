package io.deskbell.source.voipgrid;

import io.deskbell.source.Dialer.Calling;
import io.deskbell.source.Dialer.NotPickedUp;
import io.deskbell.source.Dialer.Outcome;
import io.deskbell.source.Dialer.Refused;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A number the platform was told to call, and what whoever dialled it waits to hear. Thread safe. */
final class DialledCall {
    private static final int MOST_FAILURES = 10;

    private final String id;
    private final String number;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    /** Answers about it in a row that said nothing; of the thread that asks. */
    private int failures;

    DialledCall(String id, String number) {
        this.id = id;
        this.number = number;
    }

    String id() {
        return id;
    }

    String number() {
        return number;
    }

    /** As it stands at the head of what the platform says of it. */
    String head() {
        return id + " " + number;
    }

    /** One more answer that says nothing of this call; whether there have been so many that none is to be expected. */
    boolean failsForGood() {
        failures++;
        return failures >= MOST_FAILURES;
    }

    void stands(String status) {
        failures = 0;
        switch (status) {
            case "dialing_b", "connected" -> outcome.complete(new Calling());
            case "failed_a", "disconnected" -> outcome.complete(new NotPickedUp());
            case "failed_b" -> outcome.complete(new Refused(VoipgridReason.NOT_REACHED.of()));
            case "blacklisted" -> outcome.complete(new Refused(VoipgridReason.BLOCKED.of()));
            default -> { } // The agent's telephone rings.
        }
    }

    void isForgotten(String host) {
        outcome.complete(new Refused(VoipgridReason.NO_LONGER_KNOWN.of(host)));
    }

    /** Who has not picked up by then does not. */
    Outcome outcome(Duration patience) throws InterruptedException {
        try {
            return outcome.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException rangInVain) {
            return new NotPickedUp();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
