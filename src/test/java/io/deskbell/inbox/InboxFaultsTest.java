package io.deskbell.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.outbox.Delivery;
import io.deskbell.source.ClosedPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class InboxFaultsTest {
    private final Inbox inbox = new Inbox();

    @AfterEach
    void close() {
        inbox.close();
    }

    @Test
    void aServerThatIsTooSlowIsGivenUp() {
        inbox.answers(new MockResponse.Builder().code(201).headersDelay(20, TimeUnit.SECONDS).build());
        assertEquals(unavailable("127.0.0.1 does not answer in time"), deliverOrGiveUp(inbox.address()));
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() {
        inbox.answers(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
        assertEquals(unavailable("127.0.0.1 does not answer in time"), deliverOrGiveUp(inbox.address()));
    }

    @Test
    void aConnectionThatBreaksBeforeTheAnswerIsTriedAgainByTheCourierOnly() {
        inbox.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        inbox.answers(201, "");
        assertEquals(unavailable("the connection to 127.0.0.1 broke off"), deliver(inbox.address()));
        assertEquals(1, inbox.server.getRequestCount());
    }

    @Test
    void aKeptConnectionThatTheServerClosedMeanwhileIsNoFault() {
        inbox.answers(new MockResponse.Builder().code(201).onResponseEnd(new SocketEffect.CloseSocket()).build());
        inbox.answers(201, "");
        assertEquals(new Delivery.Accepted(Optional.empty()), inbox.client.deliver(Inbox.answered()));
        assertEquals(new Delivery.Accepted(Optional.empty()), inbox.client.deliver(Inbox.answered()));
    }

    @Test
    void aServerThatBreaksOffTwiceIsLeftToTheCourier() {
        inbox.answers(201, "");
        for (int i = 0; i < 3; i++) {
            inbox.answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
        }
        assertEquals(new Delivery.Accepted(Optional.empty()), inbox.client.deliver(Inbox.answered()));
        assertEquals(unavailable("the connection to 127.0.0.1 broke off"), inbox.client.deliver(Inbox.answered()));
        assertEquals(3, inbox.server.getRequestCount());
    }

    @Test
    void aConnectionThatIsClosedAtOnceBreaksOff() {
        inbox.answers(new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build());
        assertEquals(unavailable("the connection to 127.0.0.1 broke off"), deliver(inbox.address()));
    }

    @Test
    void wordsThatAreNoHttpBreakOff() {
        inbox.answers(new MockResponse.Builder().status("SSH-2.0-OpenSSH_9.2").build());
        assertEquals(unavailable("the connection to 127.0.0.1 broke off"), deliver(inbox.address()));
    }

    @Test
    void aPortWhereNobodyListensIsSaid() throws IOException {
        try (ClosedPort closed = ClosedPort.hold()) {
            assertEquals(unavailable("127.0.0.1 cannot be connected to: check the network connection and [inbox]"
                    + " api_url"), deliver("http://127.0.0.1:" + closed.port()));
        }
    }

    @Test
    void aNameNobodyKnowsIsSaid() {
        assertEquals(unavailable("nowhere.invalid is not known here: check the network connection and [inbox]"
                + " api_url"), deliver("http://nowhere.invalid"));
    }

    @Test
    void aServerWithoutTlsIsNotTrusted() throws IOException, InterruptedException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofVirtual().start(() -> greetPlainly(plain));
            Delivery delivery = deliver("https://127.0.0.1:" + plain.getLocalPort());
            server.join();

            assertEquals(unavailable("no safe connection to 127.0.0.1: check this computer's clock, and with IT"
                    + " whether a proxy looks into encrypted connections"), delivery);
        }
    }

    /** Answers before it could have understood anything. */
    private static void greetPlainly(ServerSocket server) {
        try (Socket guest = server.accept()) {
            guest.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            guest.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // The guest left first, which is as good.
        }
    }

    /** With the patience of the program: what is slow here is the machine. */
    private static Delivery deliver(String address) {
        try (InboxClient client = new InboxClient(Inbox.settings(address, Inbox.KEY), Inbox.CLOCK)) {
            return client.deliver(Inbox.answered());
        }
    }

    private static Delivery deliverOrGiveUp(String address) {
        try (InboxClient client = Inbox.impatient(address)) {
            return client.deliver(Inbox.answered());
        }
    }

    private static Delivery unavailable(String words) {
        return new Delivery.Unavailable(words, Optional.empty());
    }
}
