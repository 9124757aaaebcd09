package io.deskbell.e2e;

import static io.deskbell.e2e.Expected.ANSWERED;
import static io.deskbell.e2e.Expected.CUSTOMER;
import static io.deskbell.e2e.Expected.DISCONNECTED;
import static io.deskbell.e2e.Expected.TRANSFER;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that go to a colleague, as far as the telephone system lets the watched line see it. */
final class TransferIT {
    @TempDir
    Path folder;

    @Test
    void aBlindTransferLooksLikeTheEndOnTheLineThatGaveTheCallAway() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip colleague = bench.phone("202");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companionOf("201");
            bench.talk(customer, agent, "201");
            agent.transfer("202");
            colleague.awaitRinging();
            colleague.accept();
            colleague.awaitTalking();

            bench.assertReceived(ANSWERED, DISCONNECTED);
        }
    }

    @Test
    void aTransferAfterConsultationNamesTheColleague() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Linphone agent = bench.linphone("201");
            Linphone colleague = bench.linphone("202");
            Linphone customer = bench.linphone(CUSTOMER);
            DeskbellProcess companion = bench.companionOf("201");
            customer.dial("201");
            agent.awaitRinging();
            agent.answer();
            bench.awaitRegistrations(1);
            agent.pause();
            agent.awaitPaused();
            agent.dial("202");
            colleague.awaitRinging();
            colleague.answer();
            agent.awaitTalking();
            companion.awaitTalkingTo("202");
            agent.join(1, 2);

            bench.assertReceived(ANSWERED, TRANSFER);
        }
    }

    @Test
    void aTransferBetweenTwoWatchedDesksIsToldByTheOneThatGivesTheCallAway() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Linphone agent = bench.linphone("201");
            Linphone colleague = bench.linphone("202");
            Linphone customer = bench.linphone(CUSTOMER);
            DeskbellProcess giver = bench.companionOf("201");
            DeskbellProcess taker = bench.companionOf("202");
            customer.dial("201");
            agent.awaitRinging();
            agent.answer();
            bench.awaitRegistrations(1);
            agent.pause();
            agent.awaitPaused();
            agent.dial("202");
            colleague.awaitRinging();
            colleague.answer();
            agent.awaitTalking();
            // Nobody hands a call over within a tenth of a second: on a slow machine the answer would go unseen.
            giver.awaitTalkingTo("202");
            taker.awaitTalkingTo("201");
            agent.join(1, 2);
            bench.awaitRegistrations(2);
            colleague.hangUp();

            bench.assertReceived(ANSWERED, TRANSFER);
        }
    }
}
