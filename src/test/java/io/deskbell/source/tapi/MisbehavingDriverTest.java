package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.config.TapiSettings;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What drivers do that no book says, each by a driver in C. */
@Timeout(30)
@EnabledOnOs(OS.LINUX)
class MisbehavingDriverTest {
    private FakeTapi driver;
    private Watched line;

    @BeforeEach
    void aLineThatIsWatched() throws Exception {
        driver = FakeTapi.fresh(layout());
        driver.does("line 0 name=\"Agent 201\" guid=1 address=201");
        line = Watched.line(driver, "Agent 201").up();
    }

    TapiLayout layout() {
        return TapiLayout.BITS_64;
    }

    @AfterEach
    void allIsGivenBackAndNothingWasDoneWrong() {
        line.close();
        assertEquals("apps=0 open=0 held=0", driver.standing(), () -> String.join("", line.tape));
    }

    @Test
    void oneCallSplitOverTwoIdsTheFirstOfWhichNeverEnds() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL id=7 caller=0612345678", "new 2 CONNECTED id=8",
                "state 2 DISCONNECTED detail=1", "state 2 IDLE");
        line.hears("a RINGING inbound +31612345678", "a CONNECTED inbound +31612345678",
                "a ENDED inbound +31612345678");
    }

    @Test
    void oneCallSplitOverTwoIdsTheFirstOfWhichIsIdleAMomentBeforeTheSecondIsConnected() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL id=7 caller=0612345678", "state 1 IDLE",
                "new 2 CONNECTED id=8 caller-flags=0x40", "state 2 IDLE");
        line.hears("a RINGING inbound +31612345678", "a CONNECTED inbound +31612345678",
                "a ENDED inbound +31612345678");
    }

    @Test
    void aCallThatGoesOnUnderAnotherHandleWithTheSameId() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL id=7 caller=0612345678", "new 2 OFFERING origin=EXTERNAL id=7"
                + " caller=0612345678", "state 1 IDLE", "state 2 CONNECTED", "state 2 IDLE");
        line.hears("a RINGING inbound +31612345678", "a RINGING inbound +31612345678",
                "a CONNECTED inbound +31612345678", "a ENDED inbound +31612345678");
    }

    @Test
    void aMissedCallWhoseEndIsIdleAloneIsToldAMomentLater() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL caller=0612345678", "state 1 IDLE");
        line.hears("a RINGING inbound +31612345678");
        line.sleeps();
        line.passes(TapiTranslator.SPLIT);
        line.hears("a ENDED inbound +31612345678");
    }

    @Test
    void anEndThatIsNeverToldIsFoundByAsking() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL caller=0612345678", "state 1 CONNECTED",
                "new 2 DIALING origin=OUTBOUND called=0201234567");
        line.hears("a RINGING inbound +31612345678", "a CONNECTED inbound +31612345678",
                "b DIALING outbound +31201234567");
        line.sleeps();
        driver.does("gone 1");
        line.passes(LineWatch.LOOK_AGAIN);
        line.hears("a ENDED inbound +31612345678");
        driver.does("state 2 IDLE");
        line.hears("b ENDED outbound +31201234567");
    }

    @Test
    void anEndThatIsFoundByAskingAndToldAMomentLaterIsToldOnce() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL caller=0612345678", "state 1 CONNECTED");
        line.hears("a RINGING inbound +31612345678", "a CONNECTED inbound +31612345678");
        line.sleeps();
        driver.does("quietly 1 IDLE");
        line.passes(LineWatch.LOOK_AGAIN);
        line.hears("a ENDED inbound +31612345678");
        line.sleeps();
        driver.does("late 1 IDLE", "new 2 OFFERING origin=EXTERNAL caller=0201234567", "state 2 DISCONNECTED",
                "state 2 IDLE");
        line.hears("b RINGING inbound +31201234567", "b ENDED inbound +31201234567");
    }

    @Test
    void callsWithoutAnIdAreToldApart() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL caller=0612345678", "state 1 CONNECTED", "state 1 ONHOLD",
                "new 2 DIALING origin=OUTBOUND called=202", "state 2 CONNECTED", "state 2 IDLE", "state 1 IDLE");
        line.hears("a RINGING inbound +31612345678", "a CONNECTED inbound +31612345678", "a HELD inbound +31612345678",
                "b DIALING outbound 202", "b CONNECTED outbound 202", "b ENDED outbound 202",
                "a ENDED inbound +31612345678");
    }

    @Test
    void idsThatAreTheLinesAndNotTheCallsJoinNothing() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL id=1 caller=0612345678", "state 1 CONNECTED", "state 1 ONHOLD",
                "new 2 DIALING origin=OUTBOUND id=1 called=202", "state 2 CONNECTED", "state 2 IDLE", "state 1 IDLE");
        line.hears("a RINGING inbound +31612345678", "a CONNECTED inbound +31612345678", "a HELD inbound +31612345678",
                "b DIALING outbound 202", "b CONNECTED outbound 202", "b ENDED outbound 202",
                "a ENDED inbound +31612345678");
    }

    @Test
    void theCallerChangesWhenTheColleagueHandsTheCallOver() throws Exception {
        driver.does("new 1 OFFERING origin=INTERNAL caller=202 called=201", "state 1 CONNECTED");
        line.hears("a RINGING inbound 202", "a CONNECTED inbound 202");
        driver.does("info 1 changed=0x8000 caller=0612345678", "state 1 IDLE");
        line.hears("a CONNECTED inbound +31612345678", "a ENDED inbound +31612345678");
    }

    @Test
    void theConnectedPartyChangesWhenTheColleagueHandsTheCallOver() throws Exception {
        driver.does("new 1 OFFERING origin=INTERNAL caller=202 called=201", "state 1 CONNECTED connected=201");
        line.hears("a RINGING inbound 202", "a CONNECTED inbound 202");
        driver.does("info 1 changed=0x20000 connected=0612345678", "state 1 IDLE");
        line.hears("a CONNECTED inbound +31612345678", "a ENDED inbound +31612345678");
    }

    @Test
    void aCallThatIsTransferredWhileItRingsNamesTheGiver() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL reason=0x100 caller=0612345678 redirecting=202", "state 1 IDLE");
        line.hears("a RINGING inbound +31612345678 by 202");
    }

    @Test
    void anAnsweredCallThatTheSwitchSendsOnSaysWhereTo() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL caller=0612345678 redirection=201", "state 1 CONNECTED");
        line.hears("a RINGING inbound +31612345678", "a CONNECTED inbound +31612345678");
        driver.does("info 1 changed=0x40000 redirection=203", "state 1 DISCONNECTED detail=0x10", "state 1 IDLE");
        line.hears("a CONNECTED inbound +31612345678", "a ENDED inbound +31612345678 to 203");
    }

    @Test
    void aSharedLineThatIsAnsweredAtAnotherDeskIsAnsweredElsewhere() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL caller=0612345678", "state 1 CONNECTED detail=2", "state 1 IDLE");
        line.hears("a RINGING inbound +31612345678", "a ENDED inbound +31612345678 ANSWERED_ELSEWHERE");
    }

    /** To the voicemail, perhaps. */
    @Test
    void whatTheSwitchForwardsNobodyIsKnownToHaveAnswered() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL caller=0612345678", "state 1 DISCONNECTED detail=0x10",
                "state 1 IDLE");
        line.hears("a RINGING inbound +31612345678", "a ENDED inbound +31612345678 NO_ANSWER");
    }

    @Test
    void aHandsetThatIsLiftedAndPutDownIsNoCall() throws Exception {
        driver.does("new 1 DIALTONE origin=OUTBOUND", "state 1 DIALING", "state 1 DISCONNECTED", "state 1 IDLE",
                "new 2 DIALTONE origin=OUTBOUND");
        line.sleeps();
        driver.does("info 2 changed=0x10000 called=00031612345678", "state 2 BUSY", "state 2 DISCONNECTED detail=1",
                "state 2 IDLE");
        line.hears("a DIALING outbound +31612345678", "a DIALING outbound +31612345678",
                "a ENDED outbound +31612345678 BUSY");
    }

    @Test
    void theBridgeOfAConferenceIsNoCall() throws Exception {
        driver.does("new 1 CONNECTED origin=CONFERENCE", "new 2 CONNECTED origin=OUTBOUND called=0612345678",
                "state 2 CONFERENCED", "state 1 IDLE", "state 2 IDLE");
        line.hears("a CONNECTED outbound +31612345678", "a CONNECTED outbound +31612345678",
                "a ENDED outbound +31612345678");
    }

    @Test
    void numbersAreWrittenInEveryWay() throws Exception {
        driver.does("new 1 CONNECTED origin=OUTBOUND called=\"T0,06 12345678|99^Piet\"",
                "new 2 OFFERING origin=INBOUND caller=\"+31 (20) 123-4567\" caller-name=Anna",
                "new 3 OFFERING origin=INBOUND caller=sip:0301234567@pbx", "state 1 IDLE", "state 2 DISCONNECTED",
                "state 2 IDLE", "state 3 DISCONNECTED", "state 3 IDLE");
        line.hears("a CONNECTED outbound +31612345678 Piet", "b RINGING inbound +31201234567 Anna",
                "c RINGING inbound +31301234567");
    }

    @Test
    void idsOfTheWholeSystemAreKeptWhereTheDriverHasThem() throws Exception {
        line.close();
        line = new Watched(driver, new TapiSettings(Optional.empty(), true)).up();
        driver.does("new 1 OFFERING origin=EXTERNAL id=0x12345678 caller=0612345678");
        line.hears("a RINGING inbound +31612345678");
        assertEquals("tapi-260105-0x1234_5678", line.keys().getFirst());
        driver.does("state 1 IDLE");
    }

    @Test
    void timeAloneTellsNothing() throws Exception {
        driver.does("new 1 OFFERING origin=EXTERNAL caller=0612345678");
        line.hears("a RINGING inbound +31612345678");
        line.sleeps();
        line.passes(Duration.ofMinutes(1));
        driver.does("state 1 DISCONNECTED detail=1");
        line.hears("a ENDED inbound +31612345678");
    }
}
