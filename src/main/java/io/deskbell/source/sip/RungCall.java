package io.deskbell.source.sip;

import java.net.InetSocketAddress;

/** One INVITE that rings here, a server transaction of RFC 3261 §17.2.1. Not thread safe. */
final class RungCall {
    private final SipRequest invite;
    private final InetSocketAddress to;
    private final String tag;
    private final SipTimers timers;
    private final boolean reliable;
    private final long begun;
    private RungAnswer answer = RungAnswer.RINGING;
    private byte[] sent = new byte[0];
    private boolean acknowledged;
    private long answeredAt;
    private long pause;
    private long sendAgainAt;

    RungCall(SipRequest invite, InetSocketAddress to, String tag, SipTimers timers, boolean reliable, long now) {
        this.invite = invite;
        this.to = to;
        this.tag = tag;
        this.timers = timers;
        this.reliable = reliable;
        this.begun = now;
    }

    SipRequest invite() {
        return invite;
    }

    InetSocketAddress to() {
        return to;
    }

    boolean isRinging() {
        return !answer.isFinal();
    }

    byte[] answer(RungAnswer now, SipResponse response, long nanos) {
        answer = now;
        answeredAt = nanos;
        pause = timers.t1().toNanos();
        sendAgainAt = nanos + pause;
        sent = tagged(response).toBytes();
        return sent;
    }

    /** With the tag that all answers of this transaction share, those to its CANCEL too (RFC 3261 §9.2). */
    SipResponse tagged(SipResponse response) {
        if (response.tag("To").isPresent()) return response;
        return response.replacing("To", response.headers().first("To").orElseThrow() + ";tag=" + tag);
    }

    byte[] sentLast() {
        return sent;
    }

    void acknowledged() {
        acknowledged = true;
    }

    /** Timer G: a final answer is sent again until it is acknowledged, over transports that lose things. */
    boolean isToBeSentAgain(long now) {
        boolean due = answer.isFinal() && !acknowledged && !reliable && now - sendAgainAt >= 0;
        if (!due) return false;
        pause = Math.min(2 * pause, timers.t2().toNanos());
        sendAgainAt = now + pause;
        return true;
    }

    /** Timer H, and timer I for late repeats. */
    boolean isDone(long now) {
        return answer.isFinal() && now - answeredAt >= timers.patience().toNanos();
    }

    boolean hasRungFor(long nanos, long now) {
        return isRinging() && now - begun >= nanos;
    }

    /** @param most nanoseconds of ringing */
    long dueAt(long most) {
        if (isRinging()) return begun + most;
        long over = answeredAt + timers.patience().toNanos();
        return acknowledged || reliable ? over : Conversation.earlier(sendAgainAt, over);
    }

    /** The branch of the top Via names the transaction, for CANCEL and ACK too (RFC 3261 §17.2.3). */
    boolean isOf(SipRequest request) {
        return request.callId().equals(invite.callId()) && request.topVia().flatMap(Via::branch).isPresent()
                && request.topVia().flatMap(Via::branch).equals(invite.topVia().flatMap(Via::branch))
                && request.cseq().number() == invite.cseq().number();
    }

    boolean isSameCallOnAnotherWay(SipRequest request) {
        return request.callId().equals(invite.callId()) && request.cseq().number() == invite.cseq().number()
                && request.tag("From").equals(invite.tag("From"));
    }
}
