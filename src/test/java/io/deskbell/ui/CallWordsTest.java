package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.NotRegistered;
import io.deskbell.call.Party;
import io.deskbell.outbox.CallSearch;
import io.deskbell.outbox.LoggedCall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallWordsTest {
    private final Telling english = Look.told("en");
    private final Telling dutch = Look.told("nl");

    @Test
    void aCallSaysWhoWhenAndHowLong() {
        Call call = Calls.ended("a", Direction.INBOUND, Calls.customer(), Calls.NOW.minusSeconds(3_600),
                Duration.ofSeconds(61));
        CallRow row = dutch.calls().row(new LoggedCall(call, Optional.empty(), List.of()));
        assertEquals(List.of("Inkomend", "J. Jansen", "06 12345678", "+31612345678", "13:30", "1:01"),
                List.of(row.sign(), row.title(), row.number(), row.copied(), row.moment(), row.lasted()));
    }

    /** In a ring group that is most calls: nobody has to call back. */
    @Test
    void whatAColleagueAnsweredIsNotMissed() {
        Call call = Calls.unanswered("t", EndReason.ANSWERED_ELSEWHERE);
        CallRow row = dutch.calls().row(new LoggedCall(call, Optional.empty(), List.of()));
        assertEquals(List.of("elsewhere", "Elders opgenomen", "Elders opgenomen"),
                List.of(row.style(), row.sign(), dutch.calls().state(call)));
        assertEquals("Niet opgenomen", dutch.calls().state(Calls.unanswered("b", EndReason.BUSY)));
    }

    @Test
    void numbersOfAnotherCountryKeepTheirCountryCode() {
        assertEquals("+49 30 901820", english.calls().number(Calls.outside("+4930901820", "")));
    }

    @Test
    void whoShowsNoNumberIsNamedForThat() {
        assertEquals(List.of("Number withheld", "Unknown caller", "06 12345678"),
                List.of(english.calls().title(new Party.Withheld()), english.calls().title(Party.Unknown.NOBODY),
                        english.calls().title(Calls.outside("+31612345678", ""))));
    }

    @Test
    void theReasonStandsWithACallThatIsNotRegistered() {
        Call call = Calls.missed("m", Calls.customer(), Calls.NOW.minusSeconds(90_000));
        CallRow row = english.calls().row(new LoggedCall(call, Optional.of(NotRegistered.NOT_ANSWERED), List.of()));
        assertEquals("Missed, J. Jansen, 06 12345678, yesterday 1:30 PM, Not registered, Nobody answered.",
                row.spoken().replace('\u202f', ' '));
    }

    @Test
    void whoPassedItOnAndToWhomIsSaid() {
        CallRow row = english.calls().row(new LoggedCall(Calls.handed("h"), Optional.empty(), List.of()));
        assertEquals("Passed on to 203", row.handed());
        assertTrue(row.spoken().contains(", Passed on to 203, "), row.spoken());
    }

    @Test
    void whatWaitsIsSaidToWait(@TempDir Path folder) throws IOException {
        try (ADesk desk = new ADesk(folder)) {
            desk.happened(Type.ANSWERED, Calls.connected("c", Calls.customer(), Calls.NOW));
            long[] places = desk.log().places(new CallSearch("", CallSearch.Kind.ALL, Instant.EPOCH));
            CallRow row = english.calls().row(desk.log().at(List.of(places[0])).get(places[0]));
            assertEquals(CallRow.Delivered.WAITING, row.delivered());
        }
    }

    @Test
    void durationsAreWrittenAsOnAClock() {
        assertEquals(List.of("0:00", "0:07", "12:40", "1:02:03"), List.of(Moments.lasting(Duration.ofSeconds(-5)),
                Moments.lasting(Duration.ofSeconds(7)), Moments.lasting(Duration.ofSeconds(760)),
                Moments.lasting(Duration.ofSeconds(3_723))));
    }

    @Test
    void strangersWordsAreOneShortLine() {
        String rogue = "a\nb\u202Ec\u0000<b>d</b>" + "e\u0301\u0301\u0301\u0301\u0301" + "x".repeat(10_000);
        String shown = OneLine.of(rogue);
        assertEquals("a b c <b>d</b>e\u0301\u0301", shown.substring(0, 17));
        assertEquals(OneLine.MOST, shown.length());
    }
}
