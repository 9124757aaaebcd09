package io.deskbell.source.sip;

import io.deskbell.call.NumberPlan;
import io.deskbell.config.SipSettings.SilentFork;
import io.deskbell.source.PhoneListener;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Reads calls that rang along when they were recorded: no answers, no time, only what they tell. Not thread safe. */
final class RungMessages {
    private final InviteReader reader;
    private final Map<String, SipRequest> ringing = new HashMap<>();

    RungMessages(NumberPlan plan, SilentFork settings) {
        this.reader = new InviteReader(plan, settings);
    }

    /** @throws IllegalArgumentException for what is no SIP message */
    void take(byte[] message, Instant at, PhoneListener listener) throws InterruptedException {
        SipRequest request = request(message);
        PhoneListener fork = listener.alsoSeen("fork");
        if (request.method().equals("INVITE")) {
            ringing.put(request.callId(), request);
            fork.report(reader.rings(request, at));
        } else if (request.method().equals("CANCEL") && ringing.containsKey(request.callId())) {
            fork.report(reader.stopped(ringing.remove(request.callId()), request, at));
        }
    }

    private static SipRequest request(byte[] message) {
        try {
            if (SipParser.datagram(message) instanceof SipRequest request) return request;
            throw new IllegalArgumentException("not a SIP request");
        } catch (SipParseException broken) {
            throw new IllegalArgumentException("not a SIP message: " + broken.getMessage(), broken);
        }
    }
}
