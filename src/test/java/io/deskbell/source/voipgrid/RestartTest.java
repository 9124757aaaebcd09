package io.deskbell.source.voipgrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Call;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.CallTracker;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.TrackerLimits;
import io.deskbell.config.Secret;
import io.deskbell.config.VoipgridSettings;
import io.deskbell.config.VoipgridSettings.Login;
import io.deskbell.config.VoipgridSettings.Numbering;
import io.deskbell.source.Notebook;
import io.deskbell.source.Tape;
import io.deskbell.source.WatchedSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The platform tells of a dialled call only whoever names it; the program that dialled may have been restarted. */
class RestartTest {
    private static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));

    private final Semaphore passing = new Semaphore(0);

    private VoipgridSource source(PlatformSimulator platform) {
        VoipgridSettings settings = new VoipgridSettings(platform.url(), PlatformSimulator.USER,
                new Secret(PlatformSimulator.TOKEN), Login.TOKEN, Numbering.EITHER, Optional.empty(), true);
        return new VoipgridSource(settings, new Platform(settings), PLAN, Clock.systemUTC(),
                time -> passing.acquire(), Tape.NONE, Optional.empty());
    }

    @Test
    void aNumberThatWasDialledBeforeIsFollowedToTheEndOfItsCall() throws Exception {
        try (PlatformSimulator platform = PlatformSimulator.open().calls("dialing_b", "connected", "disconnected")) {
            VoipgridSource source = source(platform);
            try (WatchedSource watched = WatchedSource.start(source)) {
                watched.says("watching", "all: []");
                Thread.ofVirtual().start(() -> dial(source));
                watched.says("DIALING to +31612345678");
            }
            VoipgridSource restarted = source(platform);
            restarted.takeUp(List.of(leftOpen("c2d1"), leftOpen("of-another-source"), leftOpen("../7@sip")));
            assertTrue(restarted.ringsFor(ring()), "another source may see the agent's end of it");
            try (WatchedSource watched = WatchedSource.start(restarted)) {
                watched.says("CONNECTED to +31612345678", "watching", "all: [CONNECTED to +31612345678]");
                passing.release(10);
                watched.says("ENDED to +31612345678 NORMAL");
            }
            assertFalse(restarted.ringsFor(ring()));
        }
    }

    /** The agent's telephone rings, and nothing was told of the call yet: no call log has it. */
    @Test
    void aNumberThatWasNotCalledYetIsFollowedTooAndForgottenOnceItsCallIsSafe() throws Exception {
        try (PlatformSimulator platform = PlatformSimulator.open().calls("dialing_a", "dialing_a", "dialing_b",
                "connected", "disconnected")) {
            Notes notes = new Notes();
            VoipgridSource source = source(platform);
            source.notesIn(notes);
            try (WatchedSource watched = WatchedSource.start(source)) {
                watched.says("watching", "all: []");
                Thread.ofVirtual().start(() -> dial(source));
                assertEquals(List.of("c2d1 0612345678"), notes.written());
            }
            VoipgridSource restarted = source(platform);
            restarted.notesIn(notes);
            restarted.takeUp(List.of());
            assertTrue(restarted.ringsFor(unnamedRing()), "it may ring the agent still");
            passing.release(10);
            try (WatchedSource watched = WatchedSource.start(restarted)) {
                watched.says("watching", "all: []", "DIALING to +31612345678");
                assertEquals(List.of(), notes.written());
                watched.says("CONNECTED to +31612345678", "ENDED to +31612345678 NORMAL");
            }
        }
    }

    @Test
    void aCallThatTheAgentDidNotPickUpForIsNotedNoMore() throws Exception {
        try (PlatformSimulator platform = PlatformSimulator.open().calls("failed_a")) {
            Notes notes = new Notes();
            VoipgridSource source = source(platform);
            source.notesIn(notes);
            try (WatchedSource watched = WatchedSource.start(source)) {
                watched.says("watching", "all: []");
                Thread.ofVirtual().start(() -> dial(source));
                assertEquals(List.of("c2d1 0612345678"), notes.written());
                assertEquals(List.of(), notes.written());
            }
        }
    }

    /** Kept over the restarts of this test. */
    private static final class Notes implements Notebook {
        private final BlockingQueue<List<String>> changes = new LinkedBlockingQueue<>();
        private volatile List<String> lines = List.of();

        List<String> written() throws InterruptedException {
            return changes.poll(60, TimeUnit.SECONDS);
        }

        @Override
        public List<String> read() {
            return lines;
        }

        @Override
        public void write(List<String> now) {
            lines = List.copyOf(now);
            changes.add(lines);
        }
    }

    private static void dial(VoipgridSource source) {
        try {
            source.dialer().orElseThrow().dial("0612345678", () -> { });
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Call leftOpen(String name) {
        return new CallTracker(new Extension("201"), TrackerLimits.USUAL).report(CallReport.of(CallKey.leg(name),
                CallState.DIALING, Instant.EPOCH).going(Direction.OUTBOUND).with(PLAN.dialled("0612345678", "")))
                .getLast().call();
    }

    private static CallReport unnamedRing() {
        return CallReport.of(CallKey.leg("y"), CallState.RINGING, Instant.EPOCH);
    }

    private static CallReport ring() {
        return CallReport.of(CallKey.leg("x"), CallState.RINGING, Instant.EPOCH)
                .with(PLAN.caller("+31612345678", ""));
    }
}
