package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.Secret;
import io.deskbell.config.SipSettings;
import io.deskbell.source.sip.ScriptedPbx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SipCheckTest {
    private static final String IDLE = """
            <?xml version="1.0"?>
            <dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="0" state="full" entity="sip:201@pbx"/>
            """;

    @Test
    void eachStepOnTheWayIsNamed() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.udp().showing(IDLE)) {
            assertEquals(List.of(Finding.well("sip", "127.0.0.1 has 1 address"),
                    Finding.well("sip", "127.0.0.1 over UDP"),
                    Finding.well("sip", "the subscription was accepted"),
                    Finding.well("sip", "the line's state was received"),
                    Finding.well("sip", "watching 201 on 127.0.0.1"),
                    Finding.well("sip", "calls at the phone now: 0")), look(pbx.uri()));
        }
    }

    @Test
    void aServerNobodyKnowsIsTheFirstStepThatFails() throws Exception {
        assertEquals(List.of(Finding.broken("sip", "the DNS knows no nowhere.invalid: check [sip] server")),
                look("sip:nowhere.invalid:5060"));
    }

    private static List<Finding> look(String server) throws InterruptedException {
        SipSettings settings = new SipSettings(List.of(server), Optional.empty(), "203", "203", new Secret(""), "201",
                false, Duration.ofSeconds(600), Duration.ofSeconds(30), Optional.empty(), SipSettings.Dial.NO,
                SipSettings.Event.DIALOG, Optional.empty());
        NumberPlan plan = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));
        return SipCheck.of(settings, plan, Clock.systemUTC(), Duration.ofSeconds(20)).look();
    }
}
