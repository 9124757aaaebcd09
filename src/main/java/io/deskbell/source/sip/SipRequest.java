package io.deskbell.source.sip;

import java.nio.charset.StandardCharsets;

/** @param headers without Content-Length, which follows from the body */
record SipRequest(String method, String uri, Headers headers, byte[] body) implements SipMessage {
    SipRequest {
        headers = headers.without("Content-Length");
    }

    SipRequest(String method, String uri, Headers headers) {
        this(method, uri, headers, new byte[0]);
    }

    @Override
    public String startLine() {
        return method + " " + uri + " SIP/2.0";
    }

    /** For a recording: as it came, without what logs somebody in. */
    String toTape() {
        Headers kept = headers.without("Authorization").without("Proxy-Authorization");
        return new String(new SipRequest(method, uri, kept, body).toBytes(), StandardCharsets.ISO_8859_1);
    }

    SipRequest with(String name, String value) {
        return new SipRequest(method, uri, headers.with(name, value), body);
    }

    /** The answer with the fields every answer repeats (RFC 3261 §8.2.6.2). */
    SipResponse answered(int status, String reason) {
        Headers repeated = Headers.NONE.withAll("Via", headers.list("Via"));
        for (String name : new String[] {"From", "To", "Call-ID", "CSeq"}) {
            repeated = repeated.withAll(name, headers.all(name).stream().limit(1).toList());
        }
        return new SipResponse(status, reason, repeated, new byte[0]);
    }
}
