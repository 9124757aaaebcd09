package io.deskbell.source.sip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** The server's end of one subscription: makes its notifications, also wrong ones. */
public final class PbxSubscription {
    private final SipRequest subscribe;
    private final PbxPeer peer;
    private final String contact;
    private final String from;
    private final AtomicInteger sent = new AtomicInteger();

    PbxSubscription(SipRequest subscribe, PbxPeer peer, String contact, SipResponse accepted) {
        this.subscribe = subscribe;
        this.peer = peer;
        this.contact = contact;
        this.from = accepted.headers().first("To").orElseThrow();
    }

    boolean isOf(SipRequest request) {
        return request.callId().equals(subscribe.callId())
                && request.tag("To").equals(NameAddress.read(from).flatMap(who -> who.parameters().get("tag")));
    }

    public void send(String state, String body) throws IOException {
        send(next(state, body));
    }

    void send(SipMessage message) throws IOException {
        peer.send(message.toBytes());
    }

    void send(byte[] bytes) throws IOException {
        peer.send(bytes);
    }

    /** The next notification in order, not yet sent. */
    SipRequest next(String state, String body) {
        return numbered(sent.incrementAndGet(), state, body);
    }

    SipRequest numbered(int number, String state, String body) {
        String to = subscribe.headers().first("From").orElseThrow();
        String event = subscribe.headers().first("Event").orElseThrow();
        String target = subscribe.headers().first("Contact").flatMap(NameAddress::read).orElseThrow().uri();
        Headers headers = Headers.NONE
                .with("Via", "SIP/2.0/UDP 127.0.0.1:5060;rport;branch=" + Via.COOKIE + "notify" + number)
                .with("From", from).with("To", to).with("Call-ID", subscribe.callId())
                .with("CSeq", number + " NOTIFY").with("Contact", "<" + contact + ">").with("Event", event)
                .with("Subscription-State", state);
        String type = event.equals("presence") ? "application/pidf+xml" : "application/dialog-info+xml";
        if (!body.isEmpty()) headers = headers.with("Content-Type", type);
        return new SipRequest("NOTIFY", target, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with another value in one field. */
    static SipRequest changed(SipRequest request, String field, String value) {
        return new SipRequest(request.method(), request.uri(), request.headers().without(field).with(field, value),
                request.body());
    }
}
