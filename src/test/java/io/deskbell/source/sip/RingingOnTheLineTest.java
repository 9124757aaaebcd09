package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.Secret;
import io.deskbell.config.SipSettings;
import io.deskbell.config.SipSettings.SilentFork;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RingingOnTheLineTest {
    private final Recorded recorded = new Recorded();

    @Test
    void theTelephoneSystemIsAskedWhoHasTheCallOnceItStopsRingingHere() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().answering(RingingOnTheLineTest::registeredBesideAPhone);
             Watch watch = ringingAlong(pbx.uri())) {
            recorded.upTo("state 0");
            pbx.requestsSoFar();
            pbx.subscription().send(rung("INVITE", ""));
            recorded.upTo("report call RINGING");
            assertEquals(List.of(), pbx.requestsSoFar());

            pbx.subscription().send(rung("CANCEL", "Reason: SIP;cause=200;text=\"Call completed elsewhere\"\r\n"));
            assertEquals("SUBSCRIBE", pbx.request().method());
            watch.assertStillWatching();
        }
    }

    private Watch ringingAlong(String server) {
        SilentFork fork = new SilentFork(Optional.empty(), Optional.empty(), Duration.ofSeconds(180));
        SipSettings settings = new SipSettings(List.of(server), Optional.of("pbx.test"), "203", "203",
                new Secret("pw203"), "201", true, Duration.ofSeconds(600), Duration.ofSeconds(30), Optional.empty(),
                SipSettings.Dial.NO, SipSettings.Event.DIALOG, Optional.of(fork));
        NumberPlan plan = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("203"));
        return Watch.start(new SipSource(settings, recorded, Optional.of(new InviteReader(plan, fork)),
                Watch.real(Watch.QUICK), SipSteps.NONE), recorded);
    }

    private static SipResponse registeredBesideAPhone(SipRequest register) {
        return register.answered(200, "OK").with("Expires", "600")
                .with("Contact", register.headers().first("Contact").orElseThrow())
                .with("Contact", "<sip:203@127.0.0.9>;expires=600");
    }

    private static SipMessage rung(String method, String headers) throws SipParseException {
        return SipParser.datagram(ScriptedPbx.octets(String.join("\r\n", method + " sip:203@127.0.0.1 SIP/2.0",
                "Via: SIP/2.0/UDP 127.0.0.1:5060;branch=z9hG4bK-rung", "Max-Forwards: 70",
                "From: <sip:0612345678@pbx.test>;tag=f", "To: <sip:203@pbx.test>", "Call-ID: call",
                "CSeq: 1 " + method, headers + "Content-Length: 0", "", "")));
    }
}
