package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Registering before subscribing, and finding the server by its service records. */
@Timeout(30)
final class RegisteringTest {
    private final Recorded recorded = new Recorded();

    @Test
    void aRefusedRegistrationSaysWhatToChange() throws Exception {
        assertEquals("127.0.0.1 takes no registrations: set [sip] register = no", refused(405));
        assertEquals("127.0.0.1 does not know 203: check [sip] user and domain", refused(404));
        assertEquals("127.0.0.1 forbids 203 to register: check the account's rights, [sip] user and password",
                refused(403));
    }

    private String refused(int status) throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(status);
             Watch watch = Watch.start(Watch.settings(true, Optional.empty(), pbx.uri()), recorded)) {
            String words = watch.lost().getMessage();
            assertEquals(List.of("REGISTER"), pbx.requestsSoFar().stream().map(SipRequest::method).toList());
            return words;
        }
    }

    @Test
    void aLongerTimeIsRegisteredForWhenTheServerWantsIt() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(request -> request.answered(423, "Too Brief")
                .with("Min-Expires", "900"));
             Watch watch = Watch.start(Watch.settings(true, Optional.empty(), pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            List<String> asked = pbx.requestsSoFar().stream()
                    .map(request -> request.method() + " " + request.headers().first("Expires").orElseThrow()).toList();
            assertEquals(List.of("REGISTER 600", "REGISTER 900", "SUBSCRIBE 900"), asked);
            watch.assertStillWatching();
        }
    }

    @Test
    void theContactIsCorrectedWhereTheServerSeesAnother() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(request -> request.answered(200, "OK").replacing("Via",
                request.headers().first("Via").orElseThrow().replace(";rport", ";received=203.0.113.5;rport=40123")));
             Watch watch = Watch.start(Watch.settings(true, Optional.empty(), pbx.uri()), recorded)) {
            recorded.upTo("state 0");
            pbx.request();
            SipRequest corrected = pbx.request();
            assertEquals("2 REGISTER", corrected.cseq().toString());
            assertEquals(Optional.of("<sip:203@203.0.113.5:40123>"), corrected.headers().first("Contact"));
            watch.assertStillWatching();
        }
    }

    @Test
    void aServerIsFoundByItsServiceRecords() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp(); TinyDns dns = new TinyDns(Map.of("_sip._udp.pbx.test",
                List.of(new ServerNames.Service(0, 0, pbx.port(), "localhost"))))) {
            Surroundings real = Watch.real(Watch.QUICK);
            Surroundings asking = new Surroundings(real.time(), real.timers(), DnsNames.of(dns.provider()),
                    real.localAddress(), real.tokens(), real.random());
            try (Watch watch = Watch.start(Watch.settings("pbx.test"), asking, recorded)) {
                assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
                assertEquals("sip:201@pbx.test", pbx.request().uri());
                watch.assertStillWatching();
            }
        }
    }
}
