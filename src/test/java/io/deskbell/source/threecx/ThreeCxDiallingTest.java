package io.deskbell.source.threecx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.Secret;
import io.deskbell.config.ThreeCxSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.Dialling;
import io.deskbell.source.ShiftedClock;
import io.deskbell.source.Tape;
import io.deskbell.source.WatchedSource;
import java.util.Map;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number that Deskbell has 3CX call, from there to what is told of the call, over real sockets. */
class ThreeCxDiallingTest {
    private ThreeCxServer server;

    @BeforeEach
    void start() throws Exception {
        server = ThreeCxServer.plain("201", "202");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ThreeCxSource source(String dn) {
        return new ThreeCxSource(new ThreeCxSettings(server.url(), ThreeCxServer.ID, new Secret(ThreeCxServer.KEY), dn,
                Map.of(), Optional.empty(), true),
                extension -> new NumberPlan("NL", new DigitLengths("2..5"), "", extension), new ShiftedClock(),
                ThreeCxSteps.NONE, Tape.NONE, new OkHttpClient());
    }

    @Test
    void theCallIsDialledFromTheRingOfTheOwnPhoneAndAnsweredByTheOtherEnd() throws Exception {
        ThreeCxSource source = source("201");
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("watching", "all: []");
            Dialling dialled = Dialling.of(source, "0612345678");
            int call = server.awaitDialled();
            watched.says("DIALING to +31612345678");
            server.picksUp(call);
            assertEquals(new Dialer.Calling(), dialled.outcome());
            server.answers(call, "201");
            watched.says("CONNECTED to +31612345678");
            server.ends(call);
            watched.says("all: [ENDED to +31612345678]");
        }
    }

    @Test
    void aPhoneThatIsNotPickedUpCallsNobodyAndItsCallEnds() throws Exception {
        ThreeCxSource source = source("201");
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("watching", "all: []");
            Dialling dialled = Dialling.of(source, "0612345678");
            int call = server.awaitDialled();
            watched.says("DIALING to +31612345678");
            server.made().refuse(call);
            assertEquals(new Dialer.Busy(), dialled.outcome());
            watched.says("ENDED to +31612345678");
        }
    }

    @Test
    void aColleagueWhoIsDialledIsRungOnceTheOwnPhoneIsPickedUp() throws Exception {
        ThreeCxSource source = source("201");
        try (WatchedSource watched = WatchedSource.start(source);
                WatchedSource colleague = WatchedSource.start(source("202"))) {
            watched.says("watching", "all: []");
            colleague.says("watching", "all: []");
            Dialling.of(source, "202");
            int call = server.awaitDialled();
            watched.says("DIALING to 202");
            server.picksUp(call);
            colleague.says("RINGING from 201");
            server.answers(call, "202");
            server.answers(call, "201");
            colleague.says("CONNECTED from 201");
            watched.says("CONNECTED to 202");
        }
    }
}
