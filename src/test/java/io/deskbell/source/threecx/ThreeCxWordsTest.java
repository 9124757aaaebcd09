package io.deskbell.source.threecx;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.Secret;
import io.deskbell.config.ThreeCxSettings;
import io.deskbell.source.ShiftedClock;
import io.deskbell.source.Tape;
import io.deskbell.source.WatchedSource;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a websocket of 3CX may do wrong without being lost, over real sockets. */
class ThreeCxWordsTest {
    private static final String CUSTOMER = "+31612345678";

    private final ShiftedClock clock = new ShiftedClock();
    private ThreeCxServer server;

    @BeforeEach
    void start() throws Exception {
        server = ThreeCxServer.plain("201", "202");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WatchedSource watch() {
        return WatchedSource.start(new ThreeCxSource(new ThreeCxSettings(server.url(), ThreeCxServer.ID,
                new Secret(ThreeCxServer.KEY), "201", Map.of(), Optional.empty(), true),
                extension -> new NumberPlan("NL", new DigitLengths("2..5"), "", extension), clock,
                ThreeCxSteps.NONE, Tape.NONE, new OkHttpClient()));
    }

    @Test
    void halfAWordIsMadeUpForByALookAtAll() throws Exception {
        try (WatchedSource watched = watch()) {
            watched.says("watching", "all: []");
            server.nextWord("half");
            int call = server.rings("201", CUSTOMER, "");
            watched.says("all: [RINGING from " + CUSTOMER + "]");
            server.answers(call, "201");
            watched.says("CONNECTED from " + CUSTOMER);
        }
    }

    @Test
    void whatIsOvertakenIsNotToldAnew() throws Exception {
        try (WatchedSource watched = watch()) {
            watched.says("watching", "all: []");
            int call = server.rings("201", CUSTOMER, "");
            watched.says("RINGING from " + CUSTOMER);
            server.nextWord("late");
            server.answers(call, "201");
            server.exchange().repeat();
            watched.says("CONNECTED from " + CUSTOMER);
            server.exchange().end(call);
            watched.says("all: [ENDED from " + CUSTOMER + "]");
        }
    }

    @Test
    void aWordThatIsLostIsMadeUpForByTheNextLookAtAll() throws Exception {
        try (WatchedSource watched = watch()) {
            watched.says("watching", "all: []");
            server.nextWord("lost");
            server.rings("201", CUSTOMER, "");
            clock.putForward(Duration.ofSeconds(45));
            server.exchange().chatter(); // It looks at the clock.
            watched.says("all: [RINGING from " + CUSTOMER + "]");
        }
    }
}
