package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.Reason;
import io.deskbell.config.IntakeSettings;
import io.deskbell.config.Secret;
import io.deskbell.source.intake.Proof;
import io.deskbell.source.intake.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IntakeCheckTest {
    private static final InetAddress LAN = address(new byte[] {(byte) 192, (byte) 168, 1, 20});

    private static final Secret TOKEN = new Secret("rosebud");

    private static final Finding ALL_PRIVATE = PhoneReason.INTAKE_ALLOWS_PRIVATE.well("intake");

    private final CompletableFuture<String> asked = new CompletableFuture<>();
    private ServerSocket door;

    @BeforeEach
    void open() throws IOException {
        door = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    @Test
    void aPortThatAnswersListensAndTheLoopbackIsForThisComputerOnly() {
        answer("HTTP/1.1 200 OK\r\n\r\nlast event: 2026-03-02T09:00:00Z from yealink\n"
                + "reached by another device: never\n");
        assertEquals(List.of(PhoneReason.INTAKE_LISTENS.well("intake", door.getLocalPort(),
                "last event: 2026-03-02T09:00:00Z from yealink"), PhoneReason.INTAKE_LOCAL.note("intake"), ALL_PRIVATE),
                look("127.0.0.1"));
    }

    @Test
    void aPhoneThatGotThroughProvesTheWay() {
        answer("HTTP/1.1 200 OK\r\n\r\nlast event: none since the start\n"
                + "reached by another device: 2026-03-02T09:00:00Z\r\n");
        assertEquals(PhoneReason.INTAKE_REACHED.well("intake", "2026-03-02T09:00:00Z"), look("0.0.0.0").get(1));
    }

    @Test
    void beforeThatItSaysWhatToOpenOnAnotherDevice() {
        answer("HTTP/1.1 200 OK\r\n\r\nlast event: none since the start\nreached by another device: never\n");
        int port = door.getLocalPort();
        assertEquals(PhoneReason.INTAKE_UNPROVEN.note("intake", "http://192.168.1.20:" + port, port),
                look("0.0.0.0", LAN).get(1));
    }

    @Test
    void whoMayTellIsSaidAndThisComputerAlwaysMay() throws IOException {
        door.close();
        Finding allowed = new IntakeCheck(new IntakeSettings(door.getLocalPort(), "127.0.0.1", TOKEN,
                List.of("10.0.0.0/8", "192.168.1.9")), List::of).look().getLast();
        assertEquals("may tell of calls: this computer, and 10.0.0.0/8, 192.168.1.9", allowed.words());
    }

    @Test
    void whoWasRefusedIsTold() {
        answer("HTTP/1.1 200 OK\r\n\r\nlast event: none since the start\nreached by another device: never\n"
                + "last refused: 2026-03-02T09:00:00Z 192.168.1.9 TOKEN\n");
        assertEquals(PhoneReason.INTAKE_REFUSED.note("intake", "2026-03-02T09:00:00Z", "192.168.1.9",
                Reason.of(Refusal.TOKEN)), look("127.0.0.1").getLast());
    }

    @Test
    void aComputerWithoutANetworkIsToldAsThat() {
        answer("HTTP/1.1 200 OK\r\n\r\nlast event: none since the start\n");
        assertEquals(PhoneReason.INTAKE_NO_NETWORK.broken("intake"), look("0.0.0.0").get(1));
    }

    @Test
    void whoAnswersSomethingElseIsAnotherProgram() {
        answer("HTTP/1.1 404 Refused\r\n\r\nnot found\n");
        assertEquals(PhoneReason.INTAKE_ANOTHER.broken("intake", door.getLocalPort()), look("127.0.0.1").getFirst());
    }

    @Test
    void whoDoesNotKnowTheTokenIsNotToldIt() {
        answer("HTTP/1.1 200 OK\r\n\r\nlast event: none since the start\nreached by another device: 2026-03-02\r\n",
                new Secret("guessed"));
        assertEquals(List.of(PhoneReason.INTAKE_ANOTHER.broken("intake", door.getLocalPort()),
                PhoneReason.INTAKE_LOCAL.note("intake"), ALL_PRIVATE), look("127.0.0.1"));
        assertEquals(-1, asked.join().indexOf(TOKEN.reveal()));
    }

    @Test
    void aFreePortWaitsForTheProgram() throws IOException {
        door.close();
        assertEquals(PhoneReason.INTAKE_FREE.well("intake", door.getLocalPort()), look("127.0.0.1").getFirst());
    }

    @Test
    void anAddressThatIsNotThisComputersIsToldAsThat() {
        assertEquals(List.of(PhoneReason.INTAKE_NOT_HERE.broken("intake", "nowhere.invalid")), look("nowhere.invalid"));
    }

    @Test
    void theTokenIsInNoFinding() {
        answer("HTTP/1.1 200 OK\r\n\r\nlast event: none since the start\n");
        assertEquals(-1, look("0.0.0.0", LAN).toString().indexOf("rosebud"));
    }

    private List<Finding> look(String bind, InetAddress... own) {
        return new IntakeCheck(new IntakeSettings(door.getLocalPort(), bind, TOKEN, List.of()),
                () -> List.of(own)).look();
    }

    private void answer(String words) {
        answer(words, TOKEN);
    }

    private void answer(String words, Secret known) {
        Thread.ofVirtual().start(() -> {
            try (Socket visitor = door.accept()) {
                String line = new BufferedReader(new InputStreamReader(visitor.getInputStream(),
                        StandardCharsets.US_ASCII)).readLine();
                asked.complete(line);
                String proof = Proof.of(known, line.split("[ /]")[3]);
                visitor.getOutputStream().write(words.replace("\r\n\r\n", "\r\n\r\n" + proof + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            } catch (IOException closed) {
                return; // Nobody asked.
            }
        });
    }

    private static InetAddress address(byte[] numbers) {
        try {
            return InetAddress.getByAddress(numbers);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
