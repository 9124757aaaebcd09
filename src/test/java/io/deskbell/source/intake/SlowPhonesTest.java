package io.deskbell.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Who speaks slowly, or not at all, keeps nobody else from speaking (Slowloris). */
@Timeout(60)
class SlowPhonesTest {
    @Test
    void dripsDoNotDrawARequestOut() throws Exception {
        AtomicLong nanos = new AtomicLong();
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket phone = new Socket(door.getInetAddress(), door.getLocalPort()); Socket visitor = door.accept()) {
            Patience patience = new Patience(visitor, Duration.ofSeconds(10), nanos::get);
            phone.getOutputStream().write("GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII));
            patience.begin();
            for (char c : "GET".toCharArray()) {
                assertEquals(c, patience.read());
                nanos.addAndGet(4_000_000_000L);
            }
            assertEquals(Refusal.SLOW, assertThrows(HttpRequest.RefusedException.class, patience::read).why());
            patience.begin();
            assertEquals(' ', patience.read());
        }
    }

    @Test
    void whoSaysNothingMoreIsLeftThere() throws Exception {
        try (IntakeOnTheWire intake = IntakeOnTheWire.patient(Duration.ofMillis(100))) {
            assertEquals("", intake.says("GET /" + IntakeOnTheWire.TOKEN + "/generic?ev"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX) // Elsewhere 127.0.0.2 is no address of the computer's.
    void oneThatTakesAllPlacesKeepsNobodyElseOut() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try (IntakeOnTheWire intake = IntakeOnTheWire.open()) {
            for (int i = 0; i < IntakeServer.PLACES_OF_ONE; i++) {
                silent.add(new Socket(InetAddress.getLoopbackAddress(), intake.port()));
            }
            assertEquals("", intake.says("GET / HTTP/1.0\r\n\r\n"), "one more of the same is not heard");
            InetAddress other = InetAddress.getByName("127.0.0.2");
            try (Socket phone = new Socket(InetAddress.getLoopbackAddress(), intake.port(), other, 0)) {
                phone.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                String answer = new String(phone.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                assertTrue(answer.startsWith("HTTP/1.1 404"), answer);
            }
        } finally {
            for (Socket one : silent) close(one);
        }
    }

    private static void close(Socket socket) throws IOException {
        socket.close();
    }
}
