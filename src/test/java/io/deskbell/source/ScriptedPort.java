package io.deskbell.source;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A phone's own TCP port on the loopback, which says what a test has it say. */
public final class ScriptedPort implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final ServerSocket server;
    private final BlockingQueue<Socket> connections = new LinkedBlockingQueue<>();
    private Socket current;

    private ScriptedPort() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("scripted port").start(this::accept);
    }

    public static ScriptedPort open() throws IOException {
        return new ScriptedPort();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Waits until somebody connects, for the first time or again. */
    public void awaitConnection() throws InterruptedException {
        current = connections.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(current, "nobody connected");
    }

    public void say(String text) throws IOException {
        current.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next characters that came in. */
    public String hear(int count) throws IOException {
        return new String(current.getInputStream().readNBytes(count), StandardCharsets.UTF_8);
    }

    /** As a program that stops, or lets another in. */
    public void hangUp() throws IOException {
        current.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (current != null) current.close();
    }

    private void accept() {
        try {
            while (true) connections.add(server.accept());
        } catch (IOException closed) {
            return;
        }
    }
}
