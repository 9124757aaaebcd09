package io.deskbell.source.sip;

/**
 * All that an INVITE can ever be answered while ringing along. There is no 2xx among them, so no call can be taken; no
 * 3xx, so none can be diverted; no 6xx, which alone of the refusals would end the other devices' ringing
 * (RFC 3261 §16.7 step 5).
 */
enum RungAnswer {
    RINGING(180, "Ringing"),
    CANCELLED(487, "Request Terminated"),
    /** Not here: a forking proxy goes on with the other devices. */
    STEPPED_OUT(480, "Temporarily Unavailable"),
    /** The INVITE asks for an extension of SIP (RFC 3261 §8.2.2.3), such as 100rel. */
    EXTENSION(420, "Bad Extension"),
    /** The same call on another way (RFC 3261 §8.2.2.2). */
    MERGED(482, "Loop Detected"),
    /** For a call that we would have to be in. */
    NO_CALL(481, "Call/Transaction Does Not Exist");

    private final int status;
    private final String reason;

    RungAnswer(int status, String reason) {
        this.status = status;
        this.reason = reason;
    }

    boolean isFinal() {
        return this != RINGING;
    }

    SipResponse to(SipRequest invite) {
        return invite.answered(status, reason);
    }
}
