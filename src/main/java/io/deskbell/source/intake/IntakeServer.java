package io.deskbell.source.intake;

import io.deskbell.config.IntakeSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listener: {@code /{token}/{profile}?name=value...} by GET, or posted. Each connection has a virtual thread, a
 * deadline for each request and a place; when all places are taken, those who knock wait outside.
 */
final class IntakeServer implements AutoCloseable {
    static final int PLACES = 200;
    private static final Logger LOG = LoggerFactory.getLogger(IntakeServer.class);
    private static final int WAITING_OUTSIDE = 200;

    private final ServerSocket door;
    private final Gate gate;
    private final IntakeSource source;
    private final Semaphore places = new Semaphore(PLACES);
    private final Set<Socket> inside = ConcurrentHashMap.newKeySet();

    private IntakeServer(ServerSocket door, Gate gate, IntakeSource source) {
        this.door = door;
        this.gate = gate;
        this.source = source;
    }

    static IntakeServer open(IntakeSettings settings, IntakeSource source) throws IOException {
        ServerSocket door = new ServerSocket();
        try {
            door.setReuseAddress(!System.getProperty("os.name").startsWith("Windows"));
            door.bind(new InetSocketAddress(InetAddress.getByName(settings.bind()), settings.port()), WAITING_OUTSIDE);
        } catch (IOException unbound) {
            door.close();
            throw unbound;
        }
        return new IntakeServer(door, new Gate(settings, System::nanoTime), source);
    }

    void start() {
        Thread.ofVirtual().name("intake-door").start(this::accept);
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : inside) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                places.acquire();
                Socket visitor = door.accept();
                inside.add(visitor);
                Thread.ofVirtual().name("intake").start(() -> attend(visitor));
            }
        } catch (IOException closed) {
            LOG.debug("the intake is closed");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void attend(Socket visitor) {
        try (visitor) {
            visitor.setTcpNoDelay(true);
            if (gate.letsIn(visitor.getInetAddress())) talk(visitor);
        } catch (SocketException gone) {
            LOG.debug("a visitor left");
        } catch (IOException unheard) {
            LOG.debug("a visitor was not heard to the end: {}", unheard.getClass().getSimpleName());
        } finally {
            inside.remove(visitor);
            places.release();
        }
    }

    private void talk(Socket visitor) throws IOException {
        Patience patience = new Patience(visitor);
        InputStream in = new BufferedInputStream(patience, 2_048);
        while (true) {
            try {
                patience.begin();
                Optional<HttpRequest> request = HttpRequest.read(in);
                if (request.isEmpty()) return;
                if (isAnotherDevice(visitor.getInetAddress(), visitor.getLocalAddress())) source.wasReached();
                Answer answer = answer(request.get(), visitor.getInetAddress());
                write(visitor, answer, request.get().keepsOpen());
                if (!request.get().keepsOpen()) return;
            } catch (HttpRequest.RefusedException refused) {
                write(visitor, new Answer(refused.status(), "refused"), false);
                return;
            }
        }
    }

    /** This computer may call itself by any of its addresses; then both ends are the same. */
    static boolean isAnotherDevice(InetAddress theirs, InetAddress ours) {
        return !theirs.isLoopbackAddress() && !theirs.equals(ours);
    }

    private Answer answer(HttpRequest request, InetAddress from) {
        if (!gate.hasRoom()) return new Answer(429, "too many requests");
        int refusal = gate.refusal(request);
        if (refusal != 0) return new Answer(refusal, "refused");
        Optional<Hook> hook = Hook.of(request, from).filter(told -> gate.isToken(told.token()));
        if (hook.isEmpty()) return new Answer(404, "not found");
        if (hook.get().profile().equals("status")) return new Answer(200, source.status());
        Answer answer = source.take(request, hook.get(), from);
        if (!answer.isTaken()) LOG.warn("not taken from {}: {}", from.getHostAddress(), answer.words());
        return answer;
    }

    /** Phones show what they are told, so one that is taken is told nothing. */
    private static void write(Socket visitor, Answer answer, boolean stays) throws IOException {
        String body = answer.equals(Answer.TAKEN) ? "" : answer.words() + "\n";
        String head = "HTTP/1.1 " + answer.status() + (answer.isTaken() ? " OK" : " Refused")
                + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nCache-Control: no-store\r\nConnection: "
                + (stays ? "keep-alive" : "close") + "\r\n\r\n";
        visitor.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the reading of one request after ten seconds, however slowly its bytes drip in. */
    private static final class Patience extends InputStream {
        private static final long LONGEST_NANOS = 10_000_000_000L;
        private final Socket visitor;
        private long deadline;

        Patience(Socket visitor) {
            this.visitor = visitor;
        }

        void begin() {
            deadline = System.nanoTime() + LONGEST_NANOS;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0) throw new HttpRequest.RefusedException(408);
            visitor.setSoTimeout((int) millis);
            return visitor.getInputStream().read(into, from, most);
        }
    }
}
