package io.deskbell.source.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.AsteriskSettings;
import io.deskbell.config.Secret;
import io.deskbell.source.Dialer;
import io.deskbell.source.Tape;
import io.deskbell.source.Waiting;
import io.deskbell.source.WatchedSource;
import io.deskbell.source.asterisk.AmiServer.Misbehaviour;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The source against a manager interface over real sockets. */
class AsteriskSourceTest {
    private static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));
    private static final Extension OWN = new Extension("201");

    /** Nobody waits in these tests but for what they let pass. */
    private final Semaphore pauses = new Semaphore(0);
    private final Waiting waiting = time -> pauses.acquire();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T09:00:00Z"));
    private AmiServer server;

    @BeforeEach
    void open() throws IOException {
        server = AmiServer.open();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private AsteriskSettings settings(String secret, boolean tls, Optional<String> fingerprint) {
        return new AsteriskSettings("127.0.0.1", server.port(), tls, fingerprint, AmiServer.USER, new Secret(secret),
                List.of("PJSIP/{extension}", "SIP/{extension}"), "from-internal", Optional.empty(), true);
    }

    private AsteriskSource source(AsteriskSettings settings) {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
        return new AsteriskSource(settings, OWN, PLAN, clock, Tape.NONE, waiting, AsteriskSteps.NONE);
    }

    private AsteriskSource source() {
        return source(settings(AmiServer.SECRET, false, Optional.empty()));
    }

    /** Lets five pings go by, each answered, and then the list of all channels be asked for. */
    private void untilTheNextList(AsteriskSource source) throws InterruptedException {
        server.misbehave(Misbehaviour.NO_DIAL);
        for (int ping = 0; ping < 5; ping++) {
            pauses.release();
            server.awaitAction("Ping");
            source.dialer().orElseThrow().dial("0", () -> { }); // Its answer comes behind the ping's.
        }
        pauses.release();
    }

    private String where() {
        return "127.0.0.1 port " + server.port();
    }

    @Test
    void aCallIsToldFromRingToEnd() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "all: []");
            PretendChannel customer = server.pbx.incoming("0612345678", "0201234567");
            PretendChannel phone = server.pbx.ring(customer, "201");
            watched.says("RINGING from +31612345678");
            server.pbx.answer(customer, phone, List.of());
            watched.says("CONNECTED from +31612345678");
            server.pbx.hangUp(phone, 16);
            server.pbx.hangUp(customer, 16);
            watched.says("ENDED unknown NORMAL");
        }
    }

    @Test
    void theSecretNeverCrossesTheLineAndNoMoreIsAskedForThanIsUsed() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching");
            Map<String, String> login = server.awaitAction("Login");
            assertFalse(login.containsValue(AmiServer.SECRET));
            assertEquals("system,call", login.get("Events"));
        }
    }

    @Test
    void whatIsGoingOnAlreadyIsFoundAndNamesMayBeOfAnyAge() throws Exception {
        PretendChannel customer = server.pbx.incoming("0612345678", "0201234567");
        customer.callerName = "J\u00fcrgen \u0141ukasz";
        server.pbx.answer(customer, server.pbx.ring(customer, "201"), List.of());
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "all: [CONNECTED from +31612345678]");
        }
    }

    @Test
    void everythingTwiceAndOutOfOrderAmountsToTheSame() throws Exception {
        server.misbehave(Misbehaviour.REPEAT);
        server.misbehave(Misbehaviour.REORDER);
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "all: []");
            PretendChannel customer = server.pbx.incoming("0612345678", "0201234567");
            PretendChannel phone = server.pbx.ring(customer, "201");
            server.pbx.answer(customer, phone, List.of());
            server.pbx.hangUp(phone, 16);
            server.pbx.hangUp(customer, 16);
            server.behave();
            server.pbx.incoming("0687654321", "0201234567");
            watched.says("RINGING from +31612345678", "CONNECTED from +31612345678", "ENDED unknown NORMAL");
        }
    }

    @Test
    void aLineThatNeverEndsFillsNoMemory() throws Exception {
        server.misbehave(Misbehaviour.ENDLESS);
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "all: []");
            server.pbx.ring(server.pbx.incoming("0612345678", "0201234567"), "201");
            watched.says("RINGING from +31612345678");
        }
    }

    @Test
    void aConnectionThatEndsInTheMidstOfALineIsLostInWords() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "all: []");
            server.misbehave(Misbehaviour.HALF_LINE);
            server.pbx.incoming("0612345678", "0201234567");
            assertTrue(watched.next().startsWith("lost: "));
        }
    }

    @Test
    void whoIsWrongLearnsWhatToLookAt() throws Exception {
        lost(source(settings("wrong", false, Optional.empty())), where() + " refuses the manager user deskbell: check"
                + " [asterisk] user and secret, and that permit in manager.conf lets this computer in");
        lost(source(settings("", false, Optional.empty())), "set [asterisk] secret, or store it with: deskbell secret"
                + " set asterisk.secret");
        server.misbehave(Misbehaviour.NO_CHALLENGE);
        lost(source(), where() + " offers no log-in by MD5 challenge, and the secret is not sent in the clear: set"
                + " [asterisk] tls = yes");
        server.misbehave(Misbehaviour.NO_ASTERISK);
        lost(source(), where() + " is no manager interface of Asterisk: check [asterisk] port and tls");
    }

    private static void lost(AsteriskSource source, String why) throws InterruptedException {
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("lost: " + why);
        }
    }

    @Test
    void whoMayNotListLearnsWhatIsMissing() throws Exception {
        server.misbehave(Misbehaviour.NO_LIST);
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "lost: the manager user may not list channels: add reporting to write in"
                    + " manager.conf, then reload it");
        }
    }

    @Test
    void whoIsToldOfNothingLearnsWhatIsMissingAtTheFirstCall() throws Exception {
        AsteriskSource source = source();
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("watching", "all: []");
            server.misbehave(Misbehaviour.NO_EVENTS);
            server.pbx.duration = "00:01:00";
            server.pbx.ring(server.pbx.incoming("0612345678", "0201234567"), "201");
            untilTheNextList(source);
            watched.says("all: [RINGING from +31612345678]", "lost: the manager user is told of no calls: check read ="
                    + " call and eventfilter in manager.conf (deskbell phones asterisk prints them)");
        }
    }

    @Test
    void aDeadConnectionIsNoticedByUnansweredPings() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "all: []");
            server.misbehave(Misbehaviour.SILENT);
            pauses.release(3);
            watched.says("lost: " + where() + " no longer answers");
        }
    }

    @Test
    void whoTakesConnectionsAndSaysNothingIsNotWaitedForForEver() throws Exception {
        server.misbehave(Misbehaviour.MUTE);
        pauses.release(3);
        lost(source(), where() + " no longer answers");
    }

    @Test
    void aRestartIsSaid() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "all: []");
            server.restart();
            watched.says("lost: " + where() + " shuts down or restarts");
        }
    }

    @Test
    void anEndThatWasNeverToldIsFoundOutByTheNextList() throws Exception {
        AsteriskSource source = source();
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("watching", "all: []");
            server.pbx.ring(server.pbx.incoming("0612345678", "0201234567"), "201");
            watched.says("RINGING from +31612345678");
            server.pbx.restart();
            untilTheNextList(source);
            watched.says("all: []");
        }
    }

    @Test
    void theAgentWhoLeftIsDoneAfterAMoment() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "all: []");
            PretendChannel customer = server.pbx.incoming("0612345678", "0201234567");
            PretendChannel phone = server.pbx.ring(customer, "201");
            server.pbx.answer(customer, phone, List.of());
            watched.says("RINGING from +31612345678", "CONNECTED from +31612345678");
            server.pbx.hangUp(phone, 16);
            while (watched.saidNothingElse()) {
                now.updateAndGet(before -> before.plusSeconds(1));
                server.tell("Event: Noise");
            }
            watched.says("ENDED unknown NORMAL");
        }
    }

    @Test
    void onlyTheCertificateThatWasComparedIsTrusted() throws Exception {
        HeldCertificate own = new HeldCertificate.Builder().commonName("pbx").build();
        server.close();
        server = AmiServer.open(new HandshakeCertificates.Builder().heldCertificate(own).build().sslContext()
                .getServerSocketFactory(), 0);
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest(own.certificate().getEncoded()));
        String shown = digest.toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
        lost(source(settings(AmiServer.SECRET, true, Optional.empty())), "the certificate of " + where()
                + " is not trusted: compare its fingerprint there, then set [asterisk] fingerprint = " + shown);
        lost(source(settings(AmiServer.SECRET, true, Optional.of("00".repeat(32)))), where() + " shows another"
                + " certificate than [asterisk] fingerprint: if it was renewed, compare it there and set " + shown);
        AsteriskSource pinned = source(settings(AmiServer.SECRET, true, Optional.of(digest)));
        try (WatchedSource watched = WatchedSource.start(pinned)) {
            watched.says("watching", "all: []");
        }
        server.misbehave(Misbehaviour.NO_CHALLENGE);
        try (WatchedSource watched = WatchedSource.start(pinned)) {
            watched.says("watching", "all: []"); // In the clear, but encrypted.
        }
    }

    @Test
    void theAgentsPhoneIsRungForANumber() throws Exception {
        AsteriskSource source = source();
        Dialer dialer = source.dialer().orElseThrow();
        assertInstanceOf(Dialer.Refused.class, dialer.dial("0612345678", () -> { }));
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("watching", "all: []");
            assertEquals(new Dialer.Calling(), dial(dialer, Map.of("Response", "Success", "Reason", "4")));
            assertEquals(new Dialer.NotPickedUp(), dial(dialer, Map.of("Response", "Failure", "Reason", "3")));
            assertEquals(new Dialer.Busy(), dial(dialer, Map.of("Response", "Failure", "Reason", "5")));
            server.misbehave(Misbehaviour.NO_DIAL);
            assertEquals("the manager user may not dial: add originate to write in manager.conf, then reload it",
                    ((Dialer.Refused) dialer.dial("0612345678", () -> { })).why());
        }
    }

    private Dialer.Outcome dial(Dialer dialer, Map<String, String> answer) throws Exception {
        BlockingQueue<Dialer.Outcome> outcome = new LinkedBlockingQueue<>();
        Semaphore pickUp = new Semaphore(0);
        Thread.ofVirtual().start(() -> {
            try {
                outcome.add(dialer.dial("0612345678", pickUp::release));
            } catch (InterruptedException never) {
                Thread.currentThread().interrupt();
            }
        });
        Map<String, String> asked = server.awaitAction("Originate");
        assertEquals(List.of("PJSIP/201", "from-internal", "0612345678", "201"), List.of(asked.get("Channel"),
                asked.get("Context"), asked.get("Exten"), asked.get("CallerID")));
        assertTrue(pickUp.tryAcquire(20, TimeUnit.SECONDS));
        server.tell("Event: OriginateResponse\nActionID: " + asked.get("ActionID") + "\nResponse: "
                + answer.get("Response") + "\nReason: " + answer.get("Reason"));
        return outcome.poll(20, TimeUnit.SECONDS);
    }
}
