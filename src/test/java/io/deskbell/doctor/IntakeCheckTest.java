package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.IntakeSettings;
import io.deskbell.config.Secret;
import io.deskbell.source.intake.Proof;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IntakeCheckTest {
    private static final Secret TOKEN = new Secret("0123456789abcdef");
    private static final Finding HERE_ONLY = Finding.note("intake",
            "reached from this computer only; for a desk phone set [intake] bind");

    private final CompletableFuture<String> asked = new CompletableFuture<>();

    @Test
    void aDeskbellThatListensSaysWhenAPhoneWasLastHeard() throws Exception {
        try (ServerSocket door = answering(nonce -> "HTTP/1.1 200 OK\r\n\r\n" + Proof.of(TOKEN, nonce)
                + " last event: none since the start\n")) {
            int port = door.getLocalPort();
            assertEquals(List.of(Finding.well("intake", "listening on port " + port
                    + ", last event: none since the start"), HERE_ONLY),
                    new IntakeCheck(settings(port, "127.0.0.1")).look());
        }
        assertTrue(asked.join().startsWith("GET /status/"), asked.join());
    }

    @Test
    void anotherProgramAtThePortIsSaidAndNotToldTheToken() throws Exception {
        for (String answer : List.of("HTTP/1.1 200 OK\r\n\r\nlast event: just now", "SSH-2.0\r\n", "")) {
            try (ServerSocket door = answering(nonce -> answer)) {
                String words = new IntakeCheck(settings(door.getLocalPort(), "127.0.0.1")).look().getFirst().words();
                assertTrue(words.contains("is another program's, or a Deskbell's with another token"), words);
            }
            assertFalse(asked.join().contains(TOKEN.reveal()));
        }
    }

    @Test
    void aFreePortIsWellWhileDeskbellDoesNotRun() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertEquals(Finding.well("intake", "port " + port + " is free; Deskbell does not run now"),
                new IntakeCheck(settings(port, "127.0.0.1")).look().getFirst());
        assertEquals(Finding.note("intake", "desk phones reach it if no firewall blocks port " + port),
                new IntakeCheck(settings(port, "0.0.0.0")).look().get(1));
    }

    private static IntakeSettings settings(int port, String bind) {
        return new IntakeSettings(port, bind, TOKEN, List.of());
    }

    private ServerSocket answering(UnaryOperator<String> answer) throws IOException {
        ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try (Socket visitor = door.accept()) {
                String line = new BufferedReader(new InputStreamReader(visitor.getInputStream(),
                        StandardCharsets.US_ASCII)).readLine();
                asked.complete(line);
                String nonce = line.split("[ /]")[3];
                visitor.getOutputStream().write(answer.apply(nonce).getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                asked.completeExceptionally(gone);
            }
        });
        return door;
    }
}
