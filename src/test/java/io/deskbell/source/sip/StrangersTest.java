package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests that are not, or not quite, the notifications of our subscription. */
@Timeout(30)
final class StrangersTest {
    private final Recorded recorded = new Recorded();
    private ScriptedPbx pbx;
    private Watch watch;
    private PbxSubscription subscription;

    @BeforeEach
    void watching() throws Exception {
        pbx = ScriptedPbx.udp();
        watch = Watch.start(Watch.settings(pbx.uri()), recorded);
        recorded.upTo("state 0");
        assertEquals(200, pbx.response().status());
        subscription = pbx.subscription();
    }

    @AfterEach
    void stop() throws Exception {
        watch.assertStillWatching();
        watch.close();
        pbx.close();
        assertEquals(List.of(), recorded.rest());
    }

    @Test
    void aNotificationOfNoSubscriptionOfOursGets481() throws Exception {
        SipRequest ours = subscription.numbered(50, "active", "false state");
        subscription.send(PbxSubscription.changed(ours, "Call-ID", "another"));
        subscription.send(PbxSubscription.changed(ours, "To", "<sip:203@pbx.test>;tag=another"));
        subscription.send(PbxSubscription.changed(ours, "From", "<sip:201@pbx.test>;tag=fork"));
        subscription.send(PbxSubscription.changed(ours, "From", "<sip:201@pbx.test>"));
        assertEquals(List.of(481, 481, 481, 481), pbx.statuses(4));
    }

    @Test
    void anotherEventPackageGets489() throws Exception {
        subscription.send(PbxSubscription.changed(subscription.numbered(50, "active", "x"), "Event", "presence"));
        SipResponse answer = pbx.response();
        assertEquals(489, answer.status());
        assertEquals(Optional.of("dialog"), answer.headers().first("Allow-Events"));
    }

    @Test
    void theEventMayBeWrittenInManyWays() throws Exception {
        int number = 50;
        for (String event : List.of("Dialog", "dialog;call-id=\"a;b\";to-tag=c", "dialog ;id=7")) {
            SipRequest notify = subscription.numbered(number, "active", event);
            subscription.send(PbxSubscription.changed(notify, "Event", event));
            number++;
            assertEquals(event, recorded.next());
        }
        String compact = new String(subscription.numbered(number, "active", "compact").toBytes(), "UTF-8")
                .replace("Event:", "o :").replace("Call-ID:", "I:").replace("CSeq:", "Cseq:").replace("From:", "f:");
        subscription.send(ScriptedPbx.octets(compact));
        assertEquals("compact", recorded.next());
        assertEquals(List.of(200, 200, 200, 200), pbx.statuses(4));
    }

    @Test
    void aNotificationThatComesLateIsRefusedAndNotApplied() throws Exception {
        subscription.send(subscription.numbered(6, "active", "version 5"));
        subscription.send(subscription.numbered(5, "active", "version 4"));
        assertEquals(List.of(200, 500), pbx.statuses(2));
        assertEquals("version 5", recorded.next());
    }

    @Test
    void aNotificationThatComesTwiceGetsTheSameAnswerAndIsAppliedOnce() throws Exception {
        SipRequest notify = subscription.numbered(9, "active", "once");
        subscription.send(notify);
        subscription.send(notify);
        subscription.send(PbxSubscription.changed(notify, "Via", "SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bKother"));
        byte[] first = pbx.response().toBytes();
        assertTrue(Arrays.equals(first, pbx.response().toBytes()));
        assertEquals(200, pbx.response().status());
        assertEquals("once", recorded.next());
    }

    @Test
    void aCallIsNeverTaken() throws Exception {
        subscription.send(foreign("INVITE"));
        SipResponse answer = pbx.response();
        assertEquals(405, answer.status());
        assertEquals(Optional.of("NOTIFY, OPTIONS"), answer.headers().first("Allow"));
        assertTrue(answer.tag("To").isPresent());
        subscription.send(foreign("ACK"));
        subscription.send(foreign("CANCEL"));
        subscription.send(foreign("BYE"));
        subscription.send(foreign("MESSAGE"));
        subscription.send(foreign("REFER"));
        assertEquals(List.of(481, 481, 405, 405), pbx.statuses(4), "and nothing to the ACK");
    }

    @Test
    void optionsAreAnswered() throws Exception {
        subscription.send(foreign("OPTIONS"));
        SipResponse answer = pbx.response();
        assertEquals(200, answer.status());
        assertEquals(Optional.of("application/dialog-info+xml"), answer.headers().first("Accept"));
    }

    @Test
    void theServerMayNotifyFromAnotherOfItsAddresses() throws Exception {
        SipRequest notify = subscription.numbered(9, "active", "from elsewhere");
        int port = SipUri.read(notify.uri()).orElseThrow().port();
        try (DatagramSocket other = new DatagramSocket(new InetSocketAddress("127.0.0.2", 0))) {
            byte[] bytes = notify.toBytes();
            other.send(new DatagramPacket(bytes, bytes.length, InetAddress.getByName("127.0.0.1"), port));
            assertEquals("from elsewhere", recorded.next());
            DatagramPacket answer = new DatagramPacket(new byte[4096], 4096);
            other.receive(answer);
            assertTrue(new String(answer.getData(), 0, answer.getLength(), "UTF-8").startsWith("SIP/2.0 200 OK\r\n"));
        }
    }

    @Test
    void garbageAndHugeDatagramsChangeNothing() throws Exception {
        subscription.send(new byte[0]);
        subscription.send(new byte[] {0});
        subscription.send(new byte[65_000]);
        subscription.send(ScriptedPbx.octets("NOTIFY"));
        subscription.send(ScriptedPbx.octets("NOTIFY sip:x SIP/2.0\r\n\r\n"));
        subscription.send(ScriptedPbx.octets("SIP/2.0 200 OK\r\n" + "A: b\r\n".repeat(10_000) + "\r\n"));
        subscription.send(subscription.numbered(9, "active", "x".repeat(60_000)));
        assertEquals(60_000, recorded.next().length());
        assertEquals(200, pbx.response().status());
    }

    @Test
    void answersNobodyAskedForAreDropped() throws Exception {
        subscription.send(foreign("SUBSCRIBE").answered(481, "No"));
        subscription.send(foreign("SUBSCRIBE").answered(200, "Yes"));
        pbx.notifies("state 1");
        assertEquals("state 1", recorded.next());
    }

    private SipRequest foreign(String method) {
        SipRequest ours = subscription.numbered(1, "active", "");
        Headers headers = ours.headers().without("CSeq").with("CSeq", "1 " + method).without("To")
                .with("To", "<sip:203@pbx.test>").without("Call-ID").with("Call-ID", "stranger-" + method);
        return new SipRequest(method, ours.uri(), headers);
    }
}
