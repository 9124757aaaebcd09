package io.deskbell.e2e;

import static io.deskbell.e2e.Expected.ANSWERED;
import static io.deskbell.e2e.Expected.CUSTOMER;
import static io.deskbell.e2e.Expected.DISCONNECTED;
import static io.deskbell.e2e.Expected.outbound;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real telephone system that is spoken with over a websocket (RFC 7118), as VoIPGRID's is. */
final class WebsocketIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ws", "wss"})
    void aCallThatTheAgentEnds(String transport) throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain().tls().websocket())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx()).over(transport, bench.pbx()));
            bench.talk(customer, agent, "201");
            agent.hangUp();

            bench.assertReceived(ANSWERED, DISCONNECTED);
        }
    }

    @Test
    void aTelephoneSystemRestartedInMidCallIsFoundAgain() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain().websocket())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx()).over("ws", bench.pbx()));
            bench.talk(customer, agent, "201");
            bench.pbx().stop();
            bench.pbx().startAgain();

            bench.assertReceivedWithin(Duration.ofSeconds(60), ANSWERED, DISCONNECTED);
        }
    }

    @Test
    void aCallToACustomer() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain().websocket())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(CUSTOMER);
            bench.companion(DeskbellIni.of("201", bench.inbox(), bench.pbx()).over("ws", bench.pbx()));
            bench.talk(agent, customer, CUSTOMER);
            customer.hangUp();

            bench.assertReceived(outbound(ANSWERED), outbound(DISCONNECTED));
        }
    }
}
