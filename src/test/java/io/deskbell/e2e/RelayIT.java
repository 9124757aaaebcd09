package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskbell.e2e.RelayRig.Relayed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a telephone system's notification over HTTPS, by way of relay, a real Mosquitto and desk, to Agent Inbox. */
final class RelayIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void eachDeskIsToldItsOwnPartAndNobodyElsesAccountReadsIt() throws Exception {
        try (RelayRig rig = RelayRig.of(folder)) {
            Relayed relay = rig.relay("relay-a", Ports.free(1)).connected();
            Program desk = rig.desk("201", "201");
            Patiently.await(desk, ": watching ");
            Program curious = rig.desk("201", "202"); // Another's extension with one's own account.
            Patiently.await(curious, ": watching ");

            assertEquals(List.of(200, 200, 200),
                    List.of(relay.ringing("c", 201, 202), relay.answered("c", 201), relay.ended("c")));
            assertEquals(List.of(answered(1), ended(1)), rig.inbox().received(2, PATIENCE));
            assertFalse(curious.output().lines().contains("ringing"), curious.output().lines());
        }
    }

    @Test
    void whateverDiesNothingThatWasAnsweredForIsLostOrToldTwice() throws Exception {
        try (RelayRig rig = RelayRig.of(folder)) {
            int port = Ports.free(1);
            Relayed relay = rig.relay("relay-a", port).connected();
            Program desk = rig.desk("201", "201");
            Patiently.await(desk, ": watching ");
            desk.stop();

            relay.ringing("one", 201, 202);
            relay.answered("one", 201);
            rig.broker().kill(); // With what was just taken on its way.
            assertEquals(List.of(200, 200, 200),
                    List.of(relay.ended("one"), relay.ringing("two", 201), relay.answered("two", 201)));
            relay.kill();
            rig.broker().startAgain();
            Relayed again = rig.relay("relay-a", port).connected();
            again.ended("two");
            rig.desk("201", "201");

            assertEquals(List.of(answered(1), ended(1), answered(2), ended(2)),
                    callByCall(rig.inbox().received(4, PATIENCE)));
        }
    }

    /** A balancer hands each the half, and the platform repeats itself to both. */
    @Test
    void twoRelaysSideBySideTellACallOnce() throws Exception {
        try (RelayRig rig = RelayRig.of(folder)) {
            Relayed one = rig.relay("relay-a", Ports.free(1));
            Relayed other = rig.relay("relay-b", Ports.free(1));
            one.connected();
            other.connected();
            Program desk = rig.desk("201", "201");
            Patiently.await(desk, ": watching ");

            List<Integer> answers = new ArrayList<>(List.of(one.ringing("c", 201, 202), other.answered("c", 201)));
            String last = RelayRig.body("c", "ended", "\"nothing\":0");
            answers.addAll(List.of(one.post(last), other.post(last)));

            assertEquals(List.of(200, 200, 200, 200), answers);
            assertEquals(List.of(answered(1), ended(1)), rig.inbox().received(2, PATIENCE));
        }
    }

    @Test
    void aRelayThatVanishesIsSeenAtTheDesk() throws Exception {
        try (RelayRig rig = RelayRig.of(folder)) {
            int port = Ports.free(1);
            Relayed relay = rig.relay("relay-a", port).connected();
            Program desk = rig.desk("201", "201");
            Patiently.await(desk, ": watching ");
            relay.kill();
            Patiently.await(desk, "the relay relay-a is not there");
            rig.relay("relay-a", port).connected();
            Patiently.await(desk, ": watching ");
        }
    }

    @Test
    void theCheckOfTheRelayAndOfTheDeskNamesWhatIsWrong() throws Exception {
        try (RelayRig rig = RelayRig.of(folder)) {
            String ini = """
                    [relay]
                    bind = 127.0.0.1
                    port = 0
                    token = 0123456789abcdef
                    server = %s
                    broker_certificate = %s
                    password = wrong
                    """.formatted(rig.broker().server(), rig.broker().certificate());
            Program check = rig.run("check", ini, "relay", "--check");
            Patiently.await(check, "refuses user relay");
            Program right = rig.run("right", ini.replace("wrong", "pwrelay"), "relay", "--check");
            Patiently.await(right, "Nothing is broken");
            Program desk = rig.run("desk", """
                    [agent]
                    extension = 201
                    [inbox]
                    api_url = %s
                    api_key = x
                    [phone]
                    source = mqtt
                    [mqtt]
                    server = %s
                    certificate = %s
                    password = pw201
                    """.formatted(rig.inbox().url(), rig.broker().server(), rig.broker().certificate()), "doctor");
            Patiently.await(desk, "no relay is there");
        }
    }

    /** An end waits a second, in which another call may begin: the order is that within each call. */
    private static List<String> callByCall(List<String> received) {
        return received.stream().sorted(Comparator.comparing(line -> line.substring(0, line.indexOf(',')))).toList();
    }

    private static String answered(int call) {
        return "{Id=call " + call + ", EventType=Answered, PhoneNumber=+31612345678, PhoneExtension=201, "
                + "Direction=Inbound, PhoneReferrer=+31207654321}";
    }

    private static String ended(int call) {
        return answered(call).replace("Answered", "Disconnected");
    }
}
