package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.Secret;
import io.deskbell.config.ThreeCxSettings;
import io.deskbell.source.PlainPort;
import io.deskbell.source.threecx.ThreeCxServer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreeCxCheckTest {
    private ThreeCxServer server;

    @BeforeEach
    void start() throws Exception {
        server = ThreeCxServer.plain("201", "202");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> look(String dn, Optional<String> device) throws Exception {
        return look(server.url(), dn, device);
    }

    private static List<String> look(String url, String dn, Optional<String> device) throws Exception {
        ThreeCxSettings settings = new ThreeCxSettings(url, ThreeCxServer.ID, new Secret(ThreeCxServer.KEY),
                dn, Map.of(), device, true);
        return ThreeCxCheck.of(settings, at -> new NumberPlan("NL", new DigitLengths("2..5"), "", at),
                Clock.systemUTC(), Duration.ofSeconds(30)).look().stream().map(Finding::toString).toList();
    }

    @Test
    void eachStepIsNamed() throws Exception {
        assertEquals(List.of(
                "ok    3cx        127.0.0.1 is at 127.0.0.1",
                "ok    3cx        client id and key are accepted; the token lasts 54 s",
                "ok    3cx        the websocket is open",
                "ok    3cx        extension 201 is listed at the API client",
                "note  3cx        this key sees the calls of 2 extensions and can place calls from each: better kept"
                        + " off the desks, at a relay, or one API client a department",
                "ok    3cx        phones that can dial: sip:201@10.0.0.5:5060",
                "ok    3cx        watching 201 on 127.0.0.1",
                "ok    3cx        calls at the phone now: 0"), look("201", Optional.empty()));
    }

    @Test
    void aPhoneThatIsNotThereIsNoted() throws Exception {
        assertTrue(look("201", Optional.of("sip:x")).contains(
                "note  3cx        3CX knows no such phone: check [3cx] dn and device"));
    }

    @Test
    void anExtensionThatIsNotListedIsTheStepThatFails() throws Exception {
        assertEquals(List.of("ok    3cx        the websocket is open",
                "FAIL  3cx        extension 205 is not listed at the API client: add it at Admin > Integrations > API,"
                        + " or check [3cx] dn"), look("205", Optional.empty()).subList(2, 4));
    }

    @ParameterizedTest
    @CsvSource({"/connect/token, 400, 1", "/connect/token, 403, 1", "/callcontrol/ws, 403, 2",
        "/callcontrol/ws, 404, 2"})
    void whatFailsStandsBehindWhatWentWell(String path, int status, int well) throws Exception {
        server.fails(path, status);
        List<String> found = look("201", Optional.empty());
        assertEquals(well + 1, found.size(), found.toString());
        assertTrue(found.getLast().startsWith("FAIL"), found.toString());
    }

    @Test
    void aPortWithoutTlsIsToldFromACertificateThatNobodyTrusts() throws Exception {
        try (PlainPort plain = PlainPort.open()) {
            assertEquals("FAIL  3cx        127.0.0.1 does not speak TLS: check [3cx] url, its port and whether it"
                    + " begins with https", look(plain.url(), "201", Optional.empty()).getLast());
        }
        try (ThreeCxServer other = ThreeCxServer.secure("201")) {
            String said = look(other.url(), "201", Optional.empty()).getLast();
            assertTrue(said.startsWith("FAIL  3cx        the certificate of "), said);
        }
    }

    @Test
    void aWebsocketThatIsCutIsSaidOnce() throws Exception {
        server.fails("/callcontrol/ws", -1);
        String said = look("201", Optional.empty()).getLast();
        assertTrue(said.matches("FAIL  3cx {8}127\\.0\\.0\\.1 port \\d+ takes no connection: check \\[3cx] url, and"
                + " that no firewall is in between"), said);
    }
}
