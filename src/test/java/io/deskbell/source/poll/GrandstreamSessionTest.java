package io.deskbell.source.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.source.Dialer;
import io.deskbell.source.WatchedSource;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A log-in first, over real sockets; what the phone tells is read as that of any Grandstream. */
class GrandstreamSessionTest {
    private static final String LINES = "api-get_line_status";
    private static final String TALKS = "all: [CONNECTED +31612345678]";
    private static final String REFUSED = "lost: the phone refuses the log-in of agent: check [poll] user and password."
            + " It is tried again in 15 minutes, because the phone locks itself after a few wrong ones";

    private SessionPhone phone;

    @BeforeEach
    void switchOn() throws Exception {
        phone = SessionPhone.open();
    }

    @AfterEach
    void switchOff() {
        phone.close();
    }

    @Test
    void itLogsInOnceAndAsksInThatSession() throws Exception {
        phone.shows("ringing");
        try (WatchedSource watched = WatchedSource.start(phone.source(SessionPhone.PASSWORD))) {
            watched.says("watching", "all: [RINGING from +31612345678]");
            phone.shows("connected");
            phone.goOn();
            watched.says("all: [CONNECTED from +31612345678]");
        }
        assertEquals(List.of("access", "dologin", LINES, LINES), phone.asked());
        assertFalse(phone.heard().contains("cret"), phone.heard());
    }

    @ParameterizedTest
    @EnumSource
    void aSessionThatHasExpiredIsBegunAnewOnceAndNoCallHasEnded(SessionPhone.Refusal way) throws Exception {
        phone.refusing(way).shows("ringing");
        try (WatchedSource watched = WatchedSource.start(phone.source(SessionPhone.PASSWORD))) {
            watched.says("watching", "all: [RINGING from +31612345678]");
            phone.shows("connected");
            phone.asked();
            phone.endSession();
            phone.clock.advance(GrandstreamSession.YOUNG);
            phone.goOn();
            watched.says("all: [CONNECTED from +31612345678]");
            assertEquals(List.of("dorefresh", LINES, "access", "dologin", LINES), phone.asked());
            assertTrue(watched.saidNothingElse());
        }
    }

    @Test
    void aWrongPasswordIsTriedOnceAndNotBeforeAQuarterOfAnHourIsOver() throws Exception {
        PollSource source = phone.source("wrong");
        lost(source, REFUSED);
        assertEquals(List.of("access", "dologin"), phone.asked());

        lost(source, REFUSED);
        assertEquals(new Dialer.Refused(REFUSED.substring("lost: ".length())), dial(source));
        phone.clock.advance(GrandstreamSession.AFTER_A_REFUSAL.minusSeconds(1));
        lost(source, REFUSED);
        assertEquals(List.of(), phone.asked());

        phone.clock.advance(Duration.ofSeconds(1));
        lost(source, REFUSED);
        assertEquals(List.of("access", "dologin"), phone.asked());
    }

    @Test
    void aPhoneThatIsLockedIsLeftAloneUntilItIsOpen() throws Exception {
        phone.lock();
        PollSource source = phone.source(SessionPhone.PASSWORD);
        String words = "lost: the phone lets agent not log in for 7 minutes, after too many wrong log-ins: check [poll]"
                + " user and password. It is tried again then";
        lost(source, words);
        phone.asked();
        phone.clock.advance(Duration.ofMinutes(7).minusMillis(1));
        lost(source, words);
        assertEquals(List.of(), phone.asked());

        phone.unlock();
        phone.clock.advance(Duration.ofMillis(1));
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("watching", "all: []");
        }
    }

    /** Nor for ever where the computer's clock was wrong and is set back. */
    @Test
    void whatIsWaitedForEndsWhenTheClockIsSetBack() throws Exception {
        phone.lock();
        PollSource source = phone.source(SessionPhone.PASSWORD);
        lost(source, "lost: the phone lets agent not log in for 7 minutes, after too many wrong log-ins: check [poll]"
                + " user and password. It is tried again then");
        phone.unlock();
        phone.clock.advance(Duration.ofDays(-365));
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("watching", "all: []");
        }
    }

    @Test
    void whoeverElseLogsInAsTheSameUserIsNotFoughtWith() throws Exception {
        phone.shows("connected");
        PollSource source = phone.source(SessionPhone.PASSWORD);
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("watching", TALKS);
            phone.endSession();
            phone.goOn();
            watched.says(TALKS);
            phone.endSession();
            phone.goOn();
            phone.goOn(); // One answer that says nothing is borne in mid-call.
            watched.says("lost: somebody else logs in at the phone as agent again and again, which ends this computer's"
                    + " session: name a user of its own in [poll] user. It is tried again in 5 minutes");
        }
        assertEquals(2, Collections.frequency(phone.asked(), "dologin"));

        phone.clock.advance(GrandstreamSession.CEDED);
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("watching", TALKS);
        }
        assertEquals(List.of("access", "dologin", LINES), phone.asked());
    }

    @Test
    void aUserWhoMayNotLogInOrNotAskIsNamed() throws Exception {
        phone.lettingNobodyAsk();
        lost(phone.source(SessionPhone.PASSWORD), "lost: the phone lets agent log in, but not ask for calls: name"
                + " another in [poll] user. It is tried again in 15 minutes");
        assertEquals(List.of("access", "dologin", LINES), phone.asked());

        phone.lettingNobodyLogIn();
        lost(phone.source(SessionPhone.PASSWORD), "lost: the phone does not let agent log in over the network: allow"
                + " that in the phone's settings, or name another in [poll] user. It is tried again in 15 minutes");
    }

    @Test
    void anOlderPhoneIsToldThePasswordItself() throws Exception {
        phone.older().shows("ringing");
        try (WatchedSource watched = WatchedSource.start(phone.source(SessionPhone.PASSWORD))) {
            watched.says("watching", "all: [RINGING from +31612345678]");
            phone.clock.advance(GrandstreamSession.REFRESHED);
            phone.goOn();
            watched.says("all: [RINGING from +31612345678]");
        }
        assertEquals(List.of("access", "dologin", LINES, "dorefresh", LINES), phone.asked());
    }

    @Test
    void itDialsInTheSameSession() throws Exception {
        PollSource source = phone.source(SessionPhone.PASSWORD);
        assertEquals(new Dialer.Calling(), dial(source));
        assertEquals(List.of("access", "dologin", "api-make_call 0612345678"), phone.asked());
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("watching", "all: []");
        }
        assertEquals(List.of(LINES), phone.asked());
    }

    private static void lost(PollSource source, String words) throws Exception {
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says(words);
        }
    }

    private static Dialer.Outcome dial(PollSource source) throws Exception {
        return source.dialer().orElseThrow().dial("0612345678", () -> { });
    }
}
