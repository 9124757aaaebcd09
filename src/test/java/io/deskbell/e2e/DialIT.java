package io.deskbell.e2e;

import static io.deskbell.e2e.Expected.CUSTOMER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code deskbell dial} with the built image, a real telephone system and real phones. */
@Timeout(180)
final class DialIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp"})
    void theAgentPicksUpAndThePhoneCallsTheCustomerWhichIsRegisteredAsOutbound(String transport) throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companion(dialling("call", bench).over(transport, bench.pbx()));
            try (Program dial = dial("06 1234 5678")) {
                agent.awaitRinging();
                agent.accept();
                customer.awaitRinging();
                assertEquals(0, dial.exitCode(), () -> dial.output().lines());
                awaitWords(dial, "Your phone is calling.");
            }
            customer.accept();
            customer.awaitTalking();
            bench.awaitRegistrations(1);
            customer.hangUp();

            bench.assertReceived(Expected.outbound(Expected.ANSWERED), Expected.outbound(Expected.DISCONNECTED));
        }
    }

    @Test
    void aPhoneThatIsNotAnsweredCallsNobody() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            bench.companion(dialling("call", bench));
            try (Program dial = dial("0612345678")) {
                agent.awaitRinging();
                agent.hangUp();
                assertEquals(1, dial.exitCode(), () -> dial.output().lines());
                awaitWords(dial, "Your phone is busy. Nobody was called.");
            }
        }
    }

    @Test
    void aPhoneThatCannotBeToldSaysWhatToSet() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            bench.phone("201");
            bench.companion(dialling("refer", bench));
            try (Program dial = dial("0612345678")) {
                assertEquals(1, dial.exitCode(), () -> dial.output().lines());
                awaitWords(dial, "It could not be dialled: the phone of 201 cannot be told to dial (501):"
                        + " set [sip] dial = call");
            }
        }
    }

    @Test
    void withoutAWindowALinkIsNotDialledAndWithoutACompanionNothingIs() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            try (DeskbellProcess companion = bench.companion(dialling("call", bench))) {
                try (Program link = deskbell("tel:+31612345678")) {
                    assertEquals(1, link.exitCode(), () -> link.output().lines());
                }
                try (Program code = dial("*21*0612345678#")) {
                    assertEquals(2, code.exitCode(), () -> code.output().lines());
                }
                companion.stop();
            }
            try (Program dial = dial("0612345678")) {
                assertEquals(1, dial.exitCode());
                awaitWords(dial, "Deskbell is not running: start it, then dial again");
            }
            bench.phone(CUSTOMER).dial("201");
            agent.awaitRinging(); // For the first time.
        }
    }

    private static void awaitWords(Program program, String words) throws InterruptedException {
        program.output().await(words, words::equals);
    }

    private static DeskbellIni dialling(String how, Bench bench) {
        return DeskbellIni.of("201", bench.inbox(), bench.pbx()).also("dial = " + how);
    }

    private Program dial(String number) throws Exception {
        return deskbell("dial", number);
    }

    private Program deskbell(String... words) throws Exception {
        Path data = folder.resolve("deskbell of 201").resolve("data");
        Files.createDirectories(data);
        List<String> all = new ArrayList<>(List.of("--data", data.toString()));
        all.addAll(List.of(words));
        return DeskbellProcess.run(Parts.image(), folder, Map.of("LC_ALL", "C.UTF-8", "LANG", "C.UTF-8"),
                all.toArray(String[]::new));
    }
}
