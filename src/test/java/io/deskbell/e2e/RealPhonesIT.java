package io.deskbell.e2e;

import static io.deskbell.e2e.Expected.ANSWERED;
import static io.deskbell.e2e.Expected.CUSTOMER;
import static io.deskbell.e2e.Expected.DISCONNECTED;
import static io.deskbell.e2e.Expected.OTHER_CUSTOMER;
import static io.deskbell.e2e.Expected.other;
import static io.deskbell.e2e.Expected.outbound;
import static io.deskbell.e2e.Expected.second;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real phones on a real telephone system, the built image beside them: what Agent Inbox received, as a whole. */
final class RealPhonesIT {
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

            bench.assertReceived(outbound(ANSWERED), outbound(DISCONNECTED));
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

            bench.assertReceived(other(outbound(ANSWERED)));
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
    void aSystemThatTellsNoNumberRegistersNothing() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain().tellingNothing())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            DeskbellProcess companion = bench.companionOf("201");
            customer.dial("201");
            agent.awaitRinging();
            agent.accept();
            companion.awaitAnswered();
            agent.hangUp();

            bench.assertReceived();
        }
    }
}
