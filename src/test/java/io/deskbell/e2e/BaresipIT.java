package io.deskbell.e2e;

import static io.deskbell.e2e.Expected.CUSTOMER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.sandbox.DeskIni;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code source = baresip} with the built image, a real telephone system and a real baresip on the agent's desk. */
@Timeout(120)
final class BaresipIT {
    @TempDir
    private Path folder;

    @Test
    void itsCallsAreRegisteredDialledAndSeenAgainAfterItWasRestarted() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain());
                WatchedBaresip agent = WatchedBaresip.start(folder, bench.pbx(), "201")) {
            Baresip customer = bench.phone(CUSTOMER);
            DeskbellProcess companion = bench.companion(ini(bench, agent));

            customer.dial("201");
            companion.awaitRinging();
            agent.press("accept");
            customer.awaitTalking();
            bench.awaitRegistrations(1);
            agent.press("hangup");
            bench.awaitRegistrations(2);
            customer.awaitEnd();

            try (Program dial = dial("06 1234 5678")) {
                customer.awaitRinging();
                customer.accept();
                assertEquals(0, dial.exitCode(), () -> dial.output().lines());
            }
            bench.awaitRegistrations(3);
            agent.switchOff(); // In mid-call.
            companion.awaitLost();
            agent.switchOn();
            companion.awaitWatching();

            bench.assertReceived(Expected.ANSWERED, Expected.DISCONNECTED,
                    Expected.outbound(second(Expected.ANSWERED)), Expected.outbound(second(Expected.DISCONNECTED)));
        }
    }

    private static String second(String body) {
        return body.replace("call 1", "call 2");
    }

    private static String ini(Bench bench, WatchedBaresip agent) {
        return DeskIni.of("201", bench.inbox().url(), ScriptedInbox.KEY, "baresip",
                "port = " + agent.port() + "\ndial = yes");
    }

    private Program dial(String number) throws Exception {
        Path data = folder.resolve("deskbell of 201").resolve("data");
        return DeskbellProcess.run(Parts.image(), folder, Map.of("LC_ALL", "C.UTF-8"),
                List.of("--data", data.toString(), "dial", number).toArray(String[]::new));
    }
}
