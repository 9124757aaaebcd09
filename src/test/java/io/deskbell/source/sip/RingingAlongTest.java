package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.SipSettings.SilentFork;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RingingAlongTest {
    private static final InetSocketAddress SERVER =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060);

    private final FakeTime time = new FakeTime();
    private final RecordingListener listener = new RecordingListener();
    private final List<Integer> statuses = new ArrayList<>();
    private final Set<String> ownCalls = new HashSet<>();
    private boolean phoneCanRing = true;
    private RingingAlong along = along(Duration.ofSeconds(180), false);

    @Test
    void anInviteRingsAndItsCancelEndsItWithoutAWordTooMany() throws Exception {
        take(invite("a", ""));
        take(cancel("a", "Reason: SIP;cause=200;text=\"Call completed elsewhere\"\r\n"));
        take(request("ACK", "a", ""));
        pass(60);
        assertEquals(List.of(180, 200, 487), statuses);
        assertEquals(List.of("report call-a RINGING", "report call-a ENDED"), listener.heard);
        assertEquals("ANSWERED_ELSEWHERE", listener.reports.getLast().reason().orElseThrow().name());
    }

    @Test
    void theAnswersOfOneCallShareATagAndTheCancelsOwnAnswerIsNoAnswerToTheInvite() throws Exception {
        List<SipResponse> answers = new ArrayList<>(take(invite("a", "")));
        answers.addAll(take(cancel("a", "")));
        assertEquals(1, answers.stream().map(answer -> answer.tag("To")).distinct().count());
        assertEquals(List.of("INVITE", "CANCEL", "INVITE"),
                answers.stream().map(answer -> answer.cseq().method()).toList());
    }

    @Test
    void nothingThatAnInviteIsEverAnsweredTakesDivertsOrEndsTheCall() {
        for (RungAnswer answer : RungAnswer.values()) {
            int status = answer.to(invite("a", "")).status();
            assertTrue(status == 180 || status >= 400 && status < 500, answer + " " + status);
        }
    }

    @Test
    void whateverIsThrownAtItTheAnswersToInvitesAreNeverFatal() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> extras = List.of("", "Require: 100rel\r\n", "Replaces: x;to-tag=1;from-tag=2\r\n",
                "Call-Info: <sip:x>;answer-after=0\r\n", "Alert-Info: <http://x>;info=alert-autoanswer\r\n",
                "Supported: 100rel, timer\r\n", "Expires: 1\r\n", "History-Info: <<;index=;;,\r\n",
                "P-Asserted-Identity: \"unclosed <sip:1\r\n", "Diversion: ;;;\r\n", "Privacy: ,;\r\n");
        for (int i = 0; i < 3_000; i++) {
            String name = String.valueOf(random.nextInt(20));
            String method = List.of("INVITE", "CANCEL", "ACK").get(random.nextInt(3));
            SipRequest request = request(method, name, extras.get(random.nextInt(extras.size())));
            phoneCanRing = random.nextBoolean();
            if (along.isFor(request, SERVER)) {
                for (SipResponse answer : take(request)) {
                    boolean ofInvite = answer.cseq().method().equals("INVITE");
                    int status = answer.status();
                    boolean harmless = !ofInvite || status == 180 || status >= 400 && status < 500;
                    assertTrue(harmless, () -> "seed " + seed + ": " + status);
                }
            }
            if (random.nextInt(10) == 0) pass(random.nextInt(60));
        }
    }

    @Test
    void aRepeatedInviteGetsTheSameAnswerAndIsReportedOnce() throws Exception {
        List<SipResponse> first = take(invite("a", ""));
        List<SipResponse> again = take(invite("a", ""));
        assertEquals(first.getFirst().tag("To"), again.getFirst().tag("To"));
        assertEquals(List.of("report call-a RINGING"), listener.heard);
    }

    @Test
    void theFinalAnswerIsSentAgainUntilItIsAcknowledgedAndNotForEver() throws Exception {
        take(invite("a", ""));
        take(cancel("a", ""));
        statuses.clear();
        pass(60);
        assertTrue(statuses.size() >= 6 && statuses.size() <= 11, statuses::toString);
        assertEquals(List.of(487), statuses.stream().distinct().toList());
        assertEquals(Optional.empty(), along.dueAt());
    }

    @Test
    void overAStreamNothingIsSentAgain() throws Exception {
        along = along(Duration.ofSeconds(180), true);
        take(invite("a", ""));
        take(cancel("a", ""));
        pass(60);
        assertEquals(List.of(180, 200, 487), statuses);
    }

    @Test
    void aCallThatNobodyEndsIsLeftAfterAWhile() throws Exception {
        take(invite("a", ""));
        pass(179);
        assertEquals(List.of(180), statuses);
        pass(2);
        assertEquals(480, statuses.get(1));
        assertEquals(List.of("report call-a RINGING"), listener.heard);
    }

    @Test
    void withNoTimeToRingOrNoPhoneToRingWithItStepsOutAtOnceKnowingTheCaller() throws Exception {
        along = along(Duration.ZERO, false);
        take(invite("a", ""));
        along = along(Duration.ofSeconds(180), false);
        phoneCanRing = false;
        take(invite("b", ""));
        assertEquals(List.of(480, 480), statuses);
        assertEquals(List.of("report call-a RINGING", "report call-b RINGING"), listener.heard);
    }

    @Test
    void itDoesNotSpeakAnExtensionThatIsRequired() throws Exception {
        SipResponse answer = take(invite("a", "Require: 100rel\r\n")).getFirst();
        assertEquals(420, answer.status());
        assertEquals(Optional.of("100rel"), answer.headers().first("Unsupported"));
        assertEquals(List.of(), listener.heard);
    }

    @Test
    void callsOfOthersAndCancelsOfNothingAreNotForIt() {
        InetSocketAddress stranger = new InetSocketAddress("127.0.0.2", 5060);
        assertFalse(along.isFor(invite("a", ""), stranger));
        assertFalse(along.isFor(cancel("a", ""), SERVER));
        assertFalse(along.isFor(request("BYE", "a", ""), SERVER));
        assertTrue(along.isFor(invite("a", ""), SERVER));
        String elsewhere = text("INVITE", "a", "").replaceFirst("sip:201@", "sip:202@");
        assertFalse(along.isFor(parsed(elsewhere), SERVER));
    }

    @Test
    void aCancelOfAnotherBranchCancelsNothing() throws Exception {
        take(invite("a", ""));
        SipRequest other = parsed(text("CANCEL", "a", "").replace("z9hG4bK-a", "z9hG4bK-other"));
        assertFalse(along.isFor(other, SERVER));
    }

    @Test
    void theSameCallOnASecondWayIsRefusedAsALoop() throws Exception {
        take(invite("a", ""));
        take(parsed(text("INVITE", "a", "").replace("z9hG4bK-a", "z9hG4bK-other")));
        assertEquals(List.of(180, 482), statuses);
        assertEquals(1, listener.heard.size());
    }

    @Test
    void aFloodOfInvitesCostsLittle() throws Exception {
        for (int i = 0; i < 200; i++) take(invite("n" + i, ""));
        assertEquals(50, listener.heard.size());
        assertEquals(150, statuses.stream().filter(status -> status == 480).count());
    }

    /** With [sip] dial = call: the phone is rung by us, and so are we by the proxy that forks. */
    @Test
    void theCallWeMakeToTheAgentsPhoneIsLeftToThePhone() throws Exception {
        ownCalls.add("call-a");
        take(invite("a", ""));
        assertEquals(List.of(480), statuses);
        assertEquals(List.of(), listener.heard);
    }

    @Test
    void whoeverLeavesStepsOutOfWhatRings() throws Exception {
        take(invite("a", ""));
        statuses(along.stepOut());
        assertEquals(List.of(180, 480), statuses);
    }

    private RingingAlong along(Duration ring, boolean reliable) {
        SilentFork settings = new SilentFork(Optional.empty(), Optional.empty(), ring);
        NumberPlan plan = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));
        return new RingingAlong(settings, new InviteReader(plan, settings, ownCalls), listener, () -> phoneCanRing,
                "201", SERVER.getAddress(), Watch.with(time, SipTimers.USUAL, LocalAddress.OF_THE_SYSTEM), reliable);
    }

    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            time.passForTheLastTime(Duration.ofSeconds(1));
            statuses(along.tend());
        }
    }

    private List<SipResponse> take(SipRequest request) throws InterruptedException {
        return statuses(along.take(request, SERVER));
    }

    private List<SipResponse> statuses(List<RingingAlong.Sending> sendings) {
        List<SipResponse> answers = sendings.stream().map(sending -> (SipResponse) message(sending.bytes())).toList();
        answers.forEach(answer -> statuses.add(answer.status()));
        return answers;
    }

    private static SipRequest invite(String name, String headers) {
        return request("INVITE", name, headers);
    }

    private static SipRequest cancel(String name, String headers) {
        return request("CANCEL", name, headers);
    }

    private static SipRequest request(String method, String name, String headers) {
        return parsed(text(method, name, headers));
    }

    private static String text(String method, String name, String headers) {
        return String.join("\r\n", Arrays.asList(method + " sip:201@127.0.0.1:5071 SIP/2.0",
                "Via: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bK-" + name, "Max-Forwards: 70",
                "From: \"Jan\" <sip:0612345678@pbx.test>;tag=f" + name, "To: <sip:201@pbx.test>",
                "Call-ID: call-" + name, "CSeq: 1 " + method, headers + "Content-Length: 0", "", ""));
    }

    private static SipRequest parsed(String text) {
        return (SipRequest) message(text.getBytes(StandardCharsets.UTF_8));
    }

    private static SipMessage message(byte[] bytes) {
        try {
            return SipParser.datagram(bytes);
        } catch (SipParseException broken) {
            throw new AssertionError(broken);
        }
    }
}
