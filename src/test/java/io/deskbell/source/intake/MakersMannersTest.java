package io.deskbell.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each maker's own way of asking, byte by byte over real sockets. Paths are those that {@code deskbell phones} prints,
 * filled in; the headers are written after public traces and documents, not after a phone on the desk.
 */
class MakersMannersTest {
    private IntakeOnTheWire intake;

    @BeforeEach
    void open() throws Exception {
        intake = IntakeOnTheWire.open();
    }

    @AfterEach
    void close() {
        intake.close();
    }

    /** Placeholders it does not fill stay as they are; the numbers are SIP users, the plus as it is. */
    @Test
    void yealinkClosesAfterEachRequestAndEscapesNothing() throws Exception {
        says("GET /TOKEN/yealink?event=incoming&call=0_1466@10.0.0.20&local=201&remote=+31612345678&name=P. Jansen"
                + "&mac=001565aabbcc HTTP/1.1\r\nUser-Agent: Yealink SIP-T46S 66.85.0.5 00:15:65:aa:bb:cc\r\n"
                + "Host: 127.0.0.1:17201\r\nAccept: */*\r\nConnection: close\r\n\r\n", 200);
        CallReport ring = intake.next();
        assertEquals("RINGING +31612345678 P. Jansen", looks(ring));
        assertEquals("0_1466@10.0.0.20", ring.key().value());

        says("GET /TOKEN/yealink?event=incoming&call=$call_id&local=201&remote=0612345678&name=$display_remote HTTP/1.1"
                + "\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", 200);
        assertEquals("RINGING +31612345678 ", looks(intake.next()));
    }

    /** The same connection for the whole call, and header names as it likes. */
    @Test
    void snomKeepsItsConnectionOpen() throws Exception {
        String head = " HTTP/1.1\r\nHOST: 127.0.0.1:17201\r\nuser-agent: Mozilla/4.0 (compatible; snomD785)\r\n"
                + "accept-language: en\r\nCONNECTION: Keep-Alive\r\n\r\n";
        String call = "/TOKEN/snom?event=%s&call=3c26700c-x@10.0.0.8&local=sip%%3A201%%40pbx&remote=sip%%3A0612345678"
                + "%%40pbx%%3Buser%%3Dphone&name=Zo%%E9&device=10.0.0.8";
        says("GET " + call.formatted("incoming") + head + "GET " + call.formatted("connected") + head + "GET "
                + call.formatted("disconnected") + head.replace("Keep-Alive", "close"), 200, 200, 200);
        assertEquals("RINGING +31612345678 Zo\u00e9", looks(intake.next()));
        assertEquals("CONNECTED +31612345678 Zo\u00e9", looks(intake.next()));
        assertEquals("ENDED +31612345678 Zo\u00e9", looks(intake.next()));
    }

    /** An older one speaks HTTP/1.0 and closes by itself. */
    @Test
    void grandstreamLeavesEmptyWhatItDoesNotKnow() throws Exception {
        says("GET /TOKEN/grandstream?event=incoming&local=201&remote=0612345678&name=&mac=000b82aabbcc HTTP/1.0\r\n"
                + "Host: 127.0.0.1\r\nUser-Agent: Grandstream Model HW GXP2160 V1.0A SW 1.0.11.3\r\n\r\n", 200);
        assertEquals("RINGING +31612345678 ", looks(intake.next()));
    }

    @Test
    void fanvilEscapesInSmallLetters() throws Exception {
        says("GET /TOKEN/fanvil?event=incoming&call=1234&local=201&remote=%2b31612345678&name=%22p%2e%20jansen%22"
                + "&mac=0c383eaabbcc HTTP/1.1\r\nHost:127.0.0.1:17201\r\nUser-Agent:Fanvil X4U 2.12\r\n"
                + "Connection:close\r\n\r\n", 200);
        assertEquals("RINGING +31612345678 \"p. jansen\"", looks(intake.next()));
    }

    /** No Host at all, as HTTP/1.0 allows. */
    @Test
    void aastraSendsNoHost() throws Exception {
        says("GET /TOKEN/aastra?event=incoming&number=0612345678&name=P.+Jansen HTTP/1.0\r\n"
                + "Accept-Language: en\r\nUser-Agent: Aastra6731i MAC:00-08-5D-AA-BB-CC V:3.3.1.4305-SIP\r\n\r\n", 200);
        assertEquals("RINGING +31612345678 P. Jansen", looks(intake.next()));
    }

