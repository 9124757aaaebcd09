package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.source.asterisk.AsteriskAtWork;
import io.deskbell.source.threecx.ThreeCxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A relay watches a telephone system for two desks: one has a queue's call, then the other's is handed over to it.
 * By way of relay, a real Mosquitto and both desks each call reaches Agent Inbox once, in order, with the customer's
 * value from the list at the desk.
 */
final class RelayedSystemsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void asterisk() throws Exception {
        try (AsteriskAtWork pbx = AsteriskAtWork.open(); RelayRig rig = RelayRig.of(folder)) {
            open(rig, "asterisk", "[asterisk]\n" + pbx.ini());
            pbx.rings("202", "0301234567", true);
            pbx.answers();
            registered(rig, 1);
            pbx.ends();
            registered(rig, 2);
            pbx.rings("201", "0612345678", false);
            pbx.answers();
            registered(rig, 3);
            pbx.handsOver("201", "202");
            registered(rig, 4);
            pbx.ends();
            assertEquals(expected(", PhoneReferrer=+31207654321"), rig.inbox().received(5, PATIENCE));
        }
    }

    /** It does not tell which number the customer dialled, unless a queue took the call. */
    @Test
    void threeCx() throws Exception {
        try (ThreeCxServer pbx = ThreeCxServer.plain("201", "202"); RelayRig rig = RelayRig.of(folder)) {
            open(rig, "3cx", "[3cx]\nqueues = 800 +31207654321\n" + pbx.ini());
            int first = pbx.rings("202", "+31301234567", "800");
            pbx.answers(first, "202");
            registered(rig, 1);
            pbx.ends(first);
            registered(rig, 2);
            int second = pbx.rings("201", "+31612345678", "");
            pbx.answers(second, "201");
            registered(rig, 3);
            pbx.handsOver(second, "+31612345678", "201", "202");
            registered(rig, 4);
            pbx.ends(second);
            assertEquals(expected(""), rig.inbox().received(5, PATIENCE));
        }
    }

    /** A real Kamailio: each extension is watched by a subscription of its own. */
    @Test
    void sip() throws Exception {
        try (Bench bench = Bench.of(Files.createDirectory(folder.resolve("pbx")), KamailioSetup.plain());
                RelayRig rig = RelayRig.of(folder)) {
            open(rig, "sip", "[sip]\nserver = " + bench.pbx().server("udp") + "\ndomain = " + Kamailio.DOMAIN
                    + "\nuser = 201\npassword = pw201");
            Baresip agent = bench.phone("202");
            Baresip customer = bench.phone(Expected.CUSTOMER);
            customer.dial("202");
            agent.awaitRinging();
            agent.accept();
            registered(rig, 1);
            agent.hangUp();
            String told = ", PhoneNumber=+31612345678, PhoneExtension=202, Direction=Inbound,"
                    + " FilterField=customer_identifier, FilterValue=K1001}";
            assertEquals(List.of("{Id=call 1, EventType=Answered" + told, "{Id=call 1, EventType=Disconnected" + told),
                    rig.inbox().received(2, PATIENCE));
        }
    }

    private void open(RelayRig rig, String source, String section) throws IOException, InterruptedException {
        Path list = Files.writeString(folder.resolve("customers.csv"),
                "Klantnummer;Naam;Telefoon\nK1001;Bakkerij De Korenaar;06-12345678\n");
        Program relay = rig.watching(source, section);
        Patiently.await(relay, source + ": watching ");
        for (String extension : List.of("201", "202")) {
            Patiently.await(rig.desk(extension, extension, "[lookup]\ncsv = " + list), "mqtt: watching ");
        }
    }

    /** What happens next at the telephone system happens when this has come through. */
    private static void registered(RelayRig rig, int soMany) throws InterruptedException {
        assertTrue(rig.inbox().registrations().reaches(soMany, PATIENCE),
                () -> soMany + " were to be registered: " + rig.inbox().registrations().all());
    }

    private static List<String> expected(String dialled) {
        List<String> all = new ArrayList<>();
        String first = "PhoneNumber=+31301234567, PhoneExtension=202, Direction=Inbound, PhoneReferrer=+31207654321}";
        all.add("{Id=call 1, EventType=Answered, " + first);
        all.add("{Id=call 1, EventType=Disconnected, " + first);
        String second = "PhoneNumber=+31612345678, PhoneExtension=%s, Direction=Inbound" + dialled
                + ", FilterField=customer_identifier, FilterValue=K1001}";
        all.add("{Id=call 2, EventType=Answered, " + second.formatted("201"));
        all.add("{Id=call 2, EventType=Transfer, " + second.formatted("202"));
        all.add("{Id=call 2, EventType=Disconnected, " + second.formatted("202"));
        return all;
    }
}
