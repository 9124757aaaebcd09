package io.deskbell.source.sip;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * One INVITE of ours on its way (RFC 3261 §13.2, §17.1.1): rings until it is answered, or takes itself back. A refusal
 * is acknowledged here; an acceptance is acknowledged by whose call it is. For one use.
 */
final class Invitation {
    /** For the answer to a CANCEL, which the one to the INVITE follows at once. */
    private static final Duration TAKEN_BACK = Duration.ofSeconds(2);

    private final Conversation conversation;
    private final SipRequest request;
    private final ClientTransaction transaction;
    private final SipTime time;
    private final Refusals refusals;

    Invitation(Conversation conversation, SipRequest draft, boolean reliable, Surroundings around, Refusals refusals) {
        this.conversation = conversation;
        this.request = conversation.completed(draft);
        this.time = around.time();
        this.refusals = refusals;
        this.transaction = new ClientTransaction(request, reliable, around.timers(), time.nanos());
    }

    /** @param onRing told once, when somebody's phone rings */
    SipResponse answer(Duration atMost, Runnable onRing) throws IOException, InterruptedException {
        conversation.send(request.toBytes());
        conversation.open(transaction);
        long until = time.nanos() + atMost.toNanos();
        boolean told = false;
        while (!transaction.isOver(time.nanos()) && time.nanos() - until < 0) {
            if (transaction.isToBeSentAgain(time.nanos())) conversation.send(request.toBytes());
            if (transaction.rings() && !told) onRing.run();
            told = transaction.rings();
            conversation.step(transaction.awaitsAPerson() ? until
                    : Conversation.earlier(until, transaction.dueAt()));
        }
        if (transaction.answer().isEmpty()) takeBack();
        SipResponse answer = transaction.answer().orElseThrow(() -> refusals.silent("INVITE"));
        if (!answer.isSuccess()) conversation.send(within("ACK", answer.headers().first("To")).toBytes());
        return answer;
    }

    /** Whoever picks up in this very moment is not too late. */
    private void takeBack() throws IOException, InterruptedException {
        if (!transaction.awaitsAPerson()) return; // Nobody has it: a CANCEL must not overtake it (§9.1).
        conversation.send(within("CANCEL", request.headers().first("To")).toBytes());
        long until = time.nanos() + TAKEN_BACK.toNanos();
        while (transaction.answer().isEmpty() && time.nanos() - until < 0) {
            conversation.step(until);
        }
    }

    /** ACK of a refusal and CANCEL repeat what tells their INVITE (§9.1, §17.1.1.3). */
    private SipRequest within(String method, Optional<String> to) {
        Headers headers = Headers.NONE.with("Via", request.headers().first("Via").orElseThrow())
                .with("Max-Forwards", "70").withAll("Route", request.headers().all("Route"))
                .with("From", request.headers().first("From").orElseThrow()).with("To", to.orElseThrow())
                .with("Call-ID", request.callId()).with("CSeq", request.cseq().number() + " " + method);
        return new SipRequest(method, request.uri(), headers);
    }
}
