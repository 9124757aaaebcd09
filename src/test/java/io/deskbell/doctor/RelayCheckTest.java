package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.Extension;
import io.deskbell.config.BrokerSettings;
import io.deskbell.config.RelaySettings;
import io.deskbell.config.Secret;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code relay --check} says of an account at a broker, over a real socket. */
@Timeout(120)
class RelayCheckTest {
    private static final String WATCHED = "ok    relay      sip is watched for 1 extensions";
    private static final String PLAIN = "note  %-10s the broker is reached without encryption: names and numbers can be"
            + " read on the way; use mqtts://";

    private PretendBroker broker;

    @BeforeEach
    void start() throws IOException {
        broker = new PretendBroker();
    }

    @AfterEach
    void stop() throws IOException {
        broker.close();
    }

    @Test
    void anAccountWithAllItsRightsIsWell() throws Exception {
        assertEquals(List.of(WATCHED, letsIn("relay"), PLAIN.formatted("relay"),
                "ok    relay      user relay may tell desks and relays under deskbell"), relay());
    }

    @Test
    void whatDoesNotComeBackIsARightThatLacks() throws Exception {
        broker.saysNothingBack();
        assertEquals("FAIL  relay      user relay may not read deskbell/-/routes/+/+: two relays cannot know of each"
                + " other, and after a restart this one does not know whom calls concern; give the account that right",
                relay().getLast());
    }

    @Test
    void anAccountThatMayNotWriteIsToldWhat() throws Exception {
        broker.forbids("deskbell/-/routes/a/check");
        assertEquals("FAIL  relay      user relay may not write deskbell/-/routes/a/check at the broker: give the"
                + " account that right", relay().getLast());
    }

    @Test
    void aRefusedLogInNamesUserAndSectionAndNoPassword() throws Exception {
        broker.refusesLogins();
        assertEquals(List.of(WATCHED, "FAIL  relay      the broker 127.0.0.1 port " + broker.port()
                + " refuses user relay: check user and password in [relay]"), relay());
    }

    @Test
    void aDeskIsToldThatNoRelayIsThere() throws Exception {
        assertEquals(List.of(letsIn("mqtt"), PLAIN.formatted("mqtt"),
                "FAIL  mqtt       no relay is there: start deskbell relay on its server; if it runs, see whether user"
                        + " relay may read deskbell/-/status/+"), desk());
    }

    @Test
    void aDeskThatMayNotReadItsExtensionIsToldWhich() throws Exception {
        broker.forbids("deskbell/201");
        assertEquals("FAIL  mqtt       user relay may not read deskbell/201 at the broker: give the account that right",
                desk().getLast());
    }

    private String letsIn(String part) {
        return "ok    %-10s the broker 127.0.0.1 port %d lets user relay in".formatted(part, broker.port());
    }

    private List<String> relay() throws InterruptedException {
        return words(new RelayCheck(new RelaySettings("a", "sip", List.of("201"), Optional.empty(), settings(), 100),
                Clock.systemUTC()));
    }

    private List<String> desk() throws InterruptedException {
        return words(new MqttCheck(settings(), new Extension("201")));
    }

    private BrokerSettings settings() {
        return new BrokerSettings("127.0.0.1", broker.port(), false, "relay", new Secret("s3cret"), Optional.empty(),
                "deskbell");
    }

    private static List<String> words(Check check) throws InterruptedException {
        return check.look().stream().map(Finding::toString).toList();
    }
}
