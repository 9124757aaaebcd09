package io.deskbell.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskbell.call.CallReport;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Tape;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What phones told over the wire is on the tape, and told again by it. */
class IntakeTapeTest {
    private static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));

    private final List<String[]> tape = new CopyOnWriteArrayList<>();
    private final Tape recording = new Tape() {
        @Override
        public void lineUp() {
            tape.add(new String[] {"line-up", ""});
        }

        @Override
        public void came(String kind, String text) {
            tape.add(new String[] {kind, text});
        }
    };

    @Test
    void whatWasToldOverTheWireIsToldAgainByTheTape() throws Exception {
        List<CallReport> told = new ArrayList<>();
        try (IntakeOnTheWire intake = IntakeOnTheWire.open(recording)) {
            intake.get("yealink", "event=incoming&call=ab&remote=0612345678&name=\"Zo\u00eb\" <100%>");
            told.add(intake.next());
            intake.says("POST /" + IntakeOnTheWire.TOKEN + "/generic HTTP/1.0\r\nContent-Length: 28\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\nstate=connected&id=ab&name=+");
            told.add(intake.next());
            intake.post("poly", "<PolycomIPPhone>\r\n<IncomingCallEvent><CallingPartyNumber>0301234567"
                    + "</CallingPartyNumber></IncomingCallEvent></PolycomIPPhone>");
            told.add(intake.next());
        }
        assertEquals(List.of("line-up", "request", "request", "request"), tape.stream().map(one -> one[0]).toList());
        assertEquals(looks(told), looks(retold()));
    }

    @Test
    void nothingSecretIsOnTheTape() throws Exception {
        try (IntakeOnTheWire intake = IntakeOnTheWire.open(recording)) {
            intake.says("GET /" + IntakeOnTheWire.TOKEN + "/generic?event=incoming HTTP/1.0\r\n"
                    + "Authorization: Basic x\r\n"
                    + "Referer: http://a/" + IntakeOnTheWire.TOKEN + "\r\ncookie: y\r\n\r\n");
            intake.says("GET /wrong-token/generic?event=incoming HTTP/1.0\r\n\r\n");
        }
        assertEquals(2, tape.size());
        assertEquals("GET /token/generic?event=incoming HTTP/1.0\r\nReferer: http://a/token\r\n\r\n", tape.get(1)[1]);
    }

    @Test
    void whatIsNotUnderstoodIsOnTheTapeAllTheMore() throws Exception {
        try (IntakeOnTheWire intake = IntakeOnTheWire.open(recording)) {
            assertEquals(400, intake.get("yealink", "event=hoover"));
        }
        assertEquals(2, tape.size());
        assertEquals(List.of(), retold());
    }

    @Test
    void theWordsOfTheCommandLineAreAQueryThere() throws Exception {
        Telling words = new Telling(Map.of("state", "ringing", "name", "Jo + Zo\u00eb & co", "number", "+31612345678"),
                new byte[0], "microsip");
        assertEquals("name=Jo%20%2B%20Zo%C3%AB%20%26%20co&number=%2B31612345678&state=ringing", words.query());
        tape.add(new String[] {"told", "microsip " + words.query()});
        assertEquals("Jo + Zo\u00eb & co", retold().getFirst().party().name());
    }

    @Test
    void anotherKindIsNoneOfTheIntakes() {
        tape.add(new String[] {"notify", ""});
        assertThrows(IllegalArgumentException.class, this::retold);
    }

    /** Without the moment, by which calls without an id are named. */
    private static List<String> looks(List<CallReport> reports) {
        return reports.stream().map(report -> report.state() + " " + report.direction() + " " + report.party())
                .toList();
    }

    private List<CallReport> retold() throws InterruptedException {
        List<CallReport> reports = new ArrayList<>();
        IntakeTranslator translator = new IntakeTranslator("201", PLAN);
        for (String[] one : tape) {
            if (!one[0].equals("line-up")) {
                translator.came(one[0], one[1].replace("\r\n", "\n"), Instant.EPOCH, into(reports));
            }
        }
        return reports;
    }

    private static PhoneListener into(List<CallReport> reports) {
        return new PhoneListener() {
            @Override
            public void watching() {
                // The test knows.
            }

            @Override
            public void report(CallReport report) {
                reports.add(report);
            }

            @Override
            public void snapshot(List<CallReport> all, Instant at) {
                reports.addAll(all);
            }
        };
    }
}
