package io.deskbell.source.xelion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.Secret;
import io.deskbell.config.XelionSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.ShiftedClock;
import io.deskbell.source.Tape;
import io.deskbell.source.WatchedSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One user of a Xelion over real sockets; what its channels mean is in the recordings. */
class XelionSourceTest {
    static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("101"));

    private static final Duration BETWEEN_LISTS = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private final ShiftedClock clock = new ShiftedClock();
    private XelionSimulator xelion;

    @BeforeEach
    void switchOn() throws Exception {
        xelion = XelionSimulator.start();
        xelion.echoes(false); // The first echo is followed by a list, and a test may take its time.
    }

    @AfterEach
    void switchOff() {
        xelion.close();
    }

    static XelionSettings settings(XelionSimulator xelion, Optional<String> device, Optional<Path> certificate) {
        return new XelionSettings(xelion.url(), "master", "agent1", new Secret(XelionSimulator.PASSWORD),
                Optional.of("desk-1"), new Secret(""), List.of(), device, certificate, true);
    }

    private XelionSource source() {
        return source(Optional.of("101"), Optional.empty());
    }

    private XelionSource source(Optional<String> device, Optional<Path> certificate) {
        return new XelionSource(settings(xelion, device, certificate), PLAN, clock, XelionSteps.NONE, Tape.NONE);
    }

    private WatchedSource watch(XelionSource source) throws Exception {
        WatchedSource watched = WatchedSource.start(source);
        xelion.awaitSubscriber();
        watched.says("watching", "all: []");
        return watched;
    }

    @Test
    void aCallRingsWithItsNumberIsAnsweredAndEnds() throws Exception {
        try (WatchedSource watched = watch(source())) {
            String call = xelion.exchange.calls("+31612345678", "P. Jansen", XelionExchange.ONE);
            watched.says("RINGING from unknown", "RINGING from +31612345678");
            xelion.exchange.answer(call, XelionExchange.ONE);
            watched.says("CONNECTED from +31612345678");
            xelion.exchange.hangUp(call);
            watched.says("ENDED from +31612345678");
        }
    }

    @Test
    void nothingIsAskedWhileNobodyCallsAndLittleWhileSomebodyDoes() throws Exception {
        try (WatchedSource watched = watch(source())) {
            assertEquals("POST me/login {\"userName\":\"agent1\",\"password\":\"" + XelionSimulator.PASSWORD
                    + "\",\"userSpace\":\"desk-1\"}", xelion.question());
            assertTrue(xelion.question().startsWith("POST me/device/register {\"uuid\":\""));
            assertEquals(List.of("GET me/info", "POST me/websocket", "GET communications/active_channels"),
                    List.of(xelion.question(), xelion.question(), xelion.question()));
            String call = xelion.exchange.calls("+31612345678", "P. Jansen", XelionExchange.ONE);
            watched.says("RINGING from unknown", "RINGING from +31612345678");
            xelion.exchange.answer(call, XelionExchange.ONE);
            watched.says("CONNECTED from +31612345678");
            xelion.exchange.hangUp(call);
            watched.says("ENDED from +31612345678");
            assertEquals("GET me/device/calls", xelion.question());
            assertEquals(0, xelion.asked(""));
        }
    }

    /** That the subscription was taken nobody says; an echo of what was said after it does. */
    @Test
    void whatWasToldToNobodyAtTheBeginningIsFoundAfterTheFirstEcho() throws Exception {
        xelion.echoes(true);
        try (WatchedSource watched = watch(source())) {
            String call = xelion.exchange.calls("+31612345678", "P. Jansen", XelionExchange.ONE);
            xelion.exchange.answer(call, XelionExchange.ONE);
            await(watched, "CONNECTED from +31612345678");
            xelion.reorder();
            xelion.exchange.hangUp(call); // As if it were lost: nothing comes after it.
            clock.putForward(BETWEEN_LISTS);
            xelion.say("{}"); // It waits for what comes, not for the clock.
            await(watched, "all: []");
        }
    }

    private static void await(WatchedSource watched, String words) throws InterruptedException {
        String said = watched.next();
        while (!said.equals(words) && !said.equals("nothing")) said = watched.next();
        assertEquals(words, said);
    }

    /** What is not subscribed to is told to nobody; the user guide's NotificationType has what any user may. */
    @Test
    void transfersMovesToATwinAndMissedCallsAreSubscribedTo() {
        for (String type : List.of("activeChannelEvent", "callTransferredEvent", "twinTransferredEvent",
                "missedCallEvent")) {
            String asked = "{\"notificationType\":\"" + type + "\",\"toggle\":\"true\",\"oid\":null}";
            assertTrue(XelionWatch.SUBSCRIPTION.contains(asked), type);
        }
    }

    @Test
    void withoutADeviceTheNumberComesFromRecentCommunications() throws Exception {
        try (WatchedSource watched = watch(source(Optional.empty(), Optional.empty()))) {
            xelion.exchange.calls("+31612345678", "P. Jansen", XelionExchange.ONE);
            watched.says("RINGING from unknown", "RINGING from +31612345678");
            assertEquals("GET me/device/calls", xelion.question("GET me/device/calls"));
            assertEquals("GET communications/recent", xelion.question());
            assertEquals(0, xelion.asked("GET me/device/calls"));
        }
    }

    @Test
    void channelsOfColleaguesAreTheirs() throws Exception {
        try (WatchedSource watched = watch(source())) {
            String theirs = xelion.exchange.calls("+31201234567", "", XelionExchange.TWO);
            xelion.exchange.answer(theirs, XelionExchange.TWO);
            xelion.exchange.calls("+31612345678", "P. Jansen", XelionExchange.ONE);
            watched.says("RINGING from unknown", "RINGING from +31612345678");
        }
    }

    @Test
    void aSocketThatDropsIsALostLineAndTheListSaysWhatThereIs() throws Exception {
        XelionSource source = source();
        String call;
        try (WatchedSource watched = watch(source)) {
            call = xelion.exchange.calls("+31612345678", "P. Jansen", XelionExchange.ONE);
            watched.says("RINGING from unknown", "RINGING from +31612345678");
            xelion.dropSockets();
            String said = watched.next();
            assertTrue(said.matches("lost: the connection to 127\\.0\\.0\\.1 port \\d+ was lost"), said);
        }
        xelion.exchange.answer(call, XelionExchange.ONE);
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("watching", "all: [CONNECTED from +31612345678]");
            assertEquals(1, xelion.asked("POST me/login"));
        }
    }

    @Test
    void repeatsLateWordsAndHalvesOfThemChangeNothing() throws Exception {
        try (WatchedSource watched = watch(source())) {
            String call = xelion.exchange.calls("+31612345678", "P. Jansen", XelionExchange.ONE);
            watched.says("RINGING from unknown", "RINGING from +31612345678");
            clock.putForward(BETWEEN_LISTS);
            xelion.repeat();
            watched.says("all: [RINGING from +31612345678]");
            clock.putForward(BETWEEN_LISTS);
            xelion.cutTheNextShort();
            xelion.exchange.answer(call, XelionExchange.ONE);
            watched.says("CONNECTED from +31612345678", "all: [CONNECTED from +31612345678]");
            xelion.reorder();
            xelion.exchange.hangUp(call);
            awaitEnd(watched);
        }
    }

    @Test
    void howeverMuchNonsenseComesTheListIsAskedForEveryTwoSecondsAtTheMost() throws Exception {
        try (WatchedSource watched = watch(source())) {
            xelion.question("GET communications/active_channels");
            long begun = System.nanoTime();
            for (int lists = 0; lists < 2; lists++) {
                clock.putForward(BETWEEN_LISTS);
                for (int i = 0; i < 500; i++) xelion.say("{\"updateType\":");
                watched.says("all: []");
            }
            long seconds = Duration.ofNanos(System.nanoTime() - begun).plus(BETWEEN_LISTS.multipliedBy(2)).toSeconds();
            long asked = xelion.asked("GET communications/active_channels");
            assertTrue(asked <= 2 + seconds / 2, () -> asked + " in " + seconds + " s");
        }
    }

    /** The list may come before it or after. */
    private static void awaitEnd(WatchedSource watched) throws InterruptedException {
        String said = watched.next();
        while (said.startsWith("all: ")) said = watched.next();
        assertEquals("ENDED from +31612345678", said);
    }

    @Test
    void aTokenIsRenewedBeforeItEndsInWhateverZoneThatIsWritten() throws Exception {
        xelion.tokensEndAfter(Duration.ofHours(8), ZoneId.of("Europe/Amsterdam"));
        try (WatchedSource watched = watch(source())) {
            passUntilJustBefore(Duration.ofHours(4)); // Half of what is left is used.
            assertEquals("POST me/renew \"renew-token1\"", xelion.question("POST me/renew"));
            xelion.say("{\"updateType\":");
            watched.says("all: []"); // The answer has come, for it asks for nothing beside it.
            passUntilJustBefore(Duration.ofHours(2));
            assertEquals("POST me/renew \"renew-token2\"", xelion.question("POST me/renew"));
            assertEquals(0, xelion.asked("POST me/login"));
            assertTrue(watched.saidNothingElse());
        }
    }

    /** It waits for the rest as it would for the whole, from the moment that something is told. */
    private void passUntilJustBefore(Duration time) {
        clock.putForward(time.minusMillis(700));
        xelion.say("{}");
    }

    @Test
    void aSessionThatIsTakenAtOnceIsNotFoughtFor() throws Exception {
        XelionSource source = source();
        try (WatchedSource watched = watch(source)) {
            xelion.question("POST me/login");
            xelion.expireTokens();
            xelion.exchange.calls("+31612345678", "P. Jansen", XelionExchange.ONE);
            watched.says("RINGING from unknown");
            assertEquals("GET me/device/calls", xelion.question("GET me/device/calls"));
            assertTrue(refusal(source).startsWith("Xelion ends our session as soon as it begins"));
            assertEquals(0, xelion.asked("POST me/login"));
        }
    }

    @Test
    void dialsThroughTheTelephoneSystemAndKnowsTheCallAgain() throws Exception {
        XelionSource source = source();
        Dialer dialer = source.dialer().orElseThrow();
        assertEquals(new Dialer.Refused("Xelion is not connected: look at the state of the phone"),
                dialer.dial("0612345678", () -> { }));
        try (WatchedSource watched = watch(source)) {
            assertEquals(new Dialer.Calling(), dialer.dial("0612345678", () -> { }));
            assertEquals("POST me/device/pbx_call \"0612345678\"", xelion.question("POST me/device/pbx_call"));
            watched.says("DIALING to +31612345678");
        }
    }

    @Test
    void aUserWhoMayNotDialIsToldWhatToAskFor() throws Exception {
        xelion.mayNotDial();
        XelionSource source = source();
        try (WatchedSource watched = watch(source)) {
            assertEquals("Xelion does not let this user dial from the computer: have the administrator give the user"
                    + " the capability \"PBX Call Initiation\"", refusal(source));
            assertTrue(watched.saidNothingElse());
        }
        XelionSource withoutDevice = source(Optional.empty(), Optional.empty());
        xelion.answers("me/device/pbx_call", 400, XelionSimulator.error(10050));
        try (WatchedSource watched = watch(withoutDevice)) {
            assertEquals("Xelion knows no phone of this session to call with: set [xelion] device_number to the number"
                    + " of the agent's phone", refusal(withoutDevice));
            assertTrue(watched.saidNothingElse());
        }
    }

    private static String refusal(XelionSource source) throws InterruptedException {
        return ((Dialer.Refused) source.dialer().orElseThrow().dial("0612345678", () -> { })).why();
    }

    @Test
    void overTlsItBelievesTheCertificateItIsGivenAndNoOther() throws Exception {
        xelion.close();
        xelion = XelionSimulator.secure(0);
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("lost: the connection to 127.0.0.1 is not secure: set [xelion] certificate to the PEM file of"
                    + " its certificate, or have it repaired");
        }
        Path pem = Files.writeString(folder.resolve("xelion.pem"), xelion.certificate());
        try (WatchedSource watched = watch(source(Optional.of("101"), Optional.of(pem)))) {
            xelion.exchange.calls("+31612345678", "", XelionExchange.ONE);
            watched.says("RINGING from unknown", "RINGING from +31612345678");
        }
    }

    @Test
    void whoIsStoppedLogsOut() throws Exception {
        watch(source()).close();
        assertEquals("POST me/logout", xelion.question("POST me/logout"));
    }
}
