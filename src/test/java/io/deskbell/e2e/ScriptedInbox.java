package io.deskbell.e2e;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * An Agent Inbox that accepts everything, unless told to answer otherwise or to be away.
 *
 * <p>Keeps what it accepted. {@link #received()} is what the tests compare, as a whole.
 */
final class ScriptedInbox implements Closeable {
    static final String KEY = "e2e-key";

    private static final String REQUEST = "POST /voip/registerevent/" + KEY;

    private static final int ACCEPTED = 201;
    private static final int NOT_FOUND = 404;
    private static final Duration QUIET = Duration.ofSeconds(1);

    private final ObjectMapper json = new ObjectMapper();
    private final Transcript<Registration> registrations = new Transcript<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean holding;
    private HttpServer server;

    static ScriptedInbox start() throws IOException {
        ScriptedInbox inbox = new ScriptedInbox();
        inbox.listen(0);
        return inbox;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The status codes of the next requests; then it is 201 again. */
    void answer(int... codes) {
        for (int code : codes) {
            answers.add(code);
        }
    }

    /** From now on it takes requests and answers none of them. */
    void holdAnswers() {
        holding = true;
    }

    /** Until somebody waits for an answer that is held back. */
    void awaitWaiting() throws InterruptedException {
        boolean waits = asked.await(Transcript.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (!waits) throw new AssertionError("nobody asks");
    }

    /** Nobody listens any more: a connection is refused. */
    void goAway() {
        server.stop(0);
    }

    void comeBack() throws IOException {
        listen(server.getAddress().getPort());
    }

    private void listen(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::take);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    Transcript<Registration> registrations() {
        return registrations;
    }

    /**
     * Waits for so many registrations and then for a moment in which no other comes; returns them all.
     *
     * <p>Calls are named {@code call 1}, {@code call 2} in the order in which they were first heard of.
     */
    List<String> received(int expected, Duration patience) throws InterruptedException {
        registrations.reaches(expected, patience);
        registrations.reaches(expected + 1, QUIET);
        List<String> ids = new ArrayList<>();
        List<String> described = new ArrayList<>();
        for (Registration registration : registrations.all()) {
            if (!ids.contains(registration.id())) ids.add(registration.id());
            described.add(registration.describe("call " + (ids.indexOf(registration.id()) + 1)));
        }
        return described;
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, Object> fields = json.readValue(exchange.getRequestBody(), new TypeReference<>() { });
            if (holding) hold();
            int code = answerTo(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(code, -1);
            if (code == ACCEPTED) registrations.add(new Registration(Instant.now(), fields));
        }
    }

    private void hold() throws IOException {
        asked.countDown();
        try {
            released.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("never answered");
    }

    private int answerTo(String request) {
        if (!request.equals(REQUEST)) return NOT_FOUND;
        Integer scripted = answers.poll();
        return scripted == null ? ACCEPTED : scripted;
    }
}
