package io.deskbell.source.sip;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Asks for something that lasts a while, logging in and bargaining about the time on the way. Not thread safe. */
final class Asking {
    /** A challenge of a proxy and one of the server, each with a stale nonce, and one to spare. */
    private static final int MOST_CHALLENGES = 5;

    private final Conversation conversation;
    private final Credentials credentials;
    private final boolean hasPassword;
    private final Refusals refusals;
    private final SipSteps steps;
    private boolean loggedIn;
    private Duration shortest = Duration.ZERO;

    Asking(Conversation conversation, Credentials credentials, boolean hasPassword, Refusals refusals, SipSteps steps) {
        this.conversation = conversation;
        this.credentials = credentials;
        this.hasPassword = hasPassword;
        this.refusals = refusals;
        this.steps = steps;
    }

    /** Sends one request and waits for its answer. */
    @FunctionalInterface
    interface Exchange {
        SipResponse of(SipRequest request) throws IOException, InterruptedException;
    }

    /** For what lasts no time: a call, and what is asked within it. */
    SipResponse ask(Supplier<SipRequest> draft, Exchange exchange) throws IOException, InterruptedException {
        return loggedIn(seconds -> draft.get(), Duration.ZERO, exchange);
    }

    /** @param draft makes the request for so many seconds, each time with a higher CSeq */
    SipResponse ask(LongFunction<SipRequest> draft, Duration time) throws IOException, InterruptedException {
        Duration asked = time.isZero() ? time : Seconds.most(time, shortest); // Zero ends it and is never too short.
        SipResponse answer = loggedIn(draft, asked, conversation::exchange);
        if (answer.status() != 423) return answer;
        shortest = answer.headers().first("Min-Expires").flatMap(Seconds::read).orElse(asked);
        return shortest.compareTo(asked) > 0 ? loggedIn(draft, shortest, conversation::exchange) : answer;
    }

    private SipResponse loggedIn(LongFunction<SipRequest> draft, Duration time, Exchange exchange)
            throws IOException, InterruptedException {
        credentials.newRequest();
        for (int challenges = 0; challenges < MOST_CHALLENGES; challenges++) {
            SipResponse answer = exchange.of(credentials.addTo(draft.apply(time.toSeconds())));
            boolean challenged = answer.status() == 401 || answer.status() == 407;
            if (!challenged) {
                credentials.accepted(answer);
                if (challenges > 0) noteLogin();
                return answer;
            }
            if (!hasPassword) throw refusals.noPassword();
            Credentials.Verdict verdict = credentials.challenged(answer);
            if (verdict == Credentials.Verdict.REFUSED) throw refusals.password();
            if (verdict == Credentials.Verdict.NOT_ANSWERABLE) throw refusals.loginUnknown();
        }
        throw refusals.password();
    }

    private void noteLogin() {
        if (!loggedIn) steps.reached(SipSteps.Step.AUTHENTICATED, SipReason.PASSWORD_ACCEPTED.of());
        loggedIn = true;
    }
}
