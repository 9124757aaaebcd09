package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The life of a subscription over real sockets, when all goes well. */
@Timeout(30)
final class SubscribingTest {
    private final Recorded recorded = new Recorded();

    @Test
    void theLineIsUpBeforeTheFirstStateIsHandedOn() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp(); Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
            pbx.notifies("state 1");
            assertEquals("state 1", recorded.next());
            assertEquals(List.of(200, 200), pbx.statuses(2));
            watch.assertStillWatching();
        }
    }

    @Test
    void theSubscribeSaysWhatRfc6665Wants() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp(); Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            SipRequest subscribe = pbx.request();
            Headers headers = subscribe.headers();
            assertEquals("SUBSCRIBE sip:201@pbx.test SIP/2.0", subscribe.startLine());
            assertEquals(Optional.of("<sip:201@pbx.test>"), headers.first("To"));
            assertTrue(headers.first("From").orElseThrow().startsWith("<sip:203@pbx.test>;tag="));
            assertEquals(Optional.of("dialog"), headers.first("Event"));
            assertEquals(Optional.of("application/dialog-info+xml"), headers.first("Accept"));
            assertEquals(Optional.of("600"), headers.first("Expires"));
            assertEquals(Optional.of("70"), headers.first("Max-Forwards"));
            Via via = subscribe.topVia().orElseThrow();
            assertTrue(via.parameters().has("rport"));
            assertEquals(Optional.of("<sip:203@" + via.sentBy() + ">"), headers.first("Contact"));
            watch.assertStillWatching();
        }
    }

    @Test
    void aConnectionIsUsedForEverything() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.tcp(); Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
            assertTrue(pbx.request().headers().first("Contact").orElseThrow().contains(";transport=tcp"));
            pbx.notifies("state 1");
            assertEquals("state 1", recorded.next());
            assertInstanceOf(InterruptedException.class, watch.stop());
            assertEquals(1, pbx.connections());
        }
    }

    @Test
    void ipv6IsServedOverUdpAndTcp() throws Exception {
        InetAddress six = InetAddress.getByName("::1");
        Assumptions.assumeTrue(NetworkInterface.getByInetAddress(six) != null, "no IPv6 here");
        for (ScriptedPbx pbx : List.of(ScriptedPbx.udp(six), ScriptedPbx.tcp(six))) {
            try (pbx; Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
                assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
                assertTrue(pbx.request().topVia().orElseThrow().sentBy().startsWith("[0:0:0:0:0:0:0:1]:"));
                watch.assertStillWatching();
            }
        }
    }

    @Test
    void anInterruptUnsubscribesAndAnswersTheLastNotification() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp(); Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            assertEquals(Optional.of("600"), pbx.request().headers().first("Expires"));
            assertInstanceOf(InterruptedException.class, watch.stop());
            SipRequest last = pbx.request();
            assertEquals(Optional.of("0"), last.headers().first("Expires"));
            assertEquals(Optional.of("pbx-tag"), last.tag("To"));
            assertEquals(List.of(200, 200), pbx.statuses(2));
            assertEquals(List.of(), recorded.rest());
        }
    }

    @Test
    void anInterruptDoesNotWaitForADeadServer() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp(); Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            for (int i = 0; i < 20; i++) pbx.answering(ScriptedPbx::nothing);
            long begin = System.nanoTime();
            assertInstanceOf(InterruptedException.class, watch.stop());
            long took = (System.nanoTime() - begin) / 1_000_000;
            // Its answer would be waited for longer; how long a busy machine takes for the rest is not known.
            assertTrue(took < Watch.QUICK.patience().toMillis(), "the farewell took " + took + " ms");
        }
    }

    @Test
    void aRegistrationComesFirstWhereItIsWantedAndIsTakenBack() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp();
             Watch watch = Watch.start(Watch.settings(true, Optional.empty(), pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            SipRequest register = pbx.request();
            assertEquals("REGISTER sip:pbx.test SIP/2.0", register.startLine());
            assertEquals(Optional.of("<sip:203@pbx.test>"), register.headers().first("To"));
            assertEquals("SUBSCRIBE", pbx.request().method());
            assertInstanceOf(InterruptedException.class, watch.stop());
            List<SipRequest> farewell = List.of(pbx.request(), pbx.request());
            assertEquals(List.of("SUBSCRIBE", "REGISTER"), farewell.stream().map(SipRequest::method).toList());
            assertEquals(List.of("0", "0"), farewell.stream()
                    .map(request -> request.headers().first("Expires").orElseThrow()).toList());
        }
    }

    @Test
    void aNotificationThatOvertakesTheAnswerCountsAtOnce() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp()) {
            pbx.answering(ScriptedPbx::nothing);
            try (Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
                SipRequest subscribe = pbx.request();
                SipResponse answer = subscribe.answered(200, "OK").with("Expires", "600")
                        .replacing("To", "<sip:201@pbx.test>;tag=early");
                assertEquals("SUBSCRIBE", pbx.request().method()); // Sent again; both sides know the address now.
                recorded.upTo("state 0");
                PbxSubscription other = pbx.subscription();
                other.send(answer);
                pbx.notifies("state 1");
                assertEquals("state 1", recorded.next());
                watch.assertStillWatching();
            }
        }
    }

    @Test
    void aRefreshGoesToTheFarContactByTheRecordedRoute() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp()) {
            pbx.answering(request -> request.answered(200, "OK").with("Expires", "600")
                    .with("Record-Route", "<sip:one@10.0.0.1;lr>, <sip:two@10.0.0.2;lr>")
                    .with("Contact", "<sip:pa@10.9.8.7:5062>").replacing("To", "<sip:201@pbx.test>;tag=pbx-tag"));
            recorded.seeGapIn("gap");
            try (Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
                SipRequest first = pbx.request();
                assertEquals(List.of("subscribed", "watching"), recorded.next(2));
                PbxSubscription subscription = pbx.subscription();
                subscription.send(PbxSubscription.changed(subscription.next("active", "gap"), "Contact",
                        "<sip:pa@10.9.8.7:5063>"));
                SipRequest refresh = pbx.request();
                assertEquals("SUBSCRIBE sip:pa@10.9.8.7:5063 SIP/2.0", refresh.startLine());
                assertEquals(List.of("<sip:two@10.0.0.2;lr>", "<sip:one@10.0.0.1;lr>"),
                        refresh.headers().list("Route"));
                assertEquals(first.callId(), refresh.callId());
                assertNotEquals(first.topVia().flatMap(Via::branch), refresh.topVia().flatMap(Via::branch));
                assertEquals(first.cseq().number() + 1, refresh.cseq().number());
                watch.assertStillWatching();
            }
        }
    }

    @Test
    void theStepsAreToldInOrder() throws Exception {
        List<SipSteps.Step> steps = new CopyOnWriteArrayList<>();
        try (ScriptedPbx pbx = ScriptedPbx.udp().asking(new PbxLogin(401, "MD5", "pw203"))) {
            SipSource source = new SipSource(Watch.settings(true, Optional.empty(), pbx.uri()), recorded,
                    Watch.real(Watch.QUICK), (step, detail) -> steps.add(step));
            try (Watch watch = Watch.start(source, recorded)) {
                recorded.upTo("state 0");
                watch.stop();
            }
        }
        assertEquals(List.of(SipSteps.Step.RESOLVED, SipSteps.Step.CONNECTED, SipSteps.Step.AUTHENTICATED,
                SipSteps.Step.REGISTERED, SipSteps.Step.SUBSCRIBED, SipSteps.Step.FIRST_STATE), steps);
    }
}
