package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.TapiSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A line from its opening to its end, against a driver in C that notes what is done wrong with it. */
@Timeout(30)
@EnabledOnOs(OS.LINUX)
class TapiSourceTest {
    private static final String LINE = "line 0 name=\"Agent 201\" guid=1 address=201 provider=\"Fake driver\"";

    private FakeTapi driver;
    private Watched line;

    @BeforeEach
    void aDriverWithOneLine() throws Exception {
        driver = FakeTapi.fresh(layout());
        driver.does(LINE);
        line = Watched.line(driver, "Agent 201");
    }

    TapiLayout layout() {
        return TapiLayout.BITS_64;
    }

    @AfterEach
    void allIsGivenBackAndNothingWasDoneWrong() throws Exception {
        line.close();
        assertEquals("apps=0 open=0 held=0", driver.standing());
    }

    @Test
    void anAnsweredCall() throws Exception {
        line.up();
        driver.does("new 1 OFFERING origin=EXTERNAL id=7 caller=+31612345678 caller-name=\"Zoë 𝄞 Jansen\""
                + " called=0201234567", "state 1 CONNECTED detail=1", "state 1 ONHOLD", "state 1 CONNECTED detail=1",
                "state 1 DISCONNECTED detail=1", "state 1 IDLE");
        line.hears("a RINGING inbound +31612345678 Zoë 𝄞 Jansen dialled +31201234567",
                "a CONNECTED inbound +31612345678 Zoë 𝄞 Jansen dialled +31201234567",
                "a HELD inbound +31612345678 Zoë 𝄞 Jansen dialled +31201234567",
                "a CONNECTED inbound +31612345678 Zoë 𝄞 Jansen dialled +31201234567",
                "a ENDED inbound +31612345678 Zoë 𝄞 Jansen dialled +31201234567");
    }

    @Test
    void structuresThatNeedMoreRoomThanIsGivenFirstAreAskedForAgain() throws Exception {
        driver.does("padding 5000", "there 1 CONNECTED origin=OUTBOUND called=0,0612345678");
        line.begin().hears("watching", "calls: a CONNECTED outbound +31612345678");
        driver.does("state 1 IDLE");
        line.hears("a ENDED outbound +31612345678");
    }

    @Test
    void callsThatAreThereAtTheStartAreTheFirstSnapshot() throws Exception {
        driver.does("there 1 ONHOLD origin=INBOUND id=7 caller=0612345678", "there 2 IDLE",
                "there 3 OFFERING origin=INBOUND caller-flags=0x40");
        line.begin().hears("watching", "calls: a HELD inbound +31612345678, b RINGING inbound withheld");
        driver.does("state 1 IDLE", "state 3 DISCONNECTED detail=8", "state 3 IDLE");
        line.hears("a ENDED inbound +31612345678", "b ENDED inbound withheld ANSWERED_ELSEWHERE");
    }

    @Test
    void aLineIsFoundByItsGuidInAnySpelling() throws Exception {
        driver.does("line 1 name=\"Agent 201\" guid=2 address=202");
        try (Watched other = Watched.line(driver, "0a1b2c3d-4e5f-0000-0000-000000000002")) {
            other.up();
            assertEquals("found the line Agent 201 {0A1B2C3D-4E5F-0000-0000-000000000002}, driver ",
                    other.steps().get(1));
        }
    }

    @Test
    void aLineOfADriverOlderThanGuidsIsFoundByItsName() throws Exception {
        driver.does("line 0 name=\"Old line\" guid=1 provider=\"Old driver\" version=0x10004");
        try (Watched old = Watched.line(driver, "old line")) {
            old.up();
            assertEquals("found the line Old line, driver Old driver", old.steps().get(1));
        }
    }

    @Test
    void withoutANameTheLineOfTheExtensionIsTaken() throws Exception {
        driver.does("line 1 name=\"Agent 2010\" guid=2 address=2010", "line 2 name=\"Modem 201\" media=0x10");
        try (Watched own = new Watched(driver, new TapiSettings(Optional.empty(), false))) {
            own.up();
            assertTrue(own.steps().get(1).startsWith("found the line Agent 201 "), own.steps().toString());
            assertEquals("the agent's line on this computer", own.description());
        }
    }

    @Test
    void whoHasToChooseIsToldAmongWhat() throws Exception {
        driver.does("line 0 name=\"First\" guid=1", "line 1 name=\"Second\" guid=2", "line 2 name=\"Second\" guid=3");
        line.begin().hears("lost: there is no line Agent 201; there are First, Second, Second."
                + " Check [tapi] line, or start the driver's program");
        try (Watched several = Watched.line(driver, "second")) {
            several.begin().hears("lost: 2 lines are called second: set [tapi] line to a GUID (deskbell phones tapi)");
        }
        try (Watched unnamed = new Watched(driver, new TapiSettings(Optional.empty(), false))) {
            unnamed.begin().hears("lost: which line is the agent's? there are First, Second, Second. Set [tapi] line");
        }
    }

