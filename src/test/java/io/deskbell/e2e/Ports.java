package io.deskbell.e2e;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports that nobody uses. The programs of the bench have to be told theirs beforehand. */
final class Ports {
    private static final int TRIES = 100;

    private Ports() {
    }

    /** The first of so many neighbouring ports, free for UDP and TCP alike. */
    static int free(int neighbours) throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int first = anyPort();
            if (areFree(first, neighbours)) return first;
        }
        throw new IOException("no " + neighbours + " free ports next to each other");
    }

    private static int anyPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean areFree(int first, int count) {
        for (int port = first; port < first + count; port++) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            try (ServerSocket stream = new ServerSocket(); DatagramSocket datagram = new DatagramSocket(null)) {
                stream.bind(address);
                datagram.bind(address);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
