package io.deskbell.e2e;

import static io.deskbell.e2e.Expected.ANSWERED;
import static io.deskbell.e2e.Expected.CUSTOMER;
import static io.deskbell.e2e.Expected.DISCONNECTED;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The companion registered beside a real phone of the same extension, rung with it by a real telephone system. */
final class SilentForkIT {
    private static final String REFERRER = ", PhoneReferrer=+31201234567";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp", "tls"})
    void aSystemThatTellsNoNumberInItsDialogsTellsItToWhoeverRingsAlong(String transport) throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain().tellingNothing().tls())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx()).over(transport, bench.pbx())
                    .also("fork = yes"));
            bench.talk(customer, agent, "201");
            customer.hangUp();

            bench.assertReceived(dialled(ANSWERED), dialled(DISCONNECTED));
        }
    }

    @Test
    void theDialogAndTheInviteAreOneCallWithAHeaderOfTheSystemForItsFilterValue() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx())
                    .also("fork = yes", "filter_header = X-Customer", "[inbox]", "filter_field = customer"));
            bench.talk(customer, agent, "201");
            agent.hangUp();

            String filter = ", FilterField=customer, FilterValue=gold";
            bench.assertReceived(dialled(ANSWERED).replace("}", filter + "}"),
                    dialled(DISCONNECTED).replace("}", filter + "}"));
        }
    }

    @Test
    void whatWasRecordedIsReplayedWithOtherNumbers() throws Exception {
        Path tape = folder.resolve("line.rec");
        try (Bench bench = Bench.of(folder, KamailioSetup.plain().tellingNothing())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx())
                    .also("fork = yes", "record = " + tape, "record_masked = yes"));
            bench.talk(customer, agent, "201");
            customer.hangUp();
            bench.assertReceived(dialled(ANSWERED), dialled(DISCONNECTED));
        }
        String recorded = Files.readString(tape);
        assertFalse(recorded.contains("12345678") || recorded.contains("Authorization"), recorded);
        try (Program replay = DeskbellProcess.run(Parts.image(), folder, Map.of(), "replay", tape.toString())) {
            String prefix = "registration  \\d+\\.\\d+ ";
            replay.output().await("Answered", line -> line.matches(prefix + "ANSWERED a number=\\+316\\d{8} .*"));
            replay.output().await("Disconnected", line -> line.matches(prefix + "DISCONNECTED a number=\\+316.*"));
        }
    }

    @Test
    void aCallThatNobodyAnswersIsNotTakenAndTheNextOneIsRegistered() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx()).also("fork = yes"));
            customer.dial("201");
            agent.awaitRinging();
            customer.hangUp();
            agent.awaitEnd();
            bench.talk(customer, agent, "201");

            bench.assertReceived(dialled(ANSWERED));
        }
    }

    @Test
    void whereTheDeskPhoneIsNotThereTheCallerIsNotKeptWaiting() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip customer = bench.phone(CUSTOMER);
            bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx()).also("fork = yes"));
            customer.dial("201");
            customer.awaitEnd();

            bench.assertReceived();
        }
    }

    @Test
    void aSecondCallerHearsBusyAtOnceWhileTheAgentTalks() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201", 1);
            Baresip customer = bench.phone(CUSTOMER);
            Baresip other = bench.phone(Expected.OTHER_CUSTOMER);
            bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx()).also("fork = yes"));
            bench.talk(customer, agent, "201");
            other.dial("201");
            other.awaitEnd();
            customer.hangUp();

            bench.assertReceived(dialled(ANSWERED), dialled(DISCONNECTED));
        }
    }

    @Test
    void aRejectedCallGoesOnAtOnceWhereItDoesNotRingAlong() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx()).also("fork = yes", "fork_ring = 0"));
            customer.dial("201");
            agent.awaitRinging();
            agent.hangUp();
            customer.awaitEnd();
            bench.talk(customer, agent, "201");

            bench.assertReceived(dialled(ANSWERED));
        }
    }

    private static String dialled(String body) {
        return body.replace("}", REFERRER + "}");
    }
}
