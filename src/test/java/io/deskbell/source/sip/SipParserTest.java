package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages of the kinds RFC 4475 torments parsers with, in words of our own; the names in quotes are its. */
final class SipParserTest {
    private static final String NEEDED = "Via: SIP/2.0/UDP 192.0.2.1:5080;branch=z9hG4bKa\r\nFrom: <sip:a@b>;tag=1\r\n"
            + "To: <sip:c@d>;tag=2\r\nCall-ID: x@y\r\n";
    private static final String NOTIFY = "NOTIFY sip:c@d SIP/2.0\r\n" + NEEDED + "CSeq: 4 NOTIFY\r\n";

    @Test
    void aPlainRequestIsReadWhole() throws Exception {
        SipRequest request = request(NOTIFY + "Content-Length: 4\r\n\r\nbody");
        assertEquals("NOTIFY sip:c@d SIP/2.0", request.startLine());
        assertEquals(new CSeq(4, "NOTIFY"), request.cseq());
        assertEquals(Optional.of("1"), request.tag("From"));
        assertEquals("body", text(request.body()));
    }

    @Test
    void aPlainResponseIsReadWhole() throws Exception {
        SipResponse response = (SipResponse) read("SIP/2.0 200 Everything Fine\r\n" + NEEDED
                + "CSeq: 4 SUBSCRIBE\r\n\r\n");
        assertEquals("200 Everything Fine", response.status() + " " + response.reason());
        assertTrue(response.isSuccess());
    }

    @Test
    void namesInAnyCaseCompactFoldedAndSpacedAreTheSame() throws Exception { // "wsinv"
        SipRequest request = request("NOTIFY sip:c@d SIP/2.0\r\nv : SIP / 2.0\r\n / UDP\r\n\t192.0.2.2;branch=390skdjuw"
                + "\r\nfRoM:\r\n <sip:a@b>\r\n ;\r\n tag = 98\r\nt :c <sip:c@d> ; tag=1 \r\nI: abc\r\nCSEQ:   9\r\n"
                + "  NOTIFY\r\nO:dialog\r\nm:<sip:one@h>,\r\n <sip:two@h>\r\nl: 0\r\n\r\n");
        assertEquals(new CSeq(9, "NOTIFY"), request.cseq());
        assertEquals(Optional.of("98"), request.tag("From"));
        assertEquals(Optional.of("1"), request.tag("To"));
        assertEquals("UDP 192.0.2.2 390skdjuw", request.topVia()
                .map(via -> via.transport() + " " + via.sentBy() + " " + via.branch().orElse("")).orElseThrow());
        assertEquals(Optional.of("dialog"), request.headers().first("Event"));
        assertEquals(List.of("<sip:one@h>", "<sip:two@h>"), request.headers().list("Contact"));
    }

    @Test
    void octetsAfterTheBodyAreIgnoredInADatagram() throws Exception { // "dblreq"
        assertEquals("body", text(request(NOTIFY + "l: 4\r\n\r\nbodyINVITE sip:x SIP/2.0\r\n\r\n").body()));
    }

    @Test
    void withoutALengthTheBodyIsTheRestOfTheDatagram() throws Exception {
        assertEquals("all of it\r\n", text(request(NOTIFY + "\r\nall of it\r\n").body()));
    }

    @Test
    void aWrongLengthIsAnError() { // "clerr", "ncl", "mcl01"
        for (String length : List.of("5", "-1", "", "four", "99999999999", "4 4", "0x4")) {
            assertRefused(NOTIFY + "Content-Length: " + length + "\r\n\r\nbody");
        }
        assertRefused(NOTIFY + "Content-Length: 4\r\nl: 2\r\n\r\nbody");
    }

    @Test
    void theSameLengthTwiceIsNone() throws Exception {
        assertEquals("body", text(request(NOTIFY + "Content-Length: 4\r\nl: 4\r\n\r\nbody").body()));
    }

    @Test
    void numbersThatAreTooLargeAreAnError() { // "scalar02", "scalarlg"
        for (String cseq : List.of("2147483648 NOTIFY", "36893488147419103232 NOTIFY", "-1 NOTIFY", "NOTIFY", "4",
                "4 NOTIFY extra", "4.0 NOTIFY")) {
            assertRefused("NOTIFY sip:c@d SIP/2.0\r\n" + NEEDED + "CSeq: " + cseq + "\r\n\r\n");
        }
    }

    @Test
    void whatIsNoMessageIsRefused() { // "badvers", "bigcode", "insuf", "mismatch01"
        for (String text : List.of("", "\r\n", "\r\n\r\n", "x", "NOTIFY", "NOTIFY sip:c@d\r\n" + NEEDED + "\r\n",
                "NOTIFY sip:c@d SIP/7.0\r\n" + NEEDED + "CSeq: 4 NOTIFY\r\n\r\n",
                "SIP/2.0 4294967301 better\r\n" + NEEDED + "CSeq: 4 NOTIFY\r\n\r\n",
                "SIP/2.0 99 less\r\n" + NEEDED + "CSeq: 4 NOTIFY\r\n\r\n",
                "INVITE sip:c@d SIP/2.0\r\n" + NEEDED + "CSeq: 4 NOTIFY\r\n\r\n",
                "INV@TE sip:c@d SIP/2.0\r\n" + NEEDED + "CSeq: 4 INV@TE\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n\r\n")) {
            assertRefused(text);
        }
        for (String missing : List.of("Via", "From", "To", "Call-ID", "CSeq")) {
            assertRefused((NOTIFY + "\r\n").replaceFirst("(?m)^" + missing + ":", "X-" + missing + ":"));
        }
    }

