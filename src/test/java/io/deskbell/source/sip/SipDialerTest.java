package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.Secret;
import io.deskbell.config.SipSettings;
import io.deskbell.config.SipSettings.Dial;
import io.deskbell.source.ClosedPort;
import io.deskbell.source.Dialer;
import io.deskbell.source.Dialer.Outcome;
import io.deskbell.source.Dialer.Refused;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class SipDialerTest {
    private final Set<String> ownCalls = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private final SilentTime time = new SilentTime();

    @Test
    void thePhoneIsRungThenToldThenLetGo() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(SipDialerTest::pickedUp).answering(ScriptedPbx::nothing)
                .answering(this::isTold)) {
            assertEquals(new Dialer.Calling(), dial(pbx, Dial.CALL));
            List<SipRequest> requests = requests(pbx, 4);
            assertEquals(List.of("INVITE", "ACK", "REFER", "BYE"), requests.stream().map(SipRequest::method).toList());
            SipRequest refer = requests.get(2);
            assertEquals(Optional.of("<sip:0612345678@pbx.test>"), refer.headers().first("Refer-To"));
            assertEquals("sip:phone@127.0.0.1:5999", refer.uri());
            assertEquals(Optional.of("phone-tag"), refer.tag("To"));
            assertEquals(Set.of(requests.getFirst().callId()), ownCalls);
        }
    }

    @Test
    void itLogsInAndAcknowledgesTheChallenge() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.tcp()
                .answering(request -> request.answered(407, "Who").with("Proxy-Authenticate",
                        "Digest realm=\"pbx\", nonce=\"n\", qop=\"auth\", algorithm=SHA-256"))
                .answering(ScriptedPbx::nothing).answering(503)) {
            assertInstanceOf(Refused.class, dial(pbx, Dial.CALL));
            List<SipRequest> requests = requests(pbx, 4);
            assertEquals(List.of("1 INVITE", "1 ACK", "2 INVITE", "2 ACK"), requests.stream()
                    .map(request -> request.headers().first("CSeq").orElseThrow()).toList());
            assertTrue(requests.get(2).headers().first("Proxy-Authorization").isPresent());
            assertEquals(requests.get(0).headers().first("Via"), requests.get(1).headers().first("Via"));
        }
    }

    @ParameterizedTest
    @CsvSource({"486, Busy", "600, Busy", "487, NotPickedUp", "603, NotPickedUp"})
    void aPhoneThatDoesNotPickUpIsNoFault(int status, String outcome) throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(status)) {
            assertEquals(outcome, dial(pbx, Dial.CALL).getClass().getSimpleName());
        }
    }

    @ParameterizedTest
    @CsvSource({"CALL, 404, is it switched on and registered?", "CALL, 403, check the account's rights",
        "CALL, 488, set [sip] dial = refer or no", "REFER, 603, or set [sip] dial = call",
        "REFER, 501, set [sip] dial = call", "REFER, 480, is it switched on and registered?"})
    void eachRefusalSaysWhatToDo(Dial how, int status, String words) throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(status)) {
            String why = assertInstanceOf(Refused.class, dial(pbx, how)).why();
            assertTrue(why.endsWith(words) || why.contains(words), why);
        }
    }

    @Test
    void theAgentReadsARefusalInHisOwnLanguage() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(501)) {
            assertEquals("het toestel van 201 laat zich niet zeggen dat het moet bellen (501): zet [sip] dial = call",
                    assertInstanceOf(Refused.class, dial(pbx, Dial.REFER)).reason().in(Locale.of("nl")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void aPhoneThatTakesReferIsAskedAtOnce(String transport) throws Exception {
        try (ScriptedPbx pbx = (transport.equals("udp") ? ScriptedPbx.udp() : ScriptedPbx.tcp())
                .answering(this::isTold)) {
            assertEquals(new Dialer.Calling(), dial(pbx, Dial.REFER));
            assertEquals(List.of("REFER"), requests(pbx, 1).stream().map(SipRequest::method).toList());
        }
    }

    @Test
    void aServerThatIsNotThereIsSaid() throws Exception {
        try (ClosedPort closed = ClosedPort.hold()) {
            String uri = "sip:127.0.0.1:" + closed.port() + ";transport=tcp";
            assertTrue(assertInstanceOf(Refused.class, dial(uri, Dial.CALL)).why().contains("check [sip] server"));
        }
    }

    @Test
    void aByeOrNotifyOfAnothersCallIsNone() throws Exception {
        OwnCall call = new OwnCall(Account.of(settings("sip:127.0.0.1:1", Dial.CALL)), "202", new Tokens());
        SipRequest bye = new SipRequest("BYE", "sip:x@y", Headers.NONE.with("Call-ID", "other")
                .with("To", "<sip:x@y>;tag=1").with("From", "<sip:z@y>;tag=2"));
        assertEquals(Subscription.Match.FOREIGN, call.match(bye));
    }

    /** The first so many; and no more may have come. */
    private static List<SipRequest> requests(ScriptedPbx pbx, int count) throws InterruptedException {
        List<SipRequest> requests = new ArrayList<>();
        while (requests.size() < count) requests.add(pbx.request());
        assertEquals(List.of(), pbx.requestsSoFar());
        return requests;
    }

    private Outcome dial(ScriptedPbx pbx, Dial how) throws InterruptedException, IOException {
        return dial(pbx.uri(), how);
    }

    private Outcome dial(String uri, Dial how) throws InterruptedException {
        return new SipDialer(settings(uri, how), Watch.with(time, Watch.QUICK, LocalAddress.OF_THE_SYSTEM), ownCalls)
                .dial("0612345678", () -> told.add("pick up"));
    }

    /** From then on the phone may say how it goes, and does not: that time passes at once. */
    private SipResponse isTold(SipRequest refer) {
        time.nothingElseComes = true;
        return refer.answered(202, "Accepted");
    }

    private static SipResponse pickedUp(SipRequest invite) {
        return invite.answered(200, "OK").replacing("To", "<sip:201@pbx.test>;tag=phone-tag")
                .with("Contact", "<sip:phone@127.0.0.1:5999>");
    }

    private static SipSettings settings(String uri, Dial how) {
        return new SipSettings(List.of(uri), Optional.of("pbx.test"), "203", "203", new Secret("pw203"), "201",
                false, Duration.ofSeconds(600), Duration.ofSeconds(30), Optional.empty(), how,
                SipSettings.Event.DIALOG, Optional.empty());
    }

    /** Real time, in which waits that are longer than any for an answer are not waited for once nothing can come. */
    private static final class SilentTime implements SipTime {
        private final SipTime real = SipTime.of(Clock.systemUTC());
        private volatile boolean nothingElseComes;
        private volatile long skipped;

        @Override
        public long nanos() {
            return real.nanos() + skipped;
        }

        @Override
        public Instant now() {
            return real.now().plusNanos(skipped);
        }

        @Override
        public <T> Optional<T> take(BlockingQueue<T> queue, Duration atMost) throws InterruptedException {
            boolean forAnAnswer = atMost.compareTo(Watch.QUICK.patience()) <= 0;
            if (forAnAnswer || !nothingElseComes) return real.take(queue, atMost);
            Optional<T> there = Optional.ofNullable(queue.poll());
            if (there.isEmpty()) skipped += atMost.toNanos();
            return there;
        }
    }
}
