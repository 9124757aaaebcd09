package io.deskbell.source.sip;

import java.util.Optional;

/**
 * One request of ours on its way (RFC 3261 §17.1): says when it is to be sent again, when to give up, and which
 * answers are its own. Knows neither clock nor socket. Not thread safe.
 */
final class ClientTransaction {
    private final String branch;
    private final String method;
    private final SipTimers timers;
    private final boolean reliable;
    private final long givesUpAt;
    private long pause;
    private long resendsAt;
    private Optional<SipResponse> answer = Optional.empty();
    private boolean proceeding;
    private boolean rings;

    ClientTransaction(SipRequest request, boolean reliable, SipTimers timers, long now) {
        this.branch = request.topVia().flatMap(Via::branch).orElseThrow();
        this.method = request.method();
        this.timers = timers;
        this.reliable = reliable;
        this.givesUpAt = now + timers.patience().toNanos(); // Timer F.
        this.pause = timers.t1().toNanos();
        this.resendsAt = now + pause; // Timer E.
    }

    /** By branch and method (§17.1.3). A second final answer changes nothing. */
    void received(SipResponse response) {
        boolean ours = response.topVia().flatMap(Via::branch).filter(branch::equals).isPresent()
                && response.cseq().method().equals(method);
        if (!ours || answer.isPresent()) return;
        if (response.isFinal()) {
            answer = Optional.of(response);
            return;
        }
        pause = timers.t2().toNanos(); // Proceeding: every T2 from the next time on.
        proceeding = true;
        rings |= response.status() > 100;
    }

    /** An INVITE is on its way, and is answered when a person answers it: never sent again, never given up here. */
    boolean awaitsAPerson() {
        return proceeding && method.equals("INVITE");
    }

    /** The other end was found (RFC 3261 §21.1: 100 says no more than that somebody looks for it). */
    boolean rings() {
        return rings;
    }

    Optional<SipResponse> answer() {
        return answer;
    }

    boolean isOver(long now) {
        return answer.isPresent() || !awaitsAPerson() && now - givesUpAt >= 0;
    }

    /** Tells so once each time it is due. */
    boolean isToBeSentAgain(long now) {
        if (reliable || awaitsAPerson() || isOver(now) || now - resendsAt < 0) return false;
        pause = Math.min(pause * 2, timers.t2().toNanos());
        resendsAt = now + pause;
        return true;
    }

    long dueAt() {
        return reliable || givesUpAt - resendsAt < 0 ? givesUpAt : resendsAt;
    }
}
