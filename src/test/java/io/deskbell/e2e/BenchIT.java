package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench on its own: what a watcher sees when real phones talk, without the companion. */
final class BenchIT {
    @TempDir
    Path folder;

    @Test
    void aCallFromOutsideIsSeenRingingTalkingAndEnding() throws Exception {
        try (Kamailio pbx = Kamailio.start(folder, KamailioSetup.plain());
                Watcher watcher = Watcher.of(pbx, "203", "201");
                Baresip agent = Baresip.start(folder, pbx, "201");
                Baresip customer = Baresip.start(folder, pbx, "0612345678")) {
            customer.dial("201");
            agent.awaitRinging();
            watcher.await("recipient early 0612345678");
            agent.accept();
            customer.awaitTalking();
            watcher.await("recipient confirmed 0612345678");
            agent.hangUp();
            customer.awaitEnd();
            watcher.await("recipient terminated 0612345678");

            assertEquals(List.of(List.of(),
                    List.of("recipient early 0612345678"), List.of("recipient confirmed 0612345678"),
                    List.of("recipient terminated 0612345678")), watcher.story());
        }
    }

    @Test
    void aPhoneThatIsBusyRefusesTheSecondCaller() throws Exception {
        try (Kamailio pbx = Kamailio.start(folder, KamailioSetup.plain());
                Watcher watcher = Watcher.of(pbx, "203", "201");
                Baresip agent = Baresip.start(folder, pbx, "201", 1);
                Baresip first = Baresip.start(folder, pbx, "0612345678");
                Baresip second = Baresip.start(folder, pbx, "+31687654321")) {
            first.dial("201");
            agent.awaitRinging();
            agent.accept();
            watcher.await("recipient confirmed 0612345678");
            second.dial("201");
            second.awaitEnd();

            assertTrue(watcher.story().stream().flatMap(List::stream)
                    .noneMatch(dialog -> dialog.equals("recipient confirmed +31687654321")), watcher.story()::toString);
        }
    }

    @Test
    void aBlindTransferLeavesNothingOnTheLineThatGaveTheCallAway() throws Exception {
        try (Kamailio pbx = Kamailio.start(folder, KamailioSetup.plain());
                Watcher giver = Watcher.of(pbx, "203", "201");
                Watcher taker = Watcher.of(pbx, "203", "202");
                Baresip agent = Baresip.start(folder, pbx, "201");
                Baresip colleague = Baresip.start(folder, pbx, "202");
                Baresip customer = Baresip.start(folder, pbx, "+31612345678")) {
            customer.dial("201");
            agent.awaitRinging();
            agent.accept();
            giver.await("recipient confirmed +31612345678");
            agent.transfer("202");
            colleague.awaitRinging();
            colleague.accept();
            taker.await("recipient confirmed +31612345678");
            giver.await("recipient terminated +31612345678");
            colleague.hangUp();
            taker.await("recipient terminated +31612345678");
        }
    }
}
