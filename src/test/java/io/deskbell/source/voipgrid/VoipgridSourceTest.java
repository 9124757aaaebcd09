package io.deskbell.source.voipgrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.Reason;
import io.deskbell.config.Secret;
import io.deskbell.config.VoipgridSettings;
import io.deskbell.config.VoipgridSettings.Login;
import io.deskbell.config.VoipgridSettings.Numbering;
import io.deskbell.source.ClosedPort;
import io.deskbell.source.Dialer;
import io.deskbell.source.Tape;
import io.deskbell.source.WatchedSource;
import io.deskbell.source.voipgrid.PlatformSimulator.Misbehaviour;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The platform's web interface over real sockets; what its answers mean is in the recordings. */
class VoipgridSourceTest {
    private static final String UNABLE = "127.0.0.1 cannot answer now (500): is it being worked on there?";
    private static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));
    private static final String NUMBER = "0612345678";
    private static final String[] UP = {"watching", "all: []"};

    private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
    private final Semaphore passing = new Semaphore(0);
    private PlatformSimulator platform;
    private VoipgridSource source;

    @BeforeEach
    void switchOn() throws Exception {
        platform = PlatformSimulator.open();
        source = source(Login.TOKEN, PlatformSimulator.TOKEN);
    }

    @AfterEach
    void switchOff() {
        platform.close();
    }

    private VoipgridSource source(Login login, String secret) {
        return source(settings(platform.url(), login, secret), new OkHttpClient());
    }

    private VoipgridSource source(VoipgridSettings settings, OkHttpClient client) {
        return new VoipgridSource(settings, new Platform(settings, client), PLAN, Clock.systemUTC(), time -> {
            pauses.add(time);
            passing.acquire();
        }, Tape.NONE, Optional.empty());
    }

    private static VoipgridSettings settings(String url, Login login, String secret) {
        return new VoipgridSettings(url, PlatformSimulator.USER, new Secret(secret), login, Numbering.EITHER,
                Optional.empty(), true);
    }

    @Test
    void aDialledNumberIsFollowedFromTheCallToTheEnd() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says(UP);
            FutureTask<Dialer.Outcome> outcome = dial();
            passing.release(10);
            watched.says("DIALING to +31612345678", "CONNECTED to +31612345678", "ENDED to +31612345678 NORMAL");
            assertEquals(new Dialer.Calling(), outcome.get());
        }
        assertEquals(List.of("GET /api/permission/systemuser/profile/",
                "POST /api/clicktodial/ {\"b_number\":\"0612345678\"}", "GET /api/clicktodial/c2d1/"),
                List.of(platform.asked(), platform.asked(), platform.asked()));
        assertEquals(VoipgridSource.STEP, pauses.take());
    }

    @Test
    void aTelephoneThatIsNotPickedUpCallsNobody() throws Exception {
        platform.calls("dialing_a", "failed_a");
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says(UP);
            FutureTask<Dialer.Outcome> outcome = dial();
            passing.release(10);
            assertEquals(new Dialer.NotPickedUp(), outcome.get());
            assertTrue(watched.saidNothingElse());
        }
    }

    @Test
    void whoCannotBeCalledIsARefusal() throws Exception {
        passing.release(100);
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says(UP);
            platform.calls("dialing_a", "failed_b");
            assertEquals(new Dialer.Refused("the number cannot be reached, or is engaged"), dial().get());
            watched.says("ENDED to +31612345678 FAILED");
            platform.calls("blacklisted");
            assertEquals(new Dialer.Refused("the platform calls no such number: it is blocked there"), dial().get());
            watched.says("ENDED to +31612345678 FAILED");
        }
    }

    @Test
    void aBasicLogInDoesAsWell() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source(Login.PASSWORD, PlatformSimulator.PASSWORD))) {
            watched.says(UP);
        }
    }

    @Test
    void aWrongTokenSaysWhereToLook() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source(Login.TOKEN, "wrong"))) {
            watched.says("lost: 127.0.0.1 refuses the log-in of agent@example.com: check [voipgrid] user, token and"
                    + " login");
        }
    }

    @Test
    void otherAnswersAreALostLineInWordsToo() throws Exception {
        assertEquals("lost: 127.0.0.1 does not allow this to agent@example.com: have the user's rights checked at the"
                + " platform", lost(Misbehaviour.FORBIDDEN));
        assertEquals("lost: 127.0.0.1 wants to be asked less often (429): look whether other programs ask it"
                + " much in this user's name", lost(Misbehaviour.TOO_OFTEN));
        assertEquals("lost: " + UNABLE, lost(Misbehaviour.SERVER_ERROR));
        assertEquals("lost: the answer of 127.0.0.1 is not whole: check [voipgrid] url, and that no proxy is in"
                + " between", lost(Misbehaviour.HALF));
        assertEquals("lost: 127.0.0.1 has no such interface (302): check [voipgrid] url", lost(Misbehaviour.ELSEWHERE));
        assertEquals("lost: the connection to 127.0.0.1 was lost",
                lost(Misbehaviour.DROPPED, Misbehaviour.DROPPED, Misbehaviour.DROPPED));
        try (ClosedPort closed = ClosedPort.hold(); WatchedSource watched = WatchedSource.start(source(settings(
                "http://127.0.0.1:" + closed.port(), Login.TOKEN, "x"), new OkHttpClient()))) {
            watched.says("lost: 127.0.0.1 takes no connection: check [voipgrid] url and the network");
        }
    }

    private String lost(Misbehaviour... wrong) throws Exception {
        platform.close();
        platform = PlatformSimulator.open().misbehaves(wrong);
        try (WatchedSource watched = WatchedSource.start(source(Login.TOKEN, PlatformSimulator.TOKEN))) {
            return watched.next();
        }
    }

    @Test
    void aFewAnswersThatSayNothingAreBorneAndTheRestIsKept() throws Exception {
        platform.calls("dialing_b", "connected", "disconnected");
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says(UP);
            dial();
            watched.says("DIALING to +31612345678");
            assertEquals(VoipgridSource.STEP, pauses.take());
            platform.misbehaves(Misbehaviour.SERVER_ERROR, Misbehaviour.TOO_OFTEN, Misbehaviour.HALF);
            passing.release();
            assertEquals(VoipgridSource.STEP, pauses.take());
            passing.release();
            assertEquals(Duration.ofSeconds(7), pauses.take());
            passing.release(10);
            watched.says("CONNECTED to +31612345678", "ENDED to +31612345678 NORMAL");
        }
    }

    @Test
    void whatIsGoingOnIsKnownAgainWhenTheLineIsBack() throws Exception {
        platform.calls("dialing_b", "connected", "connected", "disconnected");
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says(UP);
            dial();
            watched.says("DIALING to +31612345678");
            platform.misbehaves(Misbehaviour.UNAUTHORIZED);
            passing.release();
            watched.says("lost: 127.0.0.1 refuses the log-in of agent@example.com: check [voipgrid] user, token and"
                    + " login");
        }
        assertEquals(new Dialer.Refused("the platform cannot be asked at the moment: see why in the window"),
                dial().get());
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("CONNECTED to +31612345678", "watching", "all: [CONNECTED to +31612345678]");
            passing.release(10);
            watched.says("CONNECTED to +31612345678", "ENDED to +31612345678 NORMAL");
        }
    }

    @Test
    void aPlatformThatForgotTheCallEndsIt() throws Exception {
        platform.calls("dialing_b", "connected");
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says(UP);
            dial();
            watched.says("DIALING to +31612345678");
            platform.forgets();
            passing.release(10);
            watched.says("ENDED to +31612345678 UNKNOWN");
        }
    }

    @Test
    void aCallThePlatformCannotTellOfForGoodIsOver() throws Exception {
        platform.calls("dialing_b");
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says(UP);
            dial();
            watched.says("DIALING to +31612345678");
            platform.isSilentOfCalls();
            passing.release(10);
            watched.says("lost: " + UNABLE);
        }
        for (int i = 0; i < 5; i++) {
            try (WatchedSource watched = WatchedSource.start(source)) {
                watched.says("lost: " + UNABLE);
            }
        }
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("ENDED to +31612345678 UNKNOWN");
            watched.says(UP);
        }
    }

    @Test
    void aNumberIsDialledOnceThoughTheConnectionIsLost() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says(UP);
            platform.misbehaves(Misbehaviour.DROPPED);
            assertEquals(new Dialer.Refused("the connection to 127.0.0.1 was lost"), dial().get());
        }
    }

    @Test
    void anAnswerWithoutACallIsARefusal() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says(UP);
            platform.misbehaves(Misbehaviour.NO_CALL_ID);
            assertEquals(new Dialer.Refused("127.0.0.1 took the number and named no call"), dial().get());
            platform.misbehaves(Misbehaviour.SERVER_ERROR);
            assertEquals(new Dialer.Refused(UNABLE), dial().get());
        }
    }

    @Test
    void whileItRingsTheAgentThatRingIsNoCall() throws Exception {
        platform.calls("dialing_a", "dialing_b", "disconnected");
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says(UP);
            assertFalse(source.ringsFor(ring("0612345678")));
            dial();
            pauses.take();
            assertTrue(source.ringsFor(ring("+31612345678")));
            assertTrue(source.ringsFor(ring("")));
            assertFalse(source.ringsFor(ring("0687654321")));
            assertFalse(source.ringsFor(ring("0612345678").going(Direction.OUTBOUND)));
            passing.release();
            watched.says("DIALING to +31612345678");
            assertEquals(VoipgridSource.STEP, pauses.take());
            assertFalse(source.ringsFor(ring("")), "the agent has picked up: this is another call");
            assertTrue(source.ringsFor(ring("+31612345678")));
            passing.release(10);
            watched.says("ENDED to +31612345678 NO_ANSWER");
        }
    }

    private static CallReport ring(String number) {
        Party party = number.isEmpty() ? Party.Unknown.NOBODY : PLAN.caller(number, "");
        return CallReport.of(CallKey.leg("x"), CallState.RINGING, Instant.EPOCH).with(party);
    }

    @Test
    void theDoctorHearsWhoIsLoggedInAndWhetherATelephoneIsThere() throws Exception {
        String id = "well: logged in at 127.0.0.1 as agent@example.com";
        assertEquals(List.of(id, "well: telephone account 123450042: a telephone is registered"), steps("201"));
        assertEquals(List.of(id, "note: no telephone account has the internal number 209: check [agent] extension, or"
                + " name the account's id in [voipgrid] account"), steps("209"));
        platform.noTelephoneIsRegistered();
        assertEquals(List.of(id, "note: telephone account 123450042: no telephone is registered, so nothing rings when"
                + " a number is dialled; switch the telephone on"), steps("201"));
        platform.hidesAccounts();
        assertEquals(List.of(id, "note: whether the telephone is registered is not known: 127.0.0.1 does not allow"
                + " this to agent@example.com: have the user's rights checked at the platform"), steps("201"));
    }

    private List<String> steps(String extension) throws Exception {
        List<String> steps = new ArrayList<>();
        VoipgridSteps ear = new VoipgridSteps() {
            @Override
            public void well(Reason step) {
                steps.add("well: " + step);
            }

            @Override
            public void note(Reason step) {
                steps.add("note: " + step);
            }
        };
        VoipgridSource looking = VoipgridSource.of(settings(platform.url(), Login.TOKEN, PlatformSimulator.TOKEN),
                extension, PLAN, Clock.systemUTC(), ear);
        try (WatchedSource watched = WatchedSource.start(looking)) {
            watched.says(UP);
        }
        return steps;
    }

    @Test
    void itSaysWhatItWatchesAndNothingSecret() {
        assertEquals("dialled calls on " + URI.create(platform.url()).getHost(), source.description());
    }

    private FutureTask<Dialer.Outcome> dial() {
        FutureTask<Dialer.Outcome> outcome =
                new FutureTask<>(() -> source.dialer().orElseThrow().dial(NUMBER, () -> { }));
        Thread.ofVirtual().start(outcome);
        return outcome;
    }
}
