package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.source.LineLostException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hours at the desk in a moment: refreshes, keep-alives, sleep, another network. */
@Timeout(30)
final class PassingTimeTest {
    private final Recorded recorded = new Recorded();
    private final FakeTime time = new FakeTime();
    private final AtomicReference<String> address = new AtomicReference<>("127.0.0.1");
    private final Surroundings surroundings = Watch.with(time, SipTimers.USUAL,
            server -> InetAddress.getByName(address.get()));

    @Test
    void theSubscriptionIsRefreshedAsOftenAsTheSettingsSay() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp();
             Watch watch = Watch.start(Watch.settings(pbx.uri()), surroundings, recorded)) {
            recorded.upTo("state 0");
            for (int refresh = 1; refresh <= 4; refresh++) {
                time.passSeconds(29);
                assertEquals(1, pbx.requestsSoFar().size(), "only the one before, until refresh " + refresh);
                time.passSeconds(1);
                recorded.upTo("state 0");
            }
            watch.assertStillWatching();
        }
    }

    @Test
    void aShorterGrantIsRefreshedInTime() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().granting(12);
             Watch watch = Watch.start(Watch.settings(pbx.uri()), surroundings, recorded)) {
            recorded.upTo("state 0");
            assertEquals(1, pbx.requestsSoFar().size());
            time.passSeconds(9);
            assertEquals(List.of("state 0"), recorded.next(1));
            assertEquals("2 SUBSCRIBE", pbx.request().cseq().toString());
            watch.assertStillWatching();
        }
    }

    @Test
    void atRestTheProcessHardlyWakes() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp();
             Watch watch = Watch.start(Watch.settings(pbx.uri()), surroundings, recorded)) {
            recorded.upTo("state 0");
            int before = time.waits();
            time.passSeconds(30);
            recorded.upTo("state 0");
            time.passSeconds(30);
            recorded.upTo("state 0");
            int waits = time.waits() - before;
            assertTrue(waits <= 20, waits + " wakings in a minute"); // Four looks, two refreshes, two keep-alives.
            watch.assertStillWatching();
        }
    }

    @Test
    void aWayThroughARouterIsKeptOpen() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp();
             Watch watch = Watch.start(Watch.settings(pbx.uri()), surroundings, recorded)) {
            recorded.upTo("state 0");
            time.passSeconds(25);
            assertTrue(pbx.keepAlives().tryAcquire(10, TimeUnit.SECONDS));
            watch.assertStillWatching();
        }
    }

    @Test
    void aConnectionIsKeptAliveMoreSeldom() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.tcp();
             Watch watch = Watch.start(Watch.settings(pbx.uri()), surroundings, recorded)) {
            recorded.upTo("state 0");
            time.passSeconds(30);
            recorded.upTo("state 0");
            time.passSeconds(29);
            assertEquals(0, pbx.keepAlives().availablePermits());
            time.passSeconds(1);
            assertTrue(pbx.keepAlives().tryAcquire(10, TimeUnit.SECONDS));
            watch.assertStillWatching();
        }
    }

    @Test
    void aComputerThatSleptLooksAgainAtOnce() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp();
             Watch watch = Watch.start(Watch.settings(pbx.uri()), surroundings, recorded)) {
            recorded.upTo("state 0");
            time.passSeconds(1);
            time.sleep(Duration.ofHours(1));
            time.passForTheLastTime(Duration.ofSeconds(14));
            assertLostAtOnce("the computer was asleep", watch.lost());
        }
    }

    @Test
    void sleepIsNoticedWhereTheRunningTimeGoesOn() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp();
             Watch watch = Watch.start(Watch.settings(pbx.uri()), surroundings, recorded)) {
            recorded.upTo("state 0");
            time.passSeconds(1);
            time.passForTheLastTime(Duration.ofHours(1));
            assertLostAtOnce("the computer was asleep", watch.lost());
        }
    }

    @Test
    void anotherNetworkIsALostLineWithoutAPause() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp();
             Watch watch = Watch.start(Watch.settings(pbx.uri()), surroundings, recorded)) {
            recorded.upTo("state 0");
            time.passSeconds(1);
            address.set("127.0.0.2");
            time.passForTheLastTime(Duration.ofSeconds(14));
            assertLostAtOnce("the computer's network changed", watch.lost());
        }
    }

    @Test
    void noNetworkAtAllIsTold() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp();
             Watch watch = Watch.start(Watch.settings(pbx.uri()), surroundings, recorded)) {
            recorded.upTo("state 0");
            time.passSeconds(1);
            address.set("no address");
            time.passForTheLastTime(Duration.ofSeconds(14));
            assertEquals("the computer has no network that leads to the telephone system", watch.lost().getMessage());
        }
    }

    @Test
    void theWholeStateIsAskedForAtOnceButNotMoreOftenThanEveryTwoSeconds() throws Exception {
        recorded.seeGapIn("gap");
        try (ScriptedPbx pbx = ScriptedPbx.udp();
             Watch watch = Watch.start(Watch.settings(pbx.uri()), surroundings, recorded)) {
            recorded.upTo("state 0");
            time.passSeconds(5);
            pbx.notifies("gap");
            assertEquals(List.of("gap", "state 0"), recorded.next(2));
            pbx.notifies("gap");
            pbx.notifies("gap");
            assertEquals(List.of("gap", "gap"), recorded.next(2));
            assertEquals(2, pbx.requestsSoFar().size());
            time.passSeconds(2);
            assertEquals("state 0", recorded.next());
            assertEquals(1, pbx.requestsSoFar().size());
            watch.assertStillWatching();
        }
    }

    @Test
    void aRegistrationIsRefreshedAtHalfItsTime() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.tcp().granting(40);
             Watch watch = Watch.start(Watch.settings(true, Optional.empty(), pbx.uri()), surroundings, recorded)) {
            recorded.upTo("state 0");
            pbx.requestsSoFar();
            time.passSeconds(20);
            SipRequest again = pbx.request();
            assertEquals("2 REGISTER", again.cseq().toString());
            watch.assertStillWatching();
        }
    }

    private static void assertLostAtOnce(String words, LineLostException lost) {
        assertEquals(words, lost.getMessage());
        assertEquals(Optional.of(Duration.ZERO), lost.pause());
    }
}
