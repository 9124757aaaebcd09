package io.deskbell.e2e;

import static io.deskbell.e2e.Expected.ANSWERED;
import static io.deskbell.e2e.Expected.CUSTOMER;
import static io.deskbell.e2e.Expected.DISCONNECTED;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What breaks in the middle of a call: the telephone system, Agent Inbox, the companion itself. */
final class OutageIT {
    @TempDir
    Path folder;

    @Test
    void aTelephoneSystemRestartedInMidCallEndsTheCallOnce() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companionOf("201");
            bench.talk(customer, agent, "201");
            bench.pbx().stop();
            bench.pbx().startAgain();

            bench.assertReceivedWithin(Duration.ofSeconds(60), ANSWERED, DISCONNECTED);
        }
    }

    @Test
    void anAgentInboxAwayForTheWholeCallIsToldLaterInOrder() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            DeskbellProcess companion = bench.companionOf("201");
            bench.inbox().goAway();
            customer.dial("201");
            agent.awaitRinging();
            agent.accept();
            companion.awaitAnswered();
            agent.hangUp();
            customer.awaitEnd();
            bench.inbox().comeBack();

            bench.assertReceivedWithin(Duration.ofSeconds(60), ANSWERED, DISCONNECTED);
        }
    }

    @Test
    void aCompanionThatCrashesInMidCallRegistersTheCallOnce() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            DeskbellProcess companion = bench.companionOf("201");
            bench.talk(customer, agent, "201");
            bench.assertReceived(ANSWERED); // And a moment later, so that the answer has been noted down.
            companion.kill();
            bench.companionOf("201");
            customer.hangUp();

            bench.assertReceived(ANSWERED, DISCONNECTED);
        }
    }

    @Test
    void anAgentInboxInTroubleIsAskedAgainAndHearsEverythingOnce() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companionOf("201");
            bench.inbox().answer(503, 500);
            bench.talk(customer, agent, "201");
            customer.hangUp();

            bench.assertReceivedWithin(Duration.ofSeconds(60), ANSWERED, DISCONNECTED);
        }
    }
}
