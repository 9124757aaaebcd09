package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.config.TapiSettings;
import io.deskbell.doctor.Finding;
import io.deskbell.doctor.TapiCheck;
import io.deskbell.source.Tape;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of Windows telephony, by the driver that does what it is told. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class TapiCheckTest {
    private static final String BEGUN = "ok    tapi       Windows telephony has begun";
    private static final String FOUND = "ok    tapi       found the line Agent 201"
            + " {0A1B2C3D-4E5F-0000-0000-000000000001}, driver Fake driver";

    private FakeTapi driver;

    @BeforeEach
    void aDriverWithOneLine() throws Exception {
        driver = FakeTapi.fresh();
        driver.does("line 0 name=\"Agent 201\" guid=1 address=201 provider=\"Fake driver\"");
    }

    @AfterEach
    void allIsGivenBack() {
        driver.awaitRest();
        assertEquals("apps=0 open=0 held=0", driver.standing());
    }

    @Test
    void eachStepIsNamed() throws Exception {
        driver.does("there 1 CONNECTED origin=INBOUND caller=0612345678");
        assertEquals(List.of(BEGUN, FOUND, "ok    tapi       opened for watching",
                "ok    tapi       watching line Agent 201 on this computer",
                "ok    tapi       calls at the phone now: 1"), look(Optional.of("Agent 201")));
    }

    @Test
    void aLineOfADriverWithoutGuidsIsNamedByItsName() throws Exception {
        driver.does("line 0 name=\"Old line\" guid=1 provider=\"Old driver\" version=0x10004");
        assertEquals("ok    tapi       found the line Old line, driver Old driver",
                look(Optional.of("Old line")).get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0x80000043 | Windows has no telephony driver: install the telephone system's TAPI driver, for 64-bit Windows
            0x80000052 | Windows telephony is being changed; trying again
            0x80000061 | Windows telephony does not start (LINEERR_SERVICE_NOT_RUNNING): start the service Telephony\
             (TapiSrv)
            0x80000044 | Windows telephony cannot be used: LINEERR_NOMEM
            """)
    void telephonyThatDoesNotBeginIsTheOnlyFinding(String code, String what) throws Exception {
        driver.does("fail lineInitializeEx " + code);
        assertEquals(List.of("FAIL  tapi       " + what), look(Optional.empty()));
    }

    @Test
    void aWindowsWithoutTelephonyIsSaid() throws Exception {
        assertEquals(List.of("FAIL  tapi       Windows telephony cannot be loaded (no-such-library): this Windows has"
                + " none, or a part of the installation is missing (jnidispatch)"),
                look(Optional.empty(), () -> Windows.named("no-such-library", "no-such-library")));
    }

    @Test
    void theLineThatIsNotFoundIsSaidBehindTheBeginning() throws Exception {
        driver.does("line 1 name=\"Second\" guid=2", "line 2 name=\"Second\" guid=3");
        assertEquals(List.of(BEGUN, "FAIL  tapi       there is no line Third; there are Agent 201, Second, Second."
                + " Check [tapi] line, or start the driver's program"), look(Optional.of("Third")));
        assertEquals(List.of(BEGUN, "FAIL  tapi       2 lines are called Second: set [tapi] line to a GUID (deskbell"
                + " phones tapi)"), look(Optional.of("Second")));
        driver.does("line 0 name=\"First\" guid=1");
        assertEquals(List.of(BEGUN, "FAIL  tapi       which line is the agent's? there are First, Second, Second. Set"
                + " [tapi] line"), look(Optional.empty()));
    }

    @Test
    void aDriverWithoutLinesIsSaid() throws Exception {
        driver.does("remove 0");
        assertEquals(List.of(BEGUN, "FAIL  tapi       Windows has no telephone line: install the telephone system's"
                + " TAPI driver, for 64-bit Windows"), look(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0x80000001 | the line Agent 201 is held by another program for itself alone: close that program
            0x80000002 | the line Agent 201 is gone
            0x8000004B | the line Agent 201 cannot be opened (LINEERR_RESOURCEUNAVAIL): is the driver set up, and\
             logged in to the telephone system?
            0x800000AB | the line Agent 201 cannot be opened for watching: error 0x8000_00ab
            """)
    void aLineThatIsNotOpenedIsSaidBehindItsFinding(String code, String what) throws Exception {
        driver.does("fail lineOpen " + code);
        assertEquals(List.of(BEGUN, FOUND, "FAIL  tapi       " + what), look(Optional.of("Agent 201")));
    }

    private List<String> look(Optional<String> line) throws InterruptedException {
        return look(line, driver::windows);
    }

    private static List<String> look(Optional<String> line, Windows.Source windows) throws InterruptedException {
        return TapiCheck.of(steps -> new TapiSource(new TapiSettings(line, false), "201", Watched.PLAN, windows,
                Clock.systemUTC(), steps, Tape.NONE)).look().stream().map(Finding::toString).toList();
    }
}
