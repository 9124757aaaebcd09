package io.deskbell.source;

import io.deskbell.call.Reason;

/**
 * Makes the agent's own phone call a number. What may go wrong on the way is an answer, not an exception; words in it
 * are for the agent or IT, without secrets or the number.
 */
@FunctionalInterface
public interface Dialer {
    /** What a dial comes to. */
    sealed interface Outcome {
    }

    /** The phone calls, or was told to and said yes. */
    record Calling() implements Outcome {
    }

    /** The agent's phone rang and nobody picked it up. */
    record NotPickedUp() implements Outcome {
    }

    /** The agent's phone is in a call and takes no other. */
    record Busy() implements Outcome {
    }

    /** Nothing here can dial. */
    record NotSetUp() implements Outcome {
    }

    /** @param reason why, and what to do about it */
    record Refused(Reason reason) implements Outcome {
        public Refused(String words) {
            this(Reason.words(words));
        }

        /** In English, for a log or the command line. */
        public String why() {
            return reason.english();
        }
    }

    /**
     * Blocks until it is known, a minute at most.
     *
     * @param digits as the phone dials them
     * @param pickUp told once, on this thread, when the agent has to pick up the phone for it to call
     */
    Outcome dial(String digits, Runnable pickUp) throws InterruptedException;
}