    @Test
    void hiddenLineEndsAreRefused() {
        assertRefused(NOTIFY + "X: a\rVia: b\r\n\r\n");
        assertRefused(NOTIFY + "X: a\0b\r\n\r\n");
    }

    @Test
    void methodsAreWordsOfAnyKind() throws Exception { // "intmeth"
        String method = "!interesting-Method0123456789_*+`.%indeed'~";
        assertEquals(method, request(method + " sip:c@d SIP/2.0\r\n" + NEEDED + "CSeq: 0 " + method + "\r\n\r\n")
                .method());
    }

    @Test
    void longValuesAreValuesToo() throws Exception { // "longreq"
        String tag = "t".repeat(20_000);
        String uri = "sip:" + "u".repeat(5_000) + "@" + "h".repeat(200) + ".example.com";
        SipRequest request = request("NOTIFY " + uri + " SIP/2.0\r\n" + NEEDED.replace("tag=1", "tag=" + tag)
                + "CSeq: 1 NOTIFY\r\nX-" + "n".repeat(500) + ": v\r\n" + "Via: SIP/2.0/TCP h\r\n".repeat(30) + "\r\n");
        assertEquals(Optional.of(tag), request.tag("From"));
        assertEquals(31, request.headers().list("Via").size());
        assertEquals(uri, request.uri());
    }

    @Test
    void longRunsOfAnythingTakeNoTime() {
        for (String run : List.of(" ", "\t", "/", ";", ",", "\"", "<", "0", "\\", " /", "=", "\r\n ")) {
            String many = run.repeat(50_000 / run.length());
            assertTimeout(Duration.ofSeconds(2), () -> {
                SipRequest request = request(NOTIFY.replace("UDP", "UDP" + many).replace("tag=1", many + "tag=1")
                        + "Expires: " + many + "\r\nSubscription-State: " + many + "\r\n\r\n");
                request.topVia().ifPresent(Via::port);
                request.tag("From");
                SubscriptionState.of(request);
                Seconds.read(many);
                Challenge.read("Digest " + many);
            }, run);
        }
    }

    @Test
    void moreThanTwoHundredFieldsAreTooMany() throws Exception {
        assertEquals(200, request(NOTIFY + "X: y\r\n".repeat(195) + "\r\n").headers().fields().size());
        assertRefused(NOTIFY + "X: y\r\n".repeat(196) + "\r\n");
    }

    @Test
    void fieldsThatCannotBeReadAreLeftOut() throws Exception {
        SipRequest request = request(NOTIFY + "no colon here\r\n: no name\r\nbad name: x\r\nGood: y\r\n\r\n");
        assertEquals(Optional.of("y"), request.headers().first("good"));
        assertEquals(6, request.headers().fields().size());
    }

    @Test
    void bareLineFeedsAndAMissingLastLineAreBorne() throws Exception {
        assertEquals("body", text(request(NOTIFY.replace("\r", "") + "\nbody").body()));
        assertEquals(4, request(NOTIFY).cseq().number());
        assertEquals(4, request("\r\n\r\n" + NOTIFY + "\r\n").cseq().number());
    }

    @Test
    void anAnswerRepeatsOctetsAsTheyCame() throws Exception { // "esc02", and names in no known charset
        byte[] bytes = (NOTIFY.replace("<sip:a@b>", "\"\u00e9\u00ff \\\" <x>\" <sip:%Z%45@b>") + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        SipRequest request = (SipRequest) SipParser.datagram(bytes);
        assertEquals(Optional.of("1"), request.tag("From"));
        String answer = new String(request.answered(200, "OK").toBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(answer.contains("\r\nFrom: \"\u00e9\u00ff \\\" <x>\" <sip:%Z%45@b>;tag=1\r\n"), answer);
    }

    @Test
    void whatIsWrittenReadsTheSame() throws Exception {
        SipRequest request = request(NOTIFY + "Event: dialog\r\nContent-Length: 3\r\n\r\n\u00e9!");
        SipRequest again = (SipRequest) SipParser.datagram(request.toBytes());
        assertEquals(request.headers(), again.headers());
        assertEquals(request.startLine(), again.startLine());
        assertArrayEquals(request.body(), again.body());
    }

    @Test
    void secondsAreReadHoweverLarge() {
        Map.of("60", "PT1M", "0", "PT0S", "007", "PT7S", "120 (soon);duration=3", "PT2M", " 5;x", "PT5S",
                "99999999999", "PT8760H", "4294967295", "PT8760H", "18446744073709551616", "PT8760H").forEach(
                        (text, read) -> assertEquals(read, Seconds.read(text).orElseThrow().toString(), text));
        for (String text : List.of("", "-1", "x", "1.5", "now 60")) {
            assertEquals(Optional.empty(), Seconds.read(text), text);
        }
    }

    private static SipRequest request(String text) throws SipParseException {
        return (SipRequest) read(text);
    }

    private static SipMessage read(String text) throws SipParseException {
        return SipParser.datagram(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String text) {
        assertThrows(SipParseException.class, () -> read(text), text);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