    @Test
    void polyPostsXmlAndNamesItsTypeItsOwnWay() throws Exception {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<PolycomIPPhone>\r\n<IncomingCallEvent>\r\n"
                + "<PhoneIP>10.0.0.9</PhoneIP>\r\n<MACAddress>0004f2000000</MACAddress>\r\n"
                + "<CallingPartyName>P. Jansen</CallingPartyName>\r\n"
                + "<CallingPartyNumber>sip:+31612345678@pbx;user=phone</CallingPartyNumber>\r\n"
                + "<CalledPartyNumber>sip:201@pbx</CalledPartyNumber>\r\n</IncomingCallEvent>\r\n</PolycomIPPhone>";
        says("POST /TOKEN/poly HTTP/1.1\r\nHost: 127.0.0.1:17201\r\nAccept: */*\r\n"
                + "Content-Type: application/x-com-polycom-spipx\r\nUser-Agent: PolycomVVX-VVX_411-UA/5.9.3\r\n"
                + "Content-Length: " + xml.length() + "\r\nConnection: close\r\n\r\n" + xml, 200);
        assertEquals("RINGING +31612345678 P. Jansen", looks(intake.next()));
    }

    @Test
    void aRelayPassesVoipgridsJsonOn() throws Exception {
        String json = "{\"version\":\"v2\",\"call_id\":\"a-1\",\"status\":\"ringing\",\"direction\":\"inbound\","
                + "\"caller\":{\"number\":\"+31612345678\",\"name\":\"Zo\u00eb\",\"account_number\":null},"
                + "\"destination\":{\"number\":\"+31207654321\",\"targets\":[{\"account_number\":201}]}}";
        says("POST /TOKEN/voipgrid HTTP/1.1\r\nHost: 127.0.0.1:17201\r\nAccept-Encoding: gzip, deflate\r\n"
                + "Content-Type: application/json\r\nUser-Agent: python-requests/2.31.0\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + json, 200);
        assertEquals("RINGING +31612345678 Zo\u00eb", looks(intake.next()));
    }

    /** By the system's own HTTP, from a program on the same computer. */
    @Test
    void softphonesOpenUrlsAsBrowsersOfOldDid() throws Exception {
        String head = " HTTP/1.1\r\nAccept: */*\r\nUA-CPU: AMD64\r\nUser-Agent: Mozilla/4.0 (compatible; MSIE 7.0)\r\n"
                + "Host: 127.0.0.1:17201\r\nConnection: Close\r\nCache-Control: no-cache\r\n\r\n";
        says("GET /TOKEN/estos?event=outgoing&number=0612345678&origin=1&name=" + head, 200);
        says("GET /TOKEN/nfon?event=incoming&number=+31%20612345678" + head, 200);
        says("GET /TOKEN/generic?event=ringing&direction=inbound&id=7&number=0301234567&name=" + head, 200);
        assertEquals(List.of("DIALING +31612345678 ", "RINGING +31612345678 ", "RINGING +31301234567 "),
                List.of(looks(intake.next()), looks(intake.next()), looks(intake.next())));
    }

    @Test
    void aFormIsReadLikeAQuery() throws Exception {
        says("POST /TOKEN/gointegrator HTTP/1.1\r\nHost: localhost:17201\r\nContent-Type: "
                + "application/x-www-form-urlencoded; charset=UTF-8\r\nContent-Length: 58\r\nConnection: close\r\n\r\n"
                + "state=ringing&direction=in&number=%2B31612345678&name=&id=", 200);
        assertEquals("RINGING +31612345678 ", looks(intake.next()));
    }

    private void says(String request, int... expected) throws Exception {
        String answers = intake.says(request.replace("TOKEN", IntakeOnTheWire.TOKEN));
        List<Integer> statuses = answers.lines().filter(line -> line.startsWith("HTTP/1.1 "))
                .map(line -> Integer.valueOf(line.split(" ")[1])).toList();
        assertEquals(java.util.Arrays.stream(expected).boxed().toList(), statuses);
    }

    private static String looks(CallReport report) {
        CallState state = report.state();
        return state + " " + Optional.of(report.party()).flatMap(party -> party.outsideNumber())
                .map(number -> number.e164()).orElse("?") + " " + report.party().name();
    }
}
