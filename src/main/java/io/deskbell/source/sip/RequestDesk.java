package io.deskbell.source.sip;

import java.net.InetSocketAddress;
import java.util.function.Supplier;

/**
 * Decides what requests from outside are answered. Only a NOTIFY of our subscription changes anything here, and the
 * end of a call we made; an INVITE
 * above all must never be answered with what takes, rings or diverts a call.
 */
final class RequestDesk {
    private static final String ALLOWED = "NOTIFY, OPTIONS";

    private final Supplier<String> tokens;
    private final EventPackage events;

    RequestDesk(Supplier<String> tokens, EventPackage events) {
        this.tokens = tokens;
        this.events = events;
    }

    /**
     * INVITE gets 405 like every method we do not have (RFC 3261 §8.2.1): 480 or 486 would tell a forking proxy that
     * the agent is away or busy, 405 only that this one device is no telephone.
     *
     * @param match of a NOTIFY or BYE; not looked at for others
     */
    SipResponse answer(SipRequest request, Subscription.Match match) {
        SipResponse answer = switch (request.method()) {
            case "NOTIFY" -> toNotify(request, match);
            case "OPTIONS" -> request.answered(200, "OK").with("Allow", ALLOWED)
                    .with("Accept", events.accepted());
            case "BYE", "CANCEL" -> request.method().equals("BYE") && match == Subscription.Match.NEW
                    ? request.answered(200, "OK") : request.answered(481, "Call/Transaction Does Not Exist");
            default -> request.answered(405, "Method Not Allowed").with("Allow", ALLOWED);
        };
        if (request.tag("To").isPresent()) return answer;
        String to = request.headers().first("To").orElseThrow();
        return answer.replacing("To", to + ";tag=" + tokens.get());
    }

    private SipResponse toNotify(SipRequest notify, Subscription.Match match) {
        if (match == Subscription.Match.FOREIGN) return notify.answered(481, "Subscription Does Not Exist");
        if (!events.isMeantBy(notify)) return notify.answered(489, "Bad Event").with("Allow-Events", events.token());
        if (match == Subscription.Match.LATE) return notify.answered(500, "CSeq Out Of Order"); // RFC 3261 §12.2.2.
        return notify.answered(200, "OK");
    }

    /**
     * Where the answer goes: to the sender, at its own port when it asked so (RFC 3581 §4), else at the one it
     * listens on (RFC 3261 §18.2.2). A maddr is not heeded: it would let strangers aim us at others.
     */
    static InetSocketAddress destination(SipRequest request, InetSocketAddress from) {
        Via via = request.topVia().orElse(new Via("UDP", "", Parameters.NONE));
        boolean sameAsFrom = via.parameters().has("rport") || via.sentBy().isEmpty();
        return sameAsFrom ? from : new InetSocketAddress(from.getAddress(), via.port());
    }
}
