package io.deskbell.outbox;

import io.deskbell.call.Registration;
import java.util.Optional;

/**
 * One registration in the outbox. Numbers rise in the order of recording and are never used again.
 *
 * @param words the server's, for what it refused
 * @param conversationId what the server called the conversation, when it said
 */
public record Entry(long number, Registration registration, Progress progress, Optional<String> words,
                    Optional<String> conversationId) {

    static Entry waiting(long number, Registration registration) {
        return new Entry(number, registration, Progress.WAITING, Optional.empty(), Optional.empty());
    }

    public String callId() {
        return registration.callId();
    }

    Entry refused(String why) {
        return new Entry(number, registration, Progress.SET_ASIDE, Optional.of(why), Optional.empty());
    }

    Entry again() {
        return waiting(number, registration);
    }
}
