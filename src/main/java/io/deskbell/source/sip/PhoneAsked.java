package io.deskbell.source.sip;

import io.deskbell.source.Dialer;
import io.deskbell.source.Dialer.Outcome;
import java.io.IOException;
import java.time.Duration;

/** Asks the agent's phone to call a number, within a call of ours or without one. For one use. */
final class PhoneAsked {
    /** A phone rings this long, then whoever clicked has changed his mind. */
    static final Duration RINGING = Duration.ofSeconds(40);
    /** A phone that has taken a REFER tells within this time how it goes (RFC 3515 §2.4.4), or never. */
    static final Duration TELLING = Duration.ofSeconds(4);

    private final OwnCall call;
    private final Conversation conversation;
    private final Asking asking;
    private final boolean reliable;
    private final Surroundings around;
    private final Refusals refusals;

    PhoneAsked(OwnCall call, Conversation conversation, Asking asking, boolean reliable, Surroundings around,
               Refusals refusals) {
        this.call = call;
        this.conversation = conversation;
        this.asking = asking;
        this.reliable = reliable;
        this.around = around;
        this.refusals = refusals;
    }

    /** The phone rings, is picked up, and is then told whom to call instead of us. */
    Outcome callAndRefer(Runnable pickUp) throws IOException, InterruptedException {
        SipResponse answer = asking.ask(call::invite, draft -> new Invitation(conversation, draft, reliable, around,
                refusals).answer(RINGING, pickUp));
        switch (answer.status()) {
            case 486, 600 -> {
                return new Dialer.Busy();
            }
            case 487, 408, 603 -> {
                return new Dialer.NotPickedUp();
            }
            default -> {
                if (!answer.isSuccess()) throw refusals.toRing(answer);
            }
        }
        call.accepted(answer);
        conversation.acknowledge(call.acknowledgement(answer));
        try {
            return refer();
        } finally {
            if (!call.isOver()) asking.ask(call::bye, conversation::exchange);
        }
    }

    Outcome refer() throws IOException, InterruptedException {
        SipResponse answer = asking.ask(call::refer, conversation::exchange);
        if (!answer.isSuccess()) throw refusals.toRefer(answer);
        long until = around.time().nanos() + TELLING.toNanos();
        while (isUnderWay() && around.time().nanos() - until < 0) {
            conversation.step(until);
        }
        int told = call.progress().orElse(200);
        if (told == 486 || told == 600 || told < 300) return new Dialer.Calling(); // The other end is busy: heard.
        return new Dialer.Refused(refusals.notCalled(told));
    }

    private boolean isUnderWay() {
        return !call.isOver() && call.progress().orElse(100) == 100;
    }
}
