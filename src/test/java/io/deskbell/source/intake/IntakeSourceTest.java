package io.deskbell.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.config.Secret;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The listener as phones, and those who are none, meet it. */
class IntakeSourceTest {
    private IntakeOnTheWire intake;

    @BeforeEach
    void open() throws Exception {
        intake = IntakeOnTheWire.open();
    }

    @AfterEach
    void close() {
        intake.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yealink", "snom", "grandstream", "fanvil", "mitel", "aastra", "microsip", "gointegrator",
        "3cx-assistant", "estos", "nfon", "generic"})
    void aCallIsToldFromItsRingToItsEnd(String make) throws Exception {
        assertEquals(200, intake.get(make, "event=incoming&remote=+31612345678&name=P.%20Jansen"));
        assertEquals(200, intake.get(make, "event=connected&remote=+31612345678"));
        assertEquals(200, intake.get(make, "event=ended&remote=+31612345678"));

        CallReport ring = intake.next();
        assertEquals(CallState.RINGING, ring.state());
        assertEquals(Optional.of(Direction.INBOUND), ring.direction());
        assertEquals("+31612345678", ring.party().outsideNumber().orElseThrow().e164());
        assertEquals("P. Jansen", ring.party().name());
        List<CallReport> later = List.of(intake.next(), intake.next());
        assertEquals(List.of(CallState.CONNECTED, CallState.ENDED), later.stream().map(CallReport::state).toList());
        assertTrue(later.stream().allMatch(report -> report.key().equals(ring.key())));
        assertFalse(ring.key().value().contains("612345678"), "ids are logged, so no number may be in them");
    }

    /** It was answered that its word is taken: stopped in the second in which the end waits, nobody tells it again. */
    @Test
    void anEndThatIsKeptBackIsToldWhenTheProgramStops() throws Exception {
        String told = "{\"call_id\":\"c-1\",\"timestamp\":\"2026-01-05T09:00:0%dZ\",\"status\":\"%s\","
                + "\"caller\":{\"number\":\"+31612345678\"},\"destination\":{\"number\":\"+31207654321\","
                + "\"target\":{\"account_number\":201}}}";
        assertEquals(200, intake.post("voipgrid", told.formatted(1, "in-progress")));
        assertEquals(200, intake.post("voipgrid", told.formatted(2, "ended")));
        intake.close();
        assertEquals(List.of(CallState.CONNECTED, CallState.ENDED), List.of(intake.next(), intake.next()).stream()
                .map(CallReport::state).toList());
    }

    @Test
    void whatAPhoneDoesNotEscapeIsReadAllTheSame() throws Exception {
        assertEquals(200, intake.get("snom", "event=incoming&name=\"P. Jansen\" <100%>&remote=sip:+31612345678@pbx"));
        assertEquals("\"P. Jansen\" <100%>", intake.next().party().name());
    }

    @Test
    void withoutTheTokenNothingIsThere() throws Exception {
        String request = "GET /%s/generic?event=incoming&number=0612345678 HTTP/1.0\r\n\r\n";
        for (String token : List.of("", "0123456789abcdeX", "0123456789abcde", "0123456789abcdef0")) {
            assertEquals(404, IntakeOnTheWire.status(intake.says(request.formatted(token))), token);
        }
        assertTrue(intake.saysNothing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: evil.example", "Host: 127.0.0.1.evil.example:80", "Origin: null",
        "Sec-Fetch-Site: cross-site"})
    void aWebPageCannotTellOfCalls(String header) throws Exception {
        String answer = intake.says("GET /" + IntakeOnTheWire.TOKEN
                + "/generic?event=incoming HTTP/1.1\r\nConnection: close\r\n" + header + "\r\n\r\n");
        assertEquals(403, IntakeOnTheWire.status(answer));
        assertFalse(answer.contains("Access-Control"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "OPTIONS", "DELETE", "HEAD", "CONNECT"})
    void onlyGetAndPostAreTaken(String method) throws Exception {
        assertEquals(405, IntakeOnTheWire.status(intake.says(method + " /x HTTP/1.1\r\nConnection: close\r\n\r\n")));
    }

    @Test
    void tooMuchIsNotReadToItsEnd() throws Exception {
        assertEquals(413, IntakeOnTheWire.status(intake.says("POST /x HTTP/1.1\r\nContent-Length: 65537\r\n\r\n")));
        assertEquals(431, IntakeOnTheWire.status(intake.says("GET /" + "x".repeat(HttpRequest.MOST_HEAD))));
        assertEquals(411, IntakeOnTheWire.status(
                intake.says("POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "<a><b>", "x", ""})
    void hostileXmlIsRefused(String body) throws Exception {
        assertEquals(400, intake.post("poly", body));
    }

    @Test
    void hostileJsonIsRefused() throws Exception {
        for (String body : List.of("[".repeat(5_000), "{\"call_id\":", "[]", "{}", "null", "")) {
            assertEquals(400, intake.post("voipgrid", body), body.substring(0, Math.min(9, body.length())));
        }
        assertTrue(intake.saysNothing());
    }

    @Test
    void anUnknownEventIsSaidSoWithoutRepeatingIt() throws Exception {
        String answer = intake.says("GET /" + IntakeOnTheWire.TOKEN
                + "/generic?event=0612345678 HTTP/1.0\r\n\r\n");
        assertEquals(400, IntakeOnTheWire.status(answer));
        assertFalse(answer.contains("0612345678"));
    }

    @Test
    void theStatusSaysWhenAPhoneWasLastHeard() throws Exception {
        String nonce = "0123456789abcdef0123456789abcdef";
        String status = "GET /status/" + nonce + " HTTP/1.0\r\n\r\n";
        String proof = Proof.of(new Secret(IntakeOnTheWire.TOKEN), nonce);
        assertTrue(intake.says(status).contains(proof + "\nlast event: none"));
        intake.get("yealink", "event=incoming&remote=0612345678");
        assertTrue(intake.says(status).contains(" from yealink"));
        assertEquals(404, IntakeOnTheWire.status(intake.says("GET /status/short HTTP/1.0\r\n\r\n")));
        assertTrue(intake.says(status).contains("\nreached by another device: never"), "this computer is no proof");
    }

    @Test
    void onlyAVisitFromElsewhereProvesThatPhonesGetThrough() throws Exception {
        InetAddress here = InetAddress.getByName("192.168.1.20");
        assertTrue(IntakeServer.isAnotherDevice(InetAddress.getByName("192.168.1.9"), here));
        assertFalse(IntakeServer.isAnotherDevice(here, here));
        assertFalse(IntakeServer.isAnotherDevice(InetAddress.getLoopbackAddress(), InetAddress.getLoopbackAddress()));
    }

    @Test
    void aHookOnThisComputerIsTheSameDeviceByUrlAndByCommand() throws Exception {
        intake.get("microsip", "state=incoming&number=0612345678");
        assertTrue(intake.next().key().value().startsWith("microsip-"));
    }

    @Test
    void onlyNetworksThatAreListedMayTell() throws Exception {
        InetAddress public4 = InetAddress.getByName("198.51.100.7");
        InetAddress private4 = InetAddress.getByName("192.168.1.9");
        assertTrue(new AllowList(List.of()).allows(private4));
        assertFalse(new AllowList(List.of()).allows(public4));
        assertTrue(new AllowList(List.of("198.51.100.0/29")).allows(public4));
        assertFalse(new AllowList(List.of("198.51.100.8/29", "::/0")).allows(public4));
        assertFalse(new AllowList(List.of("10.0.0.0/8")).allows(private4));
    }

    @Test
    void aPlusIsASpaceInANameOnly() {
        assertEquals(Map.of("name", "P. Jansen", "remote", "+31612345678", "a", "100%", "b", "é"),
                QueryText.read("name=P.+Jansen&REMOTE=+31612345678&a=100%&b=%C3%A9&&=x&c"));
        assertEquals(Map.of("transfer_to", "202"), QueryText.read("transfer-to=202"));
    }
}
