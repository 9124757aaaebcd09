package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.EndReason;
import io.deskbell.source.RegisteringDesk;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The line is lost in the midst of calls, and what is there when it comes back is not quite what there was. */
class LostLineTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final String CUSTOMER = "0612345678";
    private static final String NOBODY = "";

    private final RegisteringDesk desk = new RegisteringDesk("201");
    private final TapiTranslator translator = new TapiTranslator(Watched.PLAN);

    @Test
    void aLineThatIsLostTwiceInARowHasTheConversationStill() throws Exception {
        talks("0x1", CUSTOMER);
        translator.lineUp();
        comesBack(30, there("0x2", "CONNECTED", CUSTOMER));
        tells(60, word("CALLSTATE", "0x2", "IDLE", CUSTOMER));
        assertEquals(List.of("RINGING", "ANSWERED", "ENDED"), events());
    }

    @Test
    void whoeverCallsWithoutANumberIsNotTakenForTheCustomer() throws Exception {
        talks("0x1", CUSTOMER);
        comesBack(30, there("0x3", "CONNECTED", NOBODY), there("0x2", "ONHOLD", CUSTOMER));
        assertEquals(List.of("RINGING", "ANSWERED", "HELD", "ANSWERED"), events());
        assertEquals(1, desk.registered().size());
    }

    @Test
    void theBridgeOfAConferenceIsNobody() throws Exception {
        talks("0x1", CUSTOMER);
        talks("0x2", "0201234567");
        comesBack(30, there("0x11", "CONFERENCED", CUSTOMER),
                there("0x13", "CONNECTED", NOBODY).replace("INBOUND", "CONFERENCE"),
                there("0x12", "CONFERENCED", "0201234567"));
        assertEquals(2, desk.registered().size());
        assertEquals(List.of("RINGING", "ANSWERED", "RINGING", "ANSWERED"), events());
    }

    @Test
    void aColleaguesConversationOnASharedLineIsNotTheAgents() throws Exception {
        talks("0x1", CUSTOMER);
        comesBack(30, elsewhere("0x2", NOBODY));
        assertEquals(List.of("RINGING", "ANSWERED", "ENDED"), events());
    }

    @Test
    void whatAColleagueAnsweredMeanwhileWasNotMissed() throws Exception {
        translator.lineUp();
        tells(0, word("CALLSTATE", "0x1", "OFFERING", CUSTOMER));
        comesBack(10, elsewhere("0x2", CUSTOMER));
        assertEquals(List.of("RINGING", "ENDED"), events());
        assertEquals(EndReason.ANSWERED_ELSEWHERE, desk.events().getLast().call().endReason().orElseThrow());
    }

    @Test
    void idsThatAreTheSameAtEveryDeskTellCallsApart() throws Exception {
        translator.came("tapi-line", "shared-ids=yes", NOW, desk);
        tells(0, word("CALLSTATE", "0x1", "OFFERING", CUSTOMER).replace("id=0x0", "id=0x5"));
        tells(5, word("CALLSTATE", "0x1", "CONNECTED", CUSTOMER).replace("id=0x0", "id=0x5"));
        comesBack(30, there("0x2", "CONNECTED", CUSTOMER).replace("id=0x0", "id=0x9"));
        assertEquals(List.of("RINGING", "ANSWERED", "ANSWERED", "ENDED"), events());
    }

    @Test
    void aConversationOfTheNextMorningIsAnother() throws Exception {
        talks("0x1", CUSTOMER);
        comesBack(13 * 3_600, there("0x2", "CONNECTED", CUSTOMER));
        assertEquals(List.of("RINGING", "ANSWERED", "ENDED", "ANSWERED"), events());
    }

    @Test
    void aRingOfAWhileLaterIsAnother() throws Exception {
        translator.lineUp();
        tells(0, word("CALLSTATE", "0x1", "OFFERING", CUSTOMER));
        comesBack(300, there("0x2", "OFFERING", CUSTOMER));
        assertEquals(List.of("RINGING", "ENDED", "RINGING"), events());
    }

    @Test
    void aConversationWhoseStateTheDriverDoesNotKnowGoesOn() throws Exception {
        talks("0x1", CUSTOMER);
        comesBack(30, there("0x2", "UNKNOWN", CUSTOMER));
        tells(40, word("CALLSTATE", "0x2", "CONNECTED", CUSTOMER));
        assertEquals(List.of("RINGING", "ANSWERED"), events());
    }

    private void talks(String call, String number) throws InterruptedException {
        tells(0, word("CALLSTATE", call, "OFFERING", number));
        tells(5, word("CALLSTATE", call, "CONNECTED", number));
    }

    private void tells(int second, String word) throws InterruptedException {
        translator.came("tapi-call", word, NOW.plusSeconds(second), desk);
    }

    private void comesBack(int second, String... there) throws InterruptedException {
        translator.lineUp();
        desk.watching();
        translator.came("tapi-calls", String.join("", there), NOW.plusSeconds(second), desk);
    }

    private List<String> events() {
        return desk.events().stream().map(event -> event.type().name()).toList();
    }

    private static String there(String call, String state, String number) {
        return word("THERE", call, state, number);
    }

    private static String elsewhere(String call, String number) {
        return there(call, "CONNECTED", number).replace("detail=0x1", "detail=0x2");
    }

    private static String word(String kind, String call, String state, String number) {
        String caller = number.isEmpty() ? "" : "caller flags=ADDRESS number=\"" + number + "\" name=\"\"\n";
        return kind + " call=" + call + " state=" + state + " detail=0x1 changed=0x0\n"
                + "info device=0x0 address=0x0 media=0x4 id=0x0 related=0x0 origin=INBOUND reason=DIRECT trunk=0x0\n"
                + caller;
    }
}
