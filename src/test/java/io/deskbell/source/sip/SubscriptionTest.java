package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The dialog of a subscription: who belongs to it, and by which way the next request goes. */
final class SubscriptionTest {
    private final Subscription subscription = subscription();

    private static Subscription subscription() {
        Iterator<String> tokens = List.of("call", "ours").iterator();
        return new Subscription(Account.of(Watch.settings("sip:pbx.test")), tokens::next);
    }

    @Test
    void theFirstAnswerSettlesTheFarEnd() {
        subscription.accepted(accepted("one"));
        assertEquals(Subscription.Match.NEW, subscription.match(notify("one", 1)));
        assertEquals(Subscription.Match.FOREIGN, subscription.match(notify("two", 1)));
        assertEquals(Optional.of("one"), subscription.subscribe(60).tag("To"));
    }

    @Test
    void theFirstNotificationSettlesItTooAndTheForkIsLeftOut() {
        subscription.notified(notify("one", 1));
        subscription.accepted(accepted("two"));
        assertEquals(Subscription.Match.FOREIGN, subscription.match(notify("two", 2)));
        SipRequest next = subscription.subscribe(60);
        assertEquals(Optional.of("one"), next.tag("To"));
        assertEquals("sip:one@192.0.2.1", next.uri());
    }

    @Test
    void orderIsByTheirNumbersWhichMayBeginAnywhere() {
        assertEquals(Subscription.Match.NEW, subscription.match(notify("one", 0)));
        subscription.notified(notify("one", 430));
        assertEquals(Subscription.Match.LATE, subscription.match(notify("one", 429)));
        assertEquals(Subscription.Match.REPEATED, subscription.match(notify("one", 430)));
        assertEquals(Subscription.Match.NEW, subscription.match(notify("one", 500)));
    }

    @Test
    void untilItIsSettledNothingIsKnownOfTheFarEnd() {
        SipRequest first = subscription.subscribe(600);
        assertFalse(subscription.isSettled());
        assertEquals("SUBSCRIBE sip:201@pbx.test SIP/2.0", first.startLine());
        assertEquals(Optional.empty(), first.tag("To"));
        subscription.accepted(new SipResponse(200, "OK", Headers.NONE.with("To", "<sip:201@pbx.test>"), new byte[0]));
        assertFalse(subscription.isSettled(), "an answer without a tag settles nothing");
        assertEquals(2, subscription.subscribe(600).cseq().number());
    }

    @Test
    void routesOfAnAnswerAreTurnedRoundAndThoseOfANotificationAreNot() {
        List<String> recorded = List.of("<sip:a;lr>", "<sip:b;lr>");
        subscription.accepted(new SipResponse(200, "OK", accepted("one").headers().withAll("Record-Route", recorded),
                new byte[0]));
        assertEquals(List.of("<sip:b;lr>", "<sip:a;lr>"), subscription.subscribe(1).headers().list("Route"));
        Subscription other = subscription();
        other.notified(new SipRequest("NOTIFY", "sip:x", notify("one", 1).headers().withAll("Record-Route", recorded)));
        assertEquals(recorded, other.subscribe(1).headers().list("Route"));
    }

    @Test
    void aStrictRouterIsNamedInTheFirstLine() {
        List<String> recorded = List.of("<sip:far;lr>", "<sip:strict@192.0.2.7:5070>");
        subscription.accepted(new SipResponse(200, "OK", accepted("one").headers().withAll("Record-Route", recorded),
                new byte[0]));
        SipRequest next = subscription.subscribe(1);
        assertEquals("sip:strict@192.0.2.7:5070", next.uri());
        assertEquals(List.of("<sip:far;lr>", "<sip:one@192.0.2.1>"), next.headers().list("Route"));
    }

    @Test
    void anAddressThatIsNoneMovesNothing() {
        subscription.accepted(accepted("one"));
        for (String contact : List.of("*", "<tel:+31>", "<sip:>", "", "<sip:a b@c>")) {
            SipRequest notify = PbxSubscription.changed(notify("one", 1), "Contact", contact);
            subscription.notified(notify);
            assertEquals("sip:one@192.0.2.1", subscription.subscribe(1).uri(), contact);
        }
        assertTrue(subscription.isSettled());
    }

    private static SipResponse accepted(String tag) {
        return new SipResponse(200, "OK", Headers.NONE.with("To", "<sip:201@pbx.test>;tag=" + tag)
                .with("Contact", "<sip:" + tag + "@192.0.2.1>"), new byte[0]);
    }

    private static SipRequest notify(String tag, int number) {
        return new SipRequest("NOTIFY", "sip:203@127.0.0.1", Headers.NONE
                .with("From", "<sip:201@pbx.test>;tag=" + tag).with("To", "<sip:203@pbx.test>;tag=ours")
                .with("Call-ID", "call").with("CSeq", number + " NOTIFY")
                .with("Contact", "\"" + tag + "\" <sip:" + tag + "@192.0.2.1>;x=y"));
    }
}
