package io.deskbell.sandbox;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers the sandbox was told to give instead of the truth, one a request. Thread safe. */
final class Mood {
    private final Queue<Integer> next = new ConcurrentLinkedQueue<>();
    private volatile boolean unavailable;

    void answerWith(int... statuses) {
        for (int status : statuses) {
            if (status < 200 || status > 599) throw new IllegalArgumentException("an answer's status is 200 to 599");
            next.add(status);
        }
    }

    void unavailable(boolean now) {
        unavailable = now;
    }

    Optional<Integer> forNextRequest() {
        return unavailable ? Optional.of(Received.NO_ANSWER) : Optional.ofNullable(next.poll());
    }
}
