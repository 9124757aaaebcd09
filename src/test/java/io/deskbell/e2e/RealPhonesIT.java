package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real phones on a real telephone system, the built image beside them: what Agent Inbox received, as a whole. */
final class RealPhonesIT {
    private static final String CUSTOMER = "0612345678";
    private static final String OTHER_CUSTOMER = "+31687654321";

    private static final String ANSWERED = "{Id=call 1, EventType=Answered, PhoneNumber=+31612345678, "
            + "PhoneExtension=201, Direction=Inbound}";
    private static final String DISCONNECTED = ANSWERED.replace("Answered", "Disconnected");
    private static final String OUTBOUND = ANSWERED.replace("Inbound", "Outbound");

    @TempDir
    Path folder;

    @Test
    void aCallThatTheCustomerEnds() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companionOf("201");
            bench.talk(customer, agent, "201");
            customer.hangUp();

            bench.assertReceived(ANSWERED, DISCONNECTED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"udp", "tcp", "tls"})
    void aCallThatTheAgentEnds(String transport) throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain().tls())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx()).over(transport, bench.pbx()));
            bench.talk(customer, agent, "201");
            agent.hangUp();

            bench.assertReceived(ANSWERED, DISCONNECTED);
        }
    }

    @Test
    void aSystemThatWantsSha256() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain().sha256())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companionOf("201");
            bench.talk(customer, agent, "201");
            agent.hangUp();

            bench.assertReceived(ANSWERED, DISCONNECTED);
        }
    }

    @Test
    void aCallThatNobodyAnswers() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companionOf("201");
            customer.dial("201");
            agent.awaitRinging();
            customer.hangUp();
            agent.awaitEnd();
            bench.talk(customer, agent, "201");

            bench.assertReceived(ANSWERED);
        }
    }

    @Test
    void aCallThatTheAgentRejects() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companionOf("201");
            customer.dial("201");
            agent.awaitRinging();
            agent.hangUp();
            customer.awaitEnd();
            bench.talk(customer, agent, "201");

            bench.assertReceived(ANSWERED);
        }
    }

    @Test
    void aSecondCallerWhoHearsBusy() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201", 1);
            Baresip customer = bench.phone(CUSTOMER);
            Baresip other = bench.phone(OTHER_CUSTOMER);
            bench.companionOf("201");
            bench.talk(customer, agent, "201");
            other.dial("201");
            other.awaitEnd();
            customer.hangUp();

            bench.assertReceived(ANSWERED, DISCONNECTED);
        }
    }

    @Test
    void aCallToACustomer() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companionOf("201");
            bench.talk(agent, customer, CUSTOMER);
            customer.hangUp();

            bench.assertReceived(OUTBOUND, OUTBOUND.replace("Answered", "Disconnected"));
        }
    }

    @Test
    void aCallToACustomerWhoIsBusy() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER, 1);
            Baresip other = bench.phone(OTHER_CUSTOMER);
            bench.companionOf("201");
            customer.dial(OTHER_CUSTOMER);
            other.awaitRinging();
            other.accept();
            customer.awaitTalking();
            agent.dial(CUSTOMER);
            agent.awaitEnd();
            bench.talk(agent, other, OTHER_CUSTOMER);

            bench.assertReceived(OUTBOUND.replace("+31612345678", "+31687654321"));
        }
    }

    @Test
    void aCallPutOnHoldAndTakenUpAgain() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companionOf("201");
            bench.talk(customer, agent, "201");
            agent.hold();
            customer.awaitOffer();
            agent.resume();
            customer.awaitOffer();
            agent.hangUp();

            bench.assertReceived(ANSWERED, DISCONNECTED);
        }
    }

    @Test
    void twoCallsAtOnce() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            Baresip other = bench.phone(OTHER_CUSTOMER);
            bench.companionOf("201");
            bench.talk(customer, agent, "201");
            bench.talk(other, agent, "201");
            other.hangUp();
            bench.awaitRegistrations(3);
            customer.hangUp();

            bench.assertReceived(ANSWERED, second(ANSWERED), second(DISCONNECTED), DISCONNECTED);
        }
    }

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
            bench.companionOf("201");
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
            agent.join(1, 2);

            bench.assertReceived(ANSWERED, ANSWERED.replace("Answered", "Transfer").replace("=201", "=202"));
        }
    }

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
            bench.companionOf("201");
            bench.inbox().goAway();
            customer.dial("201");
            agent.awaitRinging();
            agent.accept();
            customer.awaitTalking();
            agent.hangUp();
            customer.awaitEnd();
            bench.inbox().comeBack();

            bench.assertReceivedWithin(Duration.ofSeconds(60), ANSWERED, DISCONNECTED);
        }
    }

    @Test
    void aSystemThatTellsNoNumberRegistersNothing() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain().tellingNothing())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companionOf("201");
            customer.dial("201");
            agent.awaitRinging();
            agent.accept();
            customer.awaitTalking();
            agent.hangUp();

            bench.assertReceived();
        }
    }

    @Test
    void aCompanionThatCrashesInMidCallRegistersTheCallOnce() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            DeskbellProcess companion = bench.companionOf("201");
            bench.talk(customer, agent, "201");
            companion.kill();
            bench.companionOf("201");
            customer.hangUp();

            bench.assertReceived(ANSWERED, DISCONNECTED);
        }
    }

    @Test
    void stoppingInMidCallTakesLessThanTwoSeconds() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            DeskbellProcess companion = bench.companionOf("201");
            bench.talk(customer, agent, "201");
            Duration took = companion.stop();

            assertTrue(took.toMillis() < 2_000, () -> "stopped after " + took + "\n" + companion.log());
            bench.assertReceived(ANSWERED);
        }
    }

    @Test
    void atATransferBothDesksTellTheirPart() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Linphone agent = bench.linphone("201");
            Linphone colleague = bench.linphone("202");
            Linphone customer = bench.linphone(CUSTOMER);
            bench.companionOf("201");
            bench.companionOf("202");
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
            agent.join(1, 2);
            bench.awaitRegistrations(3);
            colleague.hangUp();

            bench.assertReceived("x");
        }
    }

    private static String second(String registration) {
        return registration.replace("call 1", "call 2").replace("+31612345678", "+31687654321");
    }
}
