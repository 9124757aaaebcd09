package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The timers and the matching of RFC 3261 §17.1.2, without a clock. */
final class ClientTransactionTest {
    private static final long BEGIN = Long.MAX_VALUE - 3_000_000_000L; // Real clocks may pass the largest number.
    private final SipRequest request = new SipRequest("SUBSCRIBE", "sip:201@pbx.test", Headers.NONE
            .with("Via", "SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKa").with("From", "<sip:a@b>").with("To", "<sip:c@d>")
            .with("Call-ID", "1").with("CSeq", "1 SUBSCRIBE"));

    @Test
    void overUdpTheRequestIsSentAgainAtGrowingPauses() {
        assertEquals(List.of(500, 1500, 3500, 7500, 11500, 15500, 19500, 23500, 27500, 31500), sentAgain(-1));
    }

    @Test
    void afterAProvisionalAnswerItIsSentAgainMoreSeldom() {
        assertEquals(List.of(500, 1500, 5500, 9500, 13500, 17500, 21500, 25500, 29500), sentAgain(600));
    }

    /** @param provisionalAt milliseconds, or none */
    private List<Integer> sentAgain(int provisionalAt) {
        ClientTransaction transaction = new ClientTransaction(request, false, SipTimers.USUAL, BEGIN);
        List<Integer> sent = new ArrayList<>();
        for (int millis = 0; !transaction.isOver(at(millis)); millis += 100) {
            if (millis == provisionalAt) transaction.received(request.answered(100, "Trying"));
            if (transaction.isToBeSentAgain(at(millis))) sent.add(millis);
        }
        return sent;
    }

    @Test
    void overAStreamItIsSentOnceAndGivenUpAfterTheSameTime() {
        ClientTransaction transaction = new ClientTransaction(request, true, SipTimers.USUAL, BEGIN);
        assertFalse(transaction.isToBeSentAgain(at(31_900)));
        assertFalse(transaction.isOver(at(31_999)));
        assertTrue(transaction.isOver(at(32_000)));
        assertEquals(at(32_000), transaction.dueAt());
        assertEquals(Optional.empty(), transaction.answer());
    }

    @Test
    void onlyItsOwnFinalAnswerEndsIt() {
        ClientTransaction transaction = new ClientTransaction(request, false, SipTimers.USUAL, BEGIN);
        SipResponse right = request.answered(200, "OK");
        transaction.received(right.replacing("Via", "SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKother"));
        transaction.received(right.replacing("Via", "nonsense"));
        transaction.received(right.replacing("CSeq", "1 REGISTER"));
        transaction.received(request.answered(183, "Soon"));
        assertFalse(transaction.isOver(at(1)));
        transaction.received(right);
        transaction.received(request.answered(500, "Too late"));
        assertTrue(transaction.isOver(at(1)));
        assertEquals(Optional.of(200), transaction.answer().map(SipResponse::status));
    }

    @Test
    void answersGivenAreRememberedForAWhileAndNotWithoutEnd() {
        SentAnswers answers = new SentAnswers(SipTimers.USUAL.patience());
        answers.sent(request, new byte[] {1}, BEGIN);
        assertEquals(Optional.of((byte) 1), answers.to(request, at(31_000)).map(bytes -> bytes[0]));
        assertEquals(Optional.empty(), answers.to(request, at(33_000)));
        for (int other = 0; other < 100; other++) {
            Headers headers = request.headers().without("Call-ID").with("Call-ID", "stranger" + other);
            answers.sent(new SipRequest("SUBSCRIBE", "sip:x", headers), new byte[] {2}, BEGIN);
        }
        assertEquals(Optional.empty(), answers.to(request, at(1)));
    }

    private static long at(long millis) {
        return BEGIN + millis * 1_000_000;
    }
}
