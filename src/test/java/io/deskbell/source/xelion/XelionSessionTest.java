package io.deskbell.source.xelion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.source.LineLostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logging in, and everything that stops it, over real sockets and with a clock that is moved. */
class XelionSessionTest {
    private XelionSimulator xelion;
    private XelionSession session;
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    @BeforeEach
    void switchOn() throws Exception {
        xelion = XelionSimulator.start();
        session = session();
    }

    @AfterEach
    void switchOff() {
        xelion.close();
    }

    private XelionSession session() throws Exception {
        var settings = XelionSourceTest.settings(xelion, Optional.empty(), Optional.empty());
        return new XelionSession(settings, new XelionWeb(settings), new Clock() {
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
                return now;
            }
        }, new Random());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | 10002 | Xelion wants a user name: check [xelion] user
            400 | 10003 | Xelion wants a password: store it with: deskbell secret set xelion.password
            401 | 10004 | Xelion does not know this user name with this password: check [xelion] user, and store
            401 | 10006 | the user is switched off at Xelion: have the administrator switch it on
            401 | 10007 | the password has expired: log in at Xelion's own app, choose a new one, and store it with:
            401 | 10008 | this Xelion is of a version that does not fit: have the supplier update it, and send a
            401 | 10010 | Xelion does not take this session's name: change [xelion] user_space, or leave it out
            401 | 10011 | Xelion does not take this session's name: change [xelion] user_space, or leave it out
            401 | 10012 | Xelion wants a second factor, which nobody can give while Deskbell works in the background
            401 | 10013 | Xelion wants a second factor, which nobody can give while Deskbell works in the background
            401 | 10099 | Xelion refuses the log-in (401/10099): ask the supplier, or send a support bundle
            404 | 10404 | 127.0.0.1 does not answer as Xelion does (404/10404): check [xelion] url and tenant
            500 | 11000 | Xelion cannot answer now (500/11000)
            429 | 10020 | Xelion asks us to wait (429)
            302 | 10000 | 127.0.0.1 sends us elsewhere: write the address it really has in [xelion] url
            """)
    void everyRefusalIsSaidInPlainWords(int http, int code, String words) {
        xelion.answers("me/login", http, XelionSimulator.error(code), "Location", "https://elsewhere.test/");
        LineLostException refused = assertThrows(LineLostException.class, session::begin);
        assertTrue(refused.getMessage().startsWith(words), refused.getMessage());
        assertFalse(refused.getMessage().contains(XelionSimulator.PASSWORD));
    }

    @Test
    void aWrongPasswordIsNotTriedAgainForMinutesWhoeverAsks() throws Exception {
        xelion.answers("me/login", 401, XelionSimulator.error(10004));
        assertEquals(Optional.of(Duration.ofMinutes(10)),
                assertThrows(LineLostException.class, session::begin).pause());
        now = now.plusSeconds(240);
        LineLostException again =
                assertThrows(LineLostException.class, () -> session.ask("POST", "me/device/pbx_call", "\"1\""));
        assertEquals(Optional.of(Duration.ofMinutes(6)), again.pause());
        assertTrue(again.getMessage().startsWith("Xelion does not know this user name"));
        xelion.question("POST me/login");
        assertEquals(0, xelion.asked("POST me/login"));
        now = now.plusSeconds(361);
        session.begin();
        assertEquals(1, session.logins());
    }

    @Test
    void aSessionACrashLeftBehindIsPassedByAndNotFoughtFor() throws Exception {
        session.begin();
        XelionSession next = session();
        next.begin();
        xelion.question("POST me/login");
        assertTrue(xelion.question("POST me/login").contains("\"userSpace\":\"desk-1\""));
        String third = xelion.question("POST me/login");
        assertTrue(third.matches(".*\"userSpace\":\"desk-1-[0-9a-f]{1,6}\".*"), third);
        xelion.answers("me/websocket", 200, "{}");
        assertTrue(session.ask("POST", "me/websocket", "").isGood());
    }

    @Test
    void aTokenThatEndedIsReplacedAndTheQuestionAskedAgain() throws Exception {
        session.begin();
        now = now.plusSeconds(3_600);
        xelion.expireTokens();
        assertTrue(session.ask("GET", "me/info", "").isGood());
        assertEquals(2, session.logins());
        now = now.plusSeconds(30);
        xelion.expireTokens();
        assertThrows(LineLostException.class, () -> session.ask("GET", "me/info", ""));
        assertEquals(2, session.logins());
    }

    @Test
    void aRenewalThatIsRefusedIsALogInAndOneThatFailsIsTriedAgain() throws Exception {
        session.begin();
        now = session.renewal();
        xelion.answers("me/renew", 500, XelionSimulator.error(11000));
        session.renewIfDue();
        assertEquals(now.plusSeconds(60), session.renewal());
        now = session.renewal();
        xelion.answers("me/renew", 401, XelionSimulator.error(10000));
        xelion.expireTokens();
        session.renewIfDue();
        assertEquals(2, session.logins());
    }

    @Test
    void aSessionThatAQuestionFoundOverIsBegunAnewByWhoeverRenewsIt() throws Exception {
        session.begin();
        now = now.plusSeconds(30);
        xelion.expireTokens();
        assertThrows(LineLostException.class, () -> session.ask("GET", "me/info", ""));
        assertEquals(Optional.of(Duration.ofMinutes(1)),
                assertThrows(LineLostException.class, session::renewIfDue).pause());
        now = now.plusSeconds(60);
        session.renewIfDue();
        assertEquals(2, session.logins());
    }

    @Test
    void whoHasLoggedOutIsNotLoggedInAgainByAQuestion() throws Exception {
        session.begin();
        session.end();
        assertThrows(LineLostException.class, () -> session.ask("GET", "me/device/calls", ""));
        assertEquals(1, xelion.asked("POST me/login"));
    }

    @Test
    void aNumberIsDialledOnceHoweverTheConnectionEnds() throws Exception {
        session.begin();
        xelion.hangsUpOn("me/device/pbx_call");
        assertThrows(LineLostException.class, () -> session.ask("POST", "me/device/pbx_call", "\"1\""));
        assertEquals(1, xelion.asked("POST me/device/pbx_call"));
    }

    @Test
    void aQuestionRefusedForItsOwnSakeIsNoEndOfTheSession() throws Exception {
        xelion.answers("me/device/pbx_call", 401, XelionSimulator.error(10300));
        assertEquals("401/10300", session.ask("POST", "me/device/pbx_call", "\"1\"").codes());
        assertEquals(1, session.logins());
    }

    @Test
    void howeverLongTheServerWantsUsToWaitItIsBounded() {
        xelion.answers("me/login", 429, "", "Retry-After", "999999");
        assertEquals(Optional.of(Duration.ofMinutes(15)),
                assertThrows(LineLostException.class, session::begin).pause());
    }

    @Test
    void whatIsNoTokenIsNone() {
        for (String body : new String[] {"", "[", "{\"authentication\":\"a\\r\\nX: y\"}", "{\"authentication\":null}",
                "[".repeat(10_000), "{\"authentication\":\"\"}", "<html>log in</html>"}) {
            xelion.answers("me/login", 200, body);
            assertTrue(assertThrows(LineLostException.class, session::begin).getMessage()
                    .startsWith("127.0.0.1 does not answer as Xelion does (200)"));
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02 10:00:00, UTC, 1800", "2026-03-02 10:00:00, Europe/Amsterdam, 1800",
            "2026-03-02 11:00:00, UTC, 1800", "2026-03-02T11:00:00, America/New_York, 1800",
            "2027-03-02 11:00:00, UTC, 43200", "2026-03-01 11:00:00, UTC, 300", "tomorrow, UTC, 300"})
    void theSoonestEndItMayMeanIsBelieved(String written, String here, long seconds) {
        assertEquals(now.plusSeconds(seconds), Validity.renewal(written, now, ZoneId.of(here)));
    }
}
