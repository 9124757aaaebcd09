package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.IntakeSettings;
import io.deskbell.config.Secret;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Tape;
import io.deskbell.source.intake.IntakeSource;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The way of the user's own hooks: no token, and nobody else. */
@Timeout(30)
@DisabledOnOs(OS.WINDOWS)
class EventSocketTest implements PhoneListener {
    @TempDir
    private Path data;

    private final IntakeSource intake = new IntakeSource(
            new IntakeSettings(0, "127.0.0.1", new Secret("0123456789abcdef"), List.of()), "201",
            new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201")), Clock.systemUTC(), Tape.NONE);
    private final BlockingQueue<CallReport> reports = new LinkedBlockingQueue<>();
    private final CountDownLatch up = new CountDownLatch(1);
    private final Thread watching = Thread.ofVirtual().unstarted(this::watch);

    @AfterEach
    void stop() {
        watching.interrupt();
    }

    @Test
    void aHookOfTheUsersIsTakenWithoutAToken() throws Exception {
        watching.start();
        up.await();
        EventSocket socket = EventSocket.open(data, () -> Optional.of(intake)).orElseThrow();
        try (socket) {
            String answer = says("POST /event/microsip HTTP/1.1\r\nHost: deskbell\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 37\r\n\r\n"
                    + "state=ringing&number=%2B31612345678&a");
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertEquals(CallState.RINGING, reports.take().state());

            assertTrue(says("GET /event/microsip?state=hoover HTTP/1.0\r\n\r\n").startsWith("HTTP/1.1 400"));
            assertTrue(says("GET /event HTTP/1.0\r\n\r\n").startsWith("HTTP/1.1 404"));
            assertTrue(Files.exists(EventSocket.file(data)));
        }
        assertFalse(Files.exists(EventSocket.file(data)));
    }

    @Test
    void nobodyElseReachesIt() throws Exception {
        Files.createDirectories(EventSocket.file(data).getParent());
        EventSocket open = EventSocket.open(data, Optional::empty).orElseThrow();
        assertEquals("rwx------", PosixFilePermissions.toString(
                Files.getPosixFilePermissions(EventSocket.file(data).getParent())));
        open.close();
    }

    @Test
    void whatACrashLeftIsReplaced() throws Exception {
        Files.createDirectories(EventSocket.file(data).getParent());
        Files.createFile(EventSocket.file(data));
        EventSocket.open(data, Optional::empty).orElseThrow().close();
    }

    @Test
    void withoutTheIntakeAHookHearsNothingAndAsksTheSlowWay() throws Exception {
        EventSocket open = EventSocket.open(data, Optional::empty).orElseThrow();
        assertEquals("", says("GET /event/generic?state=ringing HTTP/1.0\r\n\r\n"));
        open.close();
    }

    @Test
    void aFolderTooDeepForASocketHasNone() throws Exception {
        Path deep = Files.createDirectories(data.resolve("x".repeat(120)));
        assertEquals(Optional.empty(), EventSocket.open(deep, Optional::empty));
    }

    private String says(String request) throws IOException {
        try (SocketChannel hook = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            hook.connect(UnixDomainSocketAddress.of(EventSocket.file(data)));
            hook.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
            return new String(Channels.newInputStream(hook).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException shut) { // It closed with the request unread.
            return "";
        }
    }

    private void watch() {
        try {
            intake.watch(this);
        } catch (IOException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void watching() {
        up.countDown();
    }

    @Override
    public void report(CallReport report) {
        reports.add(report);
    }

    @Override
    public void snapshot(List<CallReport> all, Instant at) {
        reports.addAll(all);
    }
}
