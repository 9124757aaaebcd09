package io.deskbell.inbox;

import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.Registration;
import io.deskbell.call.Registration.Kind;
import io.deskbell.config.InboxSettings;
import io.deskbell.config.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A scripted Agent Inbox on this computer, and a client that speaks to it. */
final class Inbox implements AutoCloseable {
    static final String KEY = "k3y-S3cr3t/42";
    static final String NUMBER = "+31612345678";
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final InboxClient.Timeouts SHORT =
            new InboxClient.Timeouts(Duration.ofMillis(500), Duration.ofMillis(500));

    final MockWebServer server = new MockWebServer();
    final InboxClient client;

    Inbox() {
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        client = new InboxClient(settings(address(), KEY), CLOCK);
    }

    static InboxClient impatient(String address) {
        return new InboxClient(settings(address, KEY), CLOCK, SHORT);
    }

    static InboxSettings settings(String address, String key) {
        return new InboxSettings(URI.create(address), new Secret(key), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    static Registration answered() {
        return new Registration(Kind.ANSWERED, "24c562241e9f", NUMBER, new Extension("201"), Direction.INBOUND,
                Optional.empty(), Optional.empty(), NOON);
    }

    String address() {
        return "http://127.0.0.1:" + server.getPort();
    }

    void answers(MockResponse response) {
        server.enqueue(response);
    }

    void answers(int code, String body) {
        server.enqueue(new MockResponse.Builder().code(code).body(body).build());
    }

    RecordedRequest received() throws InterruptedException {
        return server.takeRequest();
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
