package io.deskbell.source;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port of the loopback on which nobody listens, and nobody else can begin to. */
public final class ClosedPort implements AutoCloseable {
    private final Socket held = new Socket();

    private ClosedPort() throws IOException {
        held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    public static ClosedPort hold() throws IOException {
        return new ClosedPort();
    }

    public int port() {
        return held.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
