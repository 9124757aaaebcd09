package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.Extension;
import io.deskbell.config.BrokerSettings;
import io.deskbell.config.RelaySettings;
import io.deskbell.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What desk and relay say of a broker that does not run; of one that does: {@link RelayCheckTest}. */
@Timeout(120)
class MqttCheckTest {
    /** Taken, so that nobody else gets it, and not listened at. */
    private final Socket closed = new Socket();

    @BeforeEach
    void take() throws IOException {
        closed.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
    }

    @AfterEach
    void release() throws IOException {
        closed.close();
    }

    @Test
    void aClosedPortSaysWhereNobodyAnswersAndWhichKeyToCheck() throws Exception {
        int port = closed.getLocalPort();
        assertEquals(List.of(nobodyAnswers("mqtt  ", port, "mqtt")),
                words(new MqttCheck(broker(port), new Extension("201"))));
    }

    @Test
    void theRelaysOwnCheckNamesItsOwnSectionAndWhatItWatches() throws Exception {
        int port = closed.getLocalPort();
        RelaySettings settings = new RelaySettings("a", "sip", List.of("201", "202"), Optional.empty(), broker(port),
                100);
        assertEquals(List.of("ok    relay      sip is watched for 2 extensions",
                nobodyAnswers("relay ", port, "relay")),
                words(new RelayCheck(settings, Clock.systemUTC())));
    }

    @Test
    void aRelayWithoutACertificateAndOpenToAllIsToldSo() throws Exception {
        int port = closed.getLocalPort();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            RelaySettings.Web web = new RelaySettings.Web("127.0.0.1", taken.getLocalPort(), Optional.empty(),
                    new Secret("t0ken"), List.of(), List.of());
            RelaySettings settings = new RelaySettings("a", RelaySettings.TOLD, List.of(), Optional.of(web),
                    broker(port), 100);
            assertEquals(List.of("note  relay      port " + taken.getLocalPort()
                            + " is taken: by the relay, if it runs now; else choose another [relay] port",
                    "note  relay      HTTP without encryption: a proxy must speak HTTPS in front of it",
                    "note  relay      whoever knows the token may tell of calls: name your provider's addresses as"
                            + " [relay] allow",
                    nobodyAnswers("relay ", port, "relay")), words(new RelayCheck(settings, Clock.systemUTC())));
        }
    }

    private static String nobodyAnswers(String part, int port, String section) {
        return "FAIL  " + part + "     no connection to the broker 127.0.0.1 port " + port + ": check [" + section
                + "] server, whether the broker runs, and the firewall";
    }

    private static List<String> words(Check check) throws InterruptedException {
        return check.look().stream().map(Finding::toString).toList();
    }

    private static BrokerSettings broker(int port) {
        return new BrokerSettings("127.0.0.1", port, false, "201", new Secret("s3cret"), Optional.empty(), "deskbell");
    }
}
