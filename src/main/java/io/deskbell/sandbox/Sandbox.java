package io.deskbell.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A local Agent Inbox: answers register events and requests to show a customer as the real one is documented to, and
 * shows both on a web page at {@link #address()}. Reachable from this computer only. Everything is kept in
 * bounded memory until stopped.
 */
public final class Sandbox implements AutoCloseable {
    private final Board board = new Board();
    private final Mood mood = new Mood();
    private final Mood showMood = new Mood();
    private final List<Consumer<Received>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sandbox-", 0).factory());
    private final HttpServer server;

    private Sandbox(String apiKey, int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(loopback(), port), 0);
        RegisterEventRoute registerEvent = new RegisterEventRoute(apiKey, mood, this::heard, Clock.systemUTC());
        ShowCustomerRoute showCustomer = new ShowCustomerRoute(apiKey, showMood, board::show, Clock.systemUTC());
        server.createContext("/", new Routes(server.getAddress().getPort(), registerEvent, showCustomer,
                new LiveRoute(board)));
        server.setExecutor(threads);
    }

    /**
     * Starts one that accepts this key.
     *
     * @param port 0 for one the system chooses
     * @throws IOException in words that say what to change, when the port is taken
     */
    public static Sandbox start(String apiKey, int port) throws IOException {
        try {
            Sandbox sandbox = new Sandbox(apiKey, port);
            sandbox.server.start();
            return sandbox;
        } catch (BindException taken) {
            throw new IOException("port " + port + " is taken on this computer; choose another, or 0 for a free one",
                    taken);
        }
    }

    /** What {@code [inbox] api_url} would be; the page is at the same address. No trailing slash. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The latest, oldest first, whatever they were answered. */
    public List<Received> received() {
        return board.received();
    }

    /** Customers that were to be shown, oldest first, whatever was answered. */
    public List<Shown> shown() {
        return board.shown();
    }

    /** The next requests to show a customer get these statuses, one each; after that the truth again. */
    public void answerShowingWith(int... statuses) {
        showMood.answerWith(statuses);
    }

    /** Hears of each event before its sender has the answer. Must not block for long. */
    public void onReceived(Consumer<Received> listener) {
        listeners.add(listener);
    }

    /** Lets the page show a name with this number, as a shop's customer records would. */
    public void introduce(String number, String name) {
        board.introduce(number, name);
    }

    /** The next register events get these statuses, one each; after that the truth again. */
    public void answerWith(int... statuses) {
        mood.answerWith(statuses);
    }

    /** While true, register events get no answer at all: the connection is dropped. */
    public void unavailable(boolean now) {
        mood.unavailable(now);
    }

    public void stop() {
        threads.shutdownNow(); // Ends the open pages' streams, which the server would wait for.
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
    }

    private void heard(Received event) {
        Received remarked = board.take(event);
        listeners.forEach(listener -> listener.accept(remarked));
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1});
    }
}
