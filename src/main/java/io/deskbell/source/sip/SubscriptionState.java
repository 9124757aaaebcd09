package io.deskbell.source.sip;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The Subscription-State field of a NOTIFY (RFC 6665 §4.1.3). Words in lower case; an absent field means active. */
record SubscriptionState(String state, String reason, Optional<Duration> expires, Optional<Duration> retryAfter) {
    static SubscriptionState of(SipRequest notify) {
        List<String> parts = Separated.by(';', notify.headers().first("Subscription-State").orElse("active"));
        if (parts.isEmpty()) parts = List.of("active");
        Parameters parameters = Parameters.of(parts.subList(1, parts.size()));
        return new SubscriptionState(parts.getFirst().toLowerCase(Locale.ROOT),
                parameters.get("reason").orElse("").toLowerCase(Locale.ROOT),
                parameters.get("expires").flatMap(Seconds::read), parameters.get("retry-after").flatMap(Seconds::read));
    }

    boolean isTerminated() {
        return state.equals("terminated");
    }

    boolean isPending() {
        return state.equals("pending");
    }

    /** The server let go of the subscription, not of us: ask again at once. Unknown reasons count as none. */
    boolean mayBeRenewedAtOnce() {
        return switch (reason) {
            case "probation", "giveup", "rejected", "noresource", "invariant" -> false;
            default -> retryAfter.isEmpty();
        };
    }
}
