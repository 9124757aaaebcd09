package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever it is waiting for, the watch ends within half a second when it is told to. */
@Timeout(30)
final class InterruptTest {
    private final Recorded recorded = new Recorded();

    @Test
    void whileTheDnsIsAsked() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Surroundings real = Watch.real(Watch.QUICK);
        ServerNames slow = new ServerNames() {
            @Override
            public List<Service> services(String name) {
                return List.of();
            }

            @Override
            public List<InetAddress> addresses(String host) throws IOException {
                asked.countDown();
                try {
                    never.await();
                } catch (InterruptedException stop) {
                    throw new UnknownHostException(host);
                }
                return List.of();
            }
        };
        Surroundings surroundings = new Surroundings(real.time(), real.timers(), slow, real.localAddress(),
                real.tokens(), real.random());
        try (Watch watch = Watch.start(Watch.settings("sip:slow.test"), surroundings, recorded)) {
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            assertEndsSoon(watch);
        }
    }

    @Test
    void whileAServerDoesNotAnswer() throws Exception {
        for (ScriptedPbx pbx : List.of(ScriptedPbx.udp(), ScriptedPbx.tcp())) {
            pbx.answering(ScriptedPbx::nothing);
            try (pbx; Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
                assertEquals("SUBSCRIBE", pbx.request().method());
                assertEndsSoon(watch);
            }
        }
    }

    @Test
    void whileTlsIsNegotiatedWithSomebodyWhoIsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String server = "sips:127.0.0.1:" + silent.getLocalPort();
            try (Watch watch = Watch.start(Watch.settings(server), recorded);
                 Socket accepted = silent.accept()) {
                assertTrue(accepted.getInputStream().read() >= 0);
                assertEndsSoon(watch);
            }
        }
    }

    @Test
    void aReaderThatWaitsForRoomIsFreedByTheEnd() throws Exception {
        Mailbox mailbox = new Mailbox();
        SipMessage message = SipParser.datagram(("SIP/2.0 200 OK\r\nVia: a\r\nFrom: b\r\nTo: c\r\nCall-ID: d\r\n"
                + "CSeq: 1 OPTIONS\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        Mailbox.Item item = new Mailbox.Received(message, new InetSocketAddress(0));
        CountDownLatch full = new CountDownLatch(128);
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                for (int i = 0; i < 200; i++) {
                    mailbox.put(item);
                    full.countDown();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        assertTrue(full.await(10, TimeUnit.SECONDS));
        mailbox.close();
        assertTrue(reader.join(Duration.ofSeconds(10)));
    }

    private static void assertEndsSoon(Watch watch) throws InterruptedException {
        long begin = System.nanoTime();
        assertInstanceOf(InterruptedException.class, watch.stop());
        long took = (System.nanoTime() - begin) / 1_000_000;
        assertTrue(took < 1_000, "it took " + took + " ms"); // Half a second, and some for a busy machine.
    }
}
