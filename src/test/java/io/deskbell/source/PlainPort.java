package io.deskbell.source;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A web server's port without TLS: to whoever comes with TLS it answers in plain words at once, as servers do. */
public final class PlainPort implements Closeable {
    private final ServerSocket port;

    private PlainPort(ServerSocket port) {
        this.port = port;
    }

    public static PlainPort open() throws IOException {
        PlainPort plain = new PlainPort(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().name("plain port").start(plain::answer);
        return plain;
    }

    /** Its address, as whoever takes it for a secure one writes it. */
    public String url() {
        return "https://127.0.0.1:" + port.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        port.close();
    }

    private void answer() {
        while (!port.isClosed()) {
            try (Socket caller = port.accept()) {
                if (caller.getInputStream().read() < 0) continue;
                caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                caller.shutdownOutput();
                caller.getInputStream().readAllBytes(); // Else what was not read cuts the answer off.
            } catch (IOException gone) {
                continue;
            }
        }
    }
}
