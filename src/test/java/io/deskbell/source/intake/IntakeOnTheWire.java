package io.deskbell.source.intake;

import io.deskbell.call.CallReport;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.IntakeSettings;
import io.deskbell.config.Secret;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real intake on a real port, and phones of every make that speak to it over sockets. */
final class IntakeOnTheWire implements AutoCloseable {
    static final String TOKEN = "0123456789abcdef";

    private final BlockingQueue<CallReport> reports = new LinkedBlockingQueue<>();
    private final int port;
    private final Thread watching;

    private IntakeOnTheWire(int port, IntakeSource source, CountDownLatch up) {
        this.port = port;
        this.watching = Thread.ofVirtual().start(() -> watch(source, up));
    }

    static IntakeOnTheWire open() throws IOException, InterruptedException {
        return open(Tape.NONE);
    }

    static IntakeOnTheWire open(Tape tape) throws IOException, InterruptedException {
        return open(tape, Duration.ofSeconds(10));
    }

    static IntakeOnTheWire patient(Duration longest) throws IOException, InterruptedException {
        return open(Tape.NONE, longest);
    }

    private static IntakeOnTheWire open(Tape tape, Duration longest) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        NumberPlan plan = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));
        IntakeSource source = new IntakeSource(new IntakeSettings(port, "127.0.0.1", new Secret(TOKEN), List.of()),
                new Profiles("201"), plan, Clock.systemUTC(), tape, longest);
        CountDownLatch up = new CountDownLatch(1);
        IntakeOnTheWire intake = new IntakeOnTheWire(port, source, up);
        if (!up.await(10, TimeUnit.SECONDS)) throw new IOException("the intake did not come up");
        return intake;
    }

    int port() {
        return port;
    }

    CallReport next() throws InterruptedException {
        CallReport report = reports.poll(10, TimeUnit.SECONDS);
        if (report == null) throw new AssertionError("no report within 10 s");
        return report;
    }

    boolean saysNothing() {
        return reports.isEmpty();
    }

    /** What comes back for these bytes until the other side closes; "" when it closes without a word. */
    String says(String request) throws IOException {
        try (Socket phone = new Socket(InetAddress.getLoopbackAddress(), port)) {
            phone.setSoTimeout(10_000);
            phone.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(phone.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException unheard) { // It closed with the request unread.
            return "";
        }
    }

    /** As most phones ask: one request a connection. */
    int get(String profile, String query) throws IOException {
        return status(says("GET /" + TOKEN + "/" + profile + "?" + query + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nConnection: close\r\n\r\n"));
    }

    int post(String profile, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return status(says("POST /" + TOKEN + "/" + profile + " HTTP/1.1\r\nHost: 127.0.0.1:" + port
                + "\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n" + body));
    }

    static int status(String answer) {
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ")[1]);
    }

    private void watch(IntakeSource source, CountDownLatch up) {
        try {
            source.watch(new PhoneListener() {
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
            });
        } catch (IOException unopened) {
            throw new UncheckedIOException(unopened);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watching.interrupt();
        try {
            watching.join(Duration.ofSeconds(5));
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
