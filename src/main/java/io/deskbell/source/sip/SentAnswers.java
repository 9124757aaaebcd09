package io.deskbell.source.sip;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The answers given lately: a request that comes again gets the same answer and is not acted on twice (RFC 3261
 * §17.2.2). Keeps few, so that a flood of requests costs little. Not thread safe.
 */
final class SentAnswers {
    private static final int MOST = 100;

    private record Sent(byte[] bytes, long at) {
    }

    private final Duration kept;
    private final Map<String, Sent> byRequest = new LinkedHashMap<>();

    /** @param kept timer J */
    SentAnswers(Duration kept) {
        this.kept = kept;
    }

    void sent(SipRequest request, byte[] answer, long now) {
        byRequest.put(key(request), new Sent(answer, now));
        if (byRequest.size() > MOST) byRequest.remove(byRequest.keySet().iterator().next());
    }

    Optional<byte[]> to(SipRequest request, long now) {
        Sent sent = byRequest.get(key(request));
        if (sent == null || now - sent.at() > kept.toNanos()) return Optional.empty();
        return Optional.of(sent.bytes());
    }

    /** Branch and sent-by are in the Via; Call-ID and CSeq tell apart what peers older than RFC 3261 send (§17.2.3). */
    private static String key(SipRequest request) {
        String via = request.headers().first("Via").orElseThrow();
        return String.join("\n", via, request.callId(), request.cseq().toString());
    }
}
