package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.config.SipSettings.SilentFork;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InviteReaderTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final String FROM = "From: \"Jan\" <sip:0612345678@pbx.test>;tag=1\r\n";

    @Test
    void theCallerIsWhomTheTelephoneSystemVouchesForThenWhoeverTheCallerSaysHeIs() throws Exception {
        String rpid = "Remote-Party-ID: \"Piet\" <sip:0201112222@pbx>;party=calling;privacy=off\r\n";
        String pai = "P-Asserted-Identity: \"Kees\" <sip:+31301113333@pbx>, <tel:+31301113333>\r\n";
        assertEquals(outside("+31612345678", "Jan"), caller(FROM));
        assertEquals(outside("+31201112222", "Piet"), caller(FROM + rpid));
        assertEquals(outside("+31301113333", "Kees"), caller(FROM + rpid + pai));
    }

    @Test
    void whatNamesNobodyIsPassedOver() throws Exception {
        String called = "Remote-Party-ID: <sip:0201112222@pbx>;party=called\r\n";
        assertEquals(outside("+31612345678", "Jan"), caller(FROM + called + "P-Asserted-Identity: <sip:pbx.test>\r\n"));
    }

    @Test
    void whoAsksForPrivacyStaysUnnamed() throws Exception {
        String pai = "P-Asserted-Identity: <sip:+31301113333@pbx>\r\n";
        String anonymous = "From: \"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=1\r\n";
        assertEquals(new Party.Withheld(), caller(anonymous));
        assertEquals(new Party.Withheld(), caller(anonymous + pai + "Privacy: user;id\r\n"));
        assertEquals(new Party.Withheld(), caller(FROM + "Remote-Party-ID: <sip:0201112222@pbx>;privacy=full\r\n"));
        assertEquals(outside("+31301113333", ""), caller(anonymous + pai + "Privacy: none\r\n"));
    }

    @Test
    void namesAreReadWhateverTheirMarksAndLetters() throws Exception {
        assertEquals(outside("+31612345678", "J \"de\" <Boss>"),
                caller("From: \"J \\\"de\\\" <Boss>\" <sip:0612345678@x>;tag=1\r\n"));
        assertEquals(outside("+31612345678", "Müller & Zoon"),
                caller("From: Müller & Zoon <sip:0612345678@x>;tag=1\r\n"));
        assertEquals(outside("+31612345678", ""), caller("From: sip:0612345678@x;tag=1\r\n"));
    }

    @Test
    void theNumberDialledIsTheFirstThatTheCallWentTo() throws Exception {
        String to = "To: <sip:0201110000@pbx>\r\n";
        String called = "P-Called-Party-ID: <sip:0201111111@pbx>\r\n";
        String diversion = "Diversion: <sip:202@pbx>;reason=no-answer, <sip:0201112222@pbx>;reason=unconditional\r\n";
        String history = "History-Info: <sip:0201113333@pbx?Reason=SIP%3Bcause%3D302>;index=1,"
                + " <sip:201@pbx>;index=1.1\r\n";
        assertEquals(Optional.empty(), dialled("To: <sip:201@pbx>\r\n"));
        assertEquals(number("+31201110000"), dialled(to));
        assertEquals(number("+31201111111"), dialled(to + called));
        assertEquals(number("+31201112222"), dialled(to + called + diversion));
        assertEquals(number("+31201113333"), dialled(to + called + diversion + history));
    }

    @Test
    void theHeadersThatTheConfigurationNamesAreRead() throws Exception {
        CallReport report = read(FROM + "X-Customer:  gold\u0001card \r\nX-Id: 58f1a078416b\r\n");
        assertEquals(Optional.of("gold card"), report.filterValue());
        assertEquals(CallKey.shared("58f1a078416b"), report.key());
        assertEquals(List.of("abc"), report.aliases());
        assertEquals(CallKey.leg("abc"), read(FROM + "X-Id: \r\n").key());
    }

    @Test
    void theReasonOfACancelTellsWhyItStopped() throws Exception {
        assertEquals("ANSWERED_ELSEWHERE", why("Reason: SIP ;cause=200 ;text=\"Call completed elsewhere\"\r\n"));
        assertEquals("ANSWERED_ELSEWHERE", why("Reason: Q.850;cause=16, sip;cause=200\r\n"));
        assertEquals("NO_ANSWER", why("Reason: Q.850;cause=200\r\n"));
        assertEquals("NO_ANSWER", why(""));
        assertEquals("BUSY", why("Reason: SIP;cause=600\r\n"));
        assertEquals("REJECTED", why("Reason: SIP;cause=603\r\n"));
        assertEquals("NO_ANSWER", why("Reason: ;;\r\nReason:\r\n"));
    }

    private static Party caller(String headers) throws SipParseException {
        return read(headers).party();
    }

    private static Optional<PhoneNumber> dialled(String headers) throws SipParseException {
        return read(FROM + headers).referrer();
    }

    private static String why(String headers) throws SipParseException {
        SipRequest cancel = request("CANCEL", FROM + headers);
        return reader().stopped(cancel, cancel, NOW).reason().orElseThrow().name();
    }

    private static CallReport read(String headers) throws SipParseException {
        return reader().rings(request("INVITE", headers), NOW);
    }

    private static InviteReader reader() {
        return new InviteReader(new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201")),
                new SilentFork(Optional.of("X-Customer"), Optional.of("X-Id"), Duration.ofSeconds(180)));
    }

    private static SipRequest request(String method, String headers) throws SipParseException {
        String to = headers.contains("\r\nTo:") ? "" : "To: <sip:201@pbx>\r\n";
        String text = method + " sip:201@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bK1\r\n" + headers
                + to + "Call-ID: abc\r\nCSeq: 1 " + method + "\r\n\r\n";
        return (SipRequest) SipParser.datagram(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Party outside(String number, String name) {
        return new Party.Outside(new PhoneNumber(number), name);
    }

    private static Optional<PhoneNumber> number(String e164) {
        return Optional.of(new PhoneNumber(e164));
    }
}
