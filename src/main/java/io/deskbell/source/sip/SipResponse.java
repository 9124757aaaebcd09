package io.deskbell.source.sip;

/** @param headers without Content-Length, which follows from the body */
record SipResponse(int status, String reason, Headers headers, byte[] body) implements SipMessage {
    SipResponse {
        headers = headers.without("Content-Length");
    }

    @Override
    public String startLine() {
        return "SIP/2.0 " + status + " " + reason;
    }

    boolean isFinal() {
        return status >= 200;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    SipResponse with(String name, String value) {
        return new SipResponse(status, reason, headers.with(name, value), body);
    }

    SipResponse replacing(String name, String value) {
        return new SipResponse(status, reason, headers.without(name).with(name, value), body);
    }
}