    @Test
    void theLinesAreListedWithWhatIsWrongWithThem() throws Exception {
        driver.does("line 1 name=\"Held\" guid=2 exclusive", "line 2 name=\"Modem\" media=0x10",
                "line 3 name=\"Particular\" guid=3 particular");
        List<TapiLines.Found> found = TapiLines.of(driver.windows());
        assertEquals(List.of("Agent 201 -", "Held the line Held is held by another program for itself alone: close that"
                + " program", "Particular -"), found.stream().map(one -> one.line().name() + " "
                + one.trouble().orElse("-")).toList());
    }

    @Test
    void aMonitorWhoseMediaModesADriverDoesNotIgnoreStillOpensTheLine() throws Exception {
        driver.does("line 0 name=\"Agent 201\" guid=1 particular");
        line.up();
    }

    @Test
    void whenADriverComesOrGoesTelephonyIsBegunAfresh() throws Exception {
        line.up();
        driver.does("new 1 OFFERING origin=INBOUND caller=0612345678");
        line.hears("a RINGING inbound +31612345678");
        driver.does("reinit");
        line.hears("lost: a telephony driver came or went; beginning afresh after 2000 ms");
        line.begin().hears("watching", "calls: a RINGING inbound +31612345678");
        driver.does("state 1 IDLE");
    }

    @Test
    void aLineThatIsClosedOrTakenAwayOrOutOfServiceIsLost() throws Exception {
        line.up();
        driver.does("close");
        line.hears("lost: the driver has closed the line Agent 201");
        line.up();
        driver.does("out-of-service");
        line.hears("lost: the line Agent 201 is out of service: its driver does not reach the telephone system");
        driver.does("in-service");
        line.up();
        driver.does("remove 0");
        line.hears("lost: the line Agent 201 is gone");
    }

    @Test
    void aLineThatIsNotThereIsTakenUpAsSoonAsItComes() throws Exception {
        driver.does("remove 0");
        String none = "lost: there is no line Agent 201; there is none."
                + " Check [tapi] line, or start the driver's program";
        line.begin().hears(none);
        line.begin().sleeps();
        driver.does("create 0 name=\"Agent 201\" guid=1");
        line.hears(none + " after 0 ms");
        line.up();
    }

    @Test
    void aLineOutOfServiceIsTakenUpAgainAsSoonAsItServes() throws Exception {
        line.up();
        driver.does("out-of-service");
        String out = "lost: the line Agent 201 is out of service: its driver does not reach the telephone system";
        line.hears(out);
        line.begin().hears(out);
        line.begin().sleeps();
        driver.does("in-service");
        line.hears(out + " after 0 ms");
        line.up();
    }

    @Test
    void errorsOfTapiAreWordsToActOn() throws Exception {
        driver.does("fail lineInitializeEx 0x80000043");
        line.begin().hears("lost: Windows has no telephony driver: install the telephone system's TAPI driver, for"
                + " 64-bit Windows");
        driver.does("fail lineInitializeEx 0x80000052");
        line.begin().hears("lost: Windows telephony is being changed; trying again after 2000 ms");
        driver.does("fail lineInitializeEx 0x80000061");
        line.begin().hears("lost: Windows telephony does not start (LINEERR_SERVICE_NOT_RUNNING): start the service"
                + " Telephony (TapiSrv)");
        driver.does("fail lineOpen 0x8000004B");
        line.begin().hears("lost: the line Agent 201 cannot be opened (LINEERR_RESOURCEUNAVAIL): is the driver set up,"
                + " and logged in to the telephone system?");
        driver.does("fail lineOpen 0x800000AB");
        line.begin().hears("lost: the line Agent 201 cannot be opened for watching: error 0x8000_00ab");
    }

    @Test
    void whatWasTapedGivesTheSameReports() throws Exception {
        driver.does("there 1 CONNECTED origin=EXTERNAL caller=0612345678");
        line.begin().hears("watching", "calls: a CONNECTED inbound +31612345678");
        driver.does("new 2 OFFERING origin=EXTERNAL id=7 caller=0201234567", "state 2 IDLE", "new 3 CONNECTED id=8",
                "state 3 IDLE", "state 1 IDLE");
        String[] told = {"b RINGING inbound +31201234567", "b CONNECTED inbound +31201234567",
            "b ENDED inbound +31201234567", "a ENDED inbound +31612345678"};
        line.hears(told);
        line.close();
        line.replays();
        line.hears("calls: a CONNECTED inbound +31612345678");
        line.hears(told);
    }

    @Test
    void stoppingIsPromptAndGivesEverythingBack() throws Exception {
        line.up();
        driver.does("new 1 OFFERING origin=INBOUND caller=0612345678");
        line.hears("a RINGING inbound +31612345678");
        long before = System.nanoTime();
        line.close();
        assertTrue(System.nanoTime() - before < 2_000_000_000L, "it took long to stop");
    }
}
