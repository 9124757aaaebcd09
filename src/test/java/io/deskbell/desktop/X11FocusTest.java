package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.deskbell.desktop.WindowFocus.NotPossible;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that are no X servers; with a real one it is tried in {@link WindowFocusIT}. */
@Timeout(60)
class X11FocusTest {
    private static final List<String> TITLES = List.of("Agent Inbox");
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(20); // An answer is coming.

    @Test
    void withoutADisplayItIsNotPossible() {
        Map<String, String> wayland = Map.of("WAYLAND_DISPLAY", "wayland-0");
        Machine machine = new Machine(OperatingSystem.LINUX, wayland, Path.of("/"), false);
        assertEquals(new NotPossible("there is no X display; Wayland lets no program do this"),
                new X11Focus(machine).bringToFront(TITLES));
    }

    @Test
    void aServerThatIsNotThereIsSaidInWords() throws IOException {
        Machine machine = new Machine(OperatingSystem.LINUX, Map.of("DISPLAY", ":9999"), Path.of("/none"), false);
        assertInstanceOf(NotPossible.class, new X11Focus(machine).bringToFront(TITLES));
    }

    @Test
    void aServerThatSaysNothingIsWaitedForShortly() throws IOException {
        assertEquals(new NotPossible("the window manager could not be asked: the X server takes too long"),
                answering(new byte[0], SHORT));
    }

    @Test
    void aServerThatRefusesIsSaidInWords() throws IOException {
        byte[] refusal = {0, 3, 11, 0, 0, 0, 6, 0, 'n', 'o', '!', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0};
        assertEquals(new NotPossible("the window manager could not be asked: the X server does not let us in"),
                answering(refusal, LONG));
    }

    @Test
    void nonsenseIsNotPossibleAndNothingWorse() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < 20; i++) {
            byte[] nonsense = new byte[2_000];
            random.nextBytes(nonsense);
            if (i % 2 == 0) { // Let in, then told nonsense.
                ByteBuffer.wrap(nonsense).put(new byte[] {1, 0, 11, 0, 0, 0, 10, 0}).put(new byte[40]);
            }
            assertInstanceOf(NotPossible.class, answering(nonsense, SHORT), "round " + i);
        }
    }

    private static WindowFocus.Outcome answering(byte[] bytes, Duration patience) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answer(server, bytes));
            return new X11Focus(server.getLocalSocketAddress(), new byte[16], patience).bringToFront(TITLES);
        }
    }

    private static void answer(ServerSocket server, byte[] bytes) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(bytes);
            socket.getInputStream().readAllBytes();
        } catch (IOException hungUp) {
            // The asker has had enough.
        }
    }
}
