package io.deskbell.source.voipgrid;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.Secret;
import io.deskbell.config.SipSettings;
import io.deskbell.source.WatchedSource;
import io.deskbell.source.sip.SipSource;
import io.deskbell.source.sip.SipSteps;
import io.deskbell.source.voipgrid.Lamp.Manner;
import io.deskbell.source.voipgrid.Notifications.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The line as it is watched on this platform: a secure websocket, an e-mail address, a token. */
@Timeout(60)
class LampTest {
    private static final Person CUSTOMER = Person.outside("+31501234567", "P. Jansen");
    private static final NumberPlan PLAN =
            new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));

    @TempDir
    private Path folder;
    private Lamp lamp;

    @BeforeEach
    void switchOn() throws Exception {
        lamp = Lamp.open();
    }

    @AfterEach
    void switchOff() throws Exception {
        lamp.close();
    }

    private WatchedSource watch(String token) throws Exception {
        return watch(token, Lamp.ACCOUNT);
    }

    private WatchedSource watch(String token, String account) throws Exception {
        Path pem = Files.writeString(folder.resolve("lamp.pem"), lamp.certificate());
        SipSettings settings = new SipSettings(List.of(lamp.server()), Optional.empty(), PlatformSimulator.USER,
                PlatformSimulator.USER, new Secret(token), account, false, Duration.ofSeconds(600),
                Duration.ofSeconds(30), Optional.of(pem), SipSettings.Dial.NO, SipSettings.Event.DIALOG,
                Optional.empty());
        return WatchedSource.start(SipSource.of(settings, PLAN, Clock.systemUTC(), SipSteps.NONE));
    }

    private void plays(Sequence.Kind kind) throws Exception {
        Sequence.Pace atOnce = new Sequence.Pace() {
            @Override
            public Duration soon() {
                return Duration.ZERO;
            }

            @Override
            public Duration later() {
                return Duration.ZERO;
            }
        };
        for (Sequence.Told told : Sequence.of(kind, "c1", CUSTOMER, false, Instant.EPOCH, atOnce).told()) {
            lamp.told(told.json());
        }
    }

    @Test
    void aCallIsSeenFromRingToEndByTheTokenAlone() throws Exception {
        try (WatchedSource watched = watch(PlatformSimulator.TOKEN)) {
            watched.says("watching", "all: []");
            plays(Sequence.Kind.PLAIN);
            watched.says("all: [RINGING from +31501234567]", "all: [CONNECTED from +31501234567]",
                    "all: [ENDED from +31501234567]");
        }
    }

    @Test
    void whatTheColleagueTakesIsOverHere() throws Exception {
        try (WatchedSource watched = watch(PlatformSimulator.TOKEN)) {
            watched.says("watching", "all: []");
            plays(Sequence.Kind.PICK_UP);
            watched.says("all: [RINGING from +31501234567]", "all: [ENDED from +31501234567]");
        }
    }

    @Test
    void aCallWithoutANumberIsFollowedAllTheSameAndHalfADocumentHarmsNothing() throws Exception {
        lamp.behaves(Manner.NAMELESS);
        try (WatchedSource watched = watch(PlatformSimulator.TOKEN)) {
            watched.says("watching", "all: []");
            lamp.behaves(Manner.HALF);
            plays(Sequence.Kind.PLAIN);
            watched.says("all: [CONNECTED from unknown]", "all: [ENDED from unknown]");
        }
    }

    @Test
    void aWrongTokenIsSaidInWords() throws Exception {
        try (WatchedSource watched = watch("of last year")) {
            String words = watched.next();
            assertTrue(words.startsWith("lost: ") && words.contains("[sip]"), words);
        }
    }

    @Test
    void anAccountThatIsNotThereIsSaidInWords() throws Exception {
        try (WatchedSource watched = watch(PlatformSimulator.TOKEN, "123450099")) {
            watched.says("lost: 127.0.0.1 does not know 123450099: check [sip] watch and domain");
        }
    }
}
