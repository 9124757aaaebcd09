package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.source.ClosedPort;
import io.deskbell.source.LineLostException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server may do to a subscription, and what becomes of it. */
@Timeout(30)
final class TroubleTest {
    private final Recorded recorded = new Recorded();

    @Test
    void aRestartedServerIsSubscribedToAnew() throws Exception {
        recorded.seeGapIn("refresh now");
        try (ScriptedPbx pbx = ScriptedPbx.udp(); Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            PbxSubscription old = pbx.subscription();
            pbx.restart();
            old.send("active;expires=600", "refresh now");
            assertEquals(List.of("refresh now", "subscribed", "watching", "state 0"), recorded.next(4));
            assertFalse(old.isOf(PbxSubscription.changed(pbx.subscription().next("active", ""), "From", "x")));
            watch.assertStillWatching();
        }
    }

    @Test
    void aLetGoSubscriptionIsRenewedAtOnce() throws Exception {
        for (String reason : List.of("", ";reason=deactivated", ";reason=timeout", ";reason=somethingnew")) {
            try (ScriptedPbx pbx = ScriptedPbx.udp();
                 Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
                recorded.upTo("state 0");
                pbx.subscription().send("terminated" + reason, "a body that shows nothing");
                assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3), reason);
                watch.assertStillWatching();
            }
            recorded.rest();
        }
    }

    @Test
    void aServerThatEndsEverySubscriptionIsLeftAloneForAWhile() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp(); Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            for (int i = 0; i < 4; i++) {
                recorded.upTo("state 0");
                pbx.subscription().send("terminated;reason=timeout", "");
            }
            LineLostException lost = watch.lost();
            assertEquals("127.0.0.1 ends every subscription at once", lost.getMessage());
            assertEquals(Optional.of(Duration.ofSeconds(30)), lost.pause());
        }
    }

    @Test
    void otherEndsAreTheEndOfTheLineWithAPause() throws Exception {
        assertEquals("127.0.0.1 no longer lets 203 watch 201: check the account's rights PT30S",
                afterTerminated("rejected"));
        assertEquals("127.0.0.1 no longer knows 201: check [sip] watch PT30S", afterTerminated("noresource"));
        assertEquals("127.0.0.1 ended the subscription for now PT30S", afterTerminated("probation"));
        assertEquals("127.0.0.1 ended the subscription for now PT7S", afterTerminated("giveup;retry-after=7"));
        assertEquals("127.0.0.1 ended the subscription for now PT1H",
                afterTerminated("probation;retry-after=99999999999"));
    }

    private String afterTerminated(String reason) throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp(); Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            pbx.subscription().send("terminated;reason=" + reason, "");
            LineLostException lost = watch.lost();
            return lost.getMessage() + " " + lost.pause().orElseThrow();
        }
    }

    @Test
    void aRefusalSaysWhatToChange() throws Exception {
        assertEquals("127.0.0.1 does not know 201: check [sip] watch and domain", refused(404));
        assertEquals("127.0.0.1 forbids 203 to watch 201: check the account's rights, [sip] user and password",
                refused(403));
        assertEquals("127.0.0.1 does not offer dialog events: switch on BLF or dialog-info for 201, or choose another"
                + " [phone] source", refused(489));
        assertEquals("127.0.0.1 cannot serve just now (503)", refused(503));
        assertEquals("127.0.0.1 refuses SUBSCRIBE (488): ask who looks after it", refused(488));
    }

    private String refused(int status) throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(status);
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            String words = watch.lost().getMessage();
            assertEquals(List.of(), recorded.rest());
            return words;
        }
    }

    @Test
    void aRedirectionNamesTheOtherHostAndIsNotFollowed() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(request -> request.answered(302, "Moved")
                .with("Contact", "\"x\" <sip:201@other.example.com:5070>"));
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            assertEquals("127.0.0.1 says that 201 is elsewhere (other.example.com): check [sip] server",
                    watch.lost().getMessage());
        }
    }

    @Test
    void retryAfterIsThePause() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(request -> request.answered(503, "Busy")
                .with("Retry-After", "17 (in a while);duration=60"));
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            assertEquals(Optional.of(Duration.ofSeconds(17)), watch.lost().pause());
        }
    }

    @Test
    void aLongerTimeIsAskedForWhenTheServerWantsIt() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(request -> request.answered(423, "Too Brief")
                .with("Min-Expires", "1800"));
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            assertEquals(Optional.of("600"), pbx.request().headers().first("Expires"));
            assertEquals(Optional.of("1800"), pbx.request().headers().first("Expires"));
            recorded.seeGapIn("gap");
            pbx.notifies("gap");
            assertEquals(Optional.of("1800"), pbx.request().headers().first("Expires"), "remembered");
            watch.assertStillWatching();
        }
    }

    @Test
    void aServerThatIsNotThereIsToldAfterTheUsualTime() throws Exception {
        String gone;
        try (ScriptedPbx pbx = ScriptedPbx.udp()) {
            gone = pbx.uri();
        }
        try (Watch watch = Watch.start(Watch.settings(gone), Watch.real(Watch.HASTY), recorded)) {
            assertEquals("127.0.0.1 does not answer (SUBSCRIBE): check [sip] server and transport, and that no"
                    + " firewall is in between", watch.lost().getMessage());
        }
    }

    @Test
    void aRefusedConnectionIsToldAtOnce() throws Exception {
        try (ClosedPort closed = ClosedPort.hold()) {
            int port = closed.port();
            try (Watch watch = Watch.start(Watch.settings("sip:127.0.0.1:" + port + ";transport=tcp"), recorded)) {
                String words = watch.lost().getMessage();
                assertTrue(words.startsWith("127.0.0.1 port " + port + " cannot be reached over TCP ("), words);
            }
        }
    }

    @Test
    void aCutConnectionIsALostLine() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.tcp(); Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            pbx.restart();
            String words = watch.lost().getMessage();
            assertTrue(words.startsWith("the connection with 127.0.0.1 was lost"), words);
        }
    }

    @Test
    void aSubscriptionWithoutAnyNotificationIsALostLine() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().keepingSilent();
             Watch watch = Watch.start(Watch.settings(pbx.uri()), Watch.real(Watch.HASTY), recorded)) {
            assertEquals("127.0.0.1 accepted the subscription but sends no notification: a router or firewall may be"
                    + " in between; transport=tcp or tls in [sip] server often helps", watch.lost().getMessage());
            assertEquals(List.of("subscribed", "watching"), recorded.rest());
        }
    }

    @Test
    void aPendingSubscriptionHandsNothingOnUntilItIsActive() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().keepingSilent();
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("watching");
            pbx.subscription().send("pending;expires=600", "says nothing yet");
            pbx.subscription().send("active;expires=600", "state 1");
            assertEquals("state 1", recorded.next());
            watch.assertStillWatching();
        }
    }

    @Test
    void oversizedTimesAreTakenAsLongOnes() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(request -> request.answered(200, "OK")
                .with("Expires", "99999999999").replacing("To", "<sip:201@pbx.test>;tag=pbx-tag"));
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            recorded.upTo("watching");
            pbx.subscription().send("active;expires=99999999999999999999", "state 1");
            pbx.subscription().send("active;expires=-1", "state 2");
            pbx.subscription().send("active;expires=\"\";;;=", "state 3");
            pbx.subscription().send(";", "state 4");
            assertEquals(List.of("state 1", "state 2", "state 3", "state 4"), recorded.next(4));
            watch.assertStillWatching();
        }
    }

    @Test
    void theNextServerIsTriedWhenOneFails() throws Exception {
        try (ScriptedPbx first = ScriptedPbx.udp().answering(503); ScriptedPbx second = ScriptedPbx.tcp();
             Watch watch = Watch.start(Watch.settings(first.uri(), second.uri()), recorded)) {
            assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
            second.restart();
            assertTrue(watch.lost().getMessage().contains("was lost"));
        }
    }

    @Test
    @Timeout(6) // The usual patience of 8 s would be too long.
    void aSilentServerIsGivenUpSoonerWhenThereIsAnother() throws Exception {
        SipTimers patient = new SipTimers(Watch.QUICK.t1(), Watch.QUICK.t2(), Duration.ofSeconds(8),
                Watch.QUICK.connect(), Watch.QUICK.keepAliveDatagram(), Watch.QUICK.keepAliveStream(),
                Watch.QUICK.look(), Watch.QUICK.askAgain(), Watch.QUICK.farewell());
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
             ScriptedPbx second = ScriptedPbx.udp();
             Watch watch = Watch.start(Watch.settings("sip:127.0.0.1:" + silent.getLocalPort(), second.uri()),
                     Watch.real(patient), recorded)) {
            assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
            watch.assertStillWatching();
        }
    }

    @Test
    void theLastErrorIsToldWhenAllServersFail() throws Exception {
        try (ScriptedPbx first = ScriptedPbx.udp().answering(503);
             ScriptedPbx second = ScriptedPbx.udp().answering(404);
             Watch watch = Watch.start(Watch.settings(first.uri(), second.uri()), recorded)) {
            assertEquals("127.0.0.1 does not know 201: check [sip] watch and domain", watch.lost().getMessage());
        }
    }
}
