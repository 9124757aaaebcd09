package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.Config;
import io.deskbell.outbox.Delivery;
import io.deskbell.sandbox.Received;
import io.deskbell.sandbox.Sandbox;
import io.deskbell.source.ClosedPort;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The test event by the way real events go, to a real server. */
@Timeout(20)
class InboxTryTest {
    private final InboxTry trial = new InboxTry(Clock.systemUTC());

    @Test
    void aCallIsAnsweredAndEndedUnderOneIdOfItsOwn() throws Exception {
        try (Sandbox sandbox = Sandbox.start("right", 0)) {
            assertInstanceOf(Delivery.Accepted.class, trial.send(config(sandbox.address(), "right")));
            assertInstanceOf(Delivery.Accepted.class, trial.send(config(sandbox.address(), "right")));
            List<Received> received = sandbox.received();
            assertEquals(List.of("Answered 201 +447700900000 Inbound", "Disconnected 201 +447700900000 Inbound"),
                    received.stream().limit(2).map(InboxTryTest::line).toList());
            assertEquals(2, received.stream().map(event -> event.field("Id").orElse("?")).distinct().count());
            assertTrue(received.getFirst().field("Id").orElse("").startsWith("deskbell-test-"));
        }
    }

    @Test
    void aWrongKeyIsCalledWrongAndNothingElseIsSent() throws Exception {
        try (Sandbox sandbox = Sandbox.start("right", 0)) {
            assertInstanceOf(Delivery.Unauthorized.class, trial.send(config(sandbox.address(), "wrong")));
            assertEquals(1, sandbox.received().size());
        }
    }

    @Test
    void aRefusalHasTheServersWords() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(new MockResponse.Builder().code(400).body("{\"message\":\"Unknown extension\"}").build());
            server.start();
            assertEquals(new Delivery.Refused("Unknown extension"), trial.send(config(server.url("").uri(), "right")));
            assertEquals(1, server.getRequestCount());
        }
    }

    @Test
    void anAgentInboxThatIsAwaySaysSoWithoutTheKey() throws Exception {
        try (ClosedPort closed = ClosedPort.hold()) {
            Delivery.Unavailable away = assertInstanceOf(Delivery.Unavailable.class,
                    trial.send(config(URI.create("http://127.0.0.1:" + closed.port()), "sesame123")));
            assertEquals("127.0.0.1 cannot be connected to: check the network connection and [inbox] api_url",
                    away.words());
        }
    }

    private static String line(Received event) {
        return String.join(" ", List.of("EventType", "PhoneExtension", "PhoneNumber", "Direction").stream()
                .map(name -> event.field(name).orElse("-")).toList());
    }

    private static Config config(URI api, String key) throws Exception {
        return Config.parse("config.ini", """
                [agent]
                extension = 201
                [inbox]
                api_url = %s
                api_key = %s
                [phone]
                source = simulator
                """.formatted(api, key));
    }
}
