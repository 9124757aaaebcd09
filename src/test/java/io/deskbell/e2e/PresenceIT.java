package io.deskbell.e2e;

import static io.deskbell.e2e.Expected.ANSWERED;
import static io.deskbell.e2e.Expected.CUSTOMER;
import static io.deskbell.e2e.Expected.DISCONNECTED;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presence of a real presence server: busy and idle, and no number. */
final class PresenceIT {
    @TempDir
    Path folder;

    @Test
    void aCallSeenByItsPresenceAloneIsNotRegistered() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain());
                PresenceAgent line = new PresenceAgent(bench.pbx(), "201")) {
            DeskbellProcess companion = bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx())
                    .also("event = presence"));
            line.publish("Ringing");
            companion.awaitLog("ringing, no number told");
            line.publish("On the phone");
            companion.awaitLog("answered, no number told");
            line.publish("");
            companion.awaitLog("ended");

            bench.assertReceived();
        }
    }

    @Test
    void theCallThatRingsAlongTellsTheNumberThatPresenceDoesNot() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain());
                PresenceAgent line = new PresenceAgent(bench.pbx(), "201")) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            DeskbellProcess companion = bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx())
                    .also("event = presence", "fork = yes"));
            customer.dial("201");
            agent.awaitRinging();
            companion.awaitLog("ringing"); // It is rung too: else the phone would be believed to talk.
            line.publish("On the phone"); // As chan_pjsip says it of a phone that rings.
            agent.accept();
            customer.awaitTalking();
            bench.awaitRegistrations(1);
            customer.hangUp();
            line.publish("");

            String referrer = ", PhoneReferrer=+31201234567}";
            bench.assertReceived(ANSWERED.replace("}", referrer), DISCONNECTED.replace("}", referrer));
        }
    }
}
