package io.deskbell.source.sip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.net.ServerSocketFactory;

/** The network side of the scripted telephone system: real sockets on a port the system chose. */
final class PbxSocket implements AutoCloseable {
    private final AutoCloseable listening;
    private final InetSocketAddress address;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final Semaphore keepAlives;

    private PbxSocket(AutoCloseable listening, InetSocketAddress address, Semaphore keepAlives) {
        this.keepAlives = keepAlives;
        this.listening = listening;
        this.address = address;
    }

    static PbxSocket datagrams(InetAddress local, BiConsumer<SipMessage, PbxPeer> taker) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(local, 0));
        Semaphore keepAlives = new Semaphore(0);
        Thread.ofVirtual().start(() -> read(socket, keepAlives, taker));
        return new PbxSocket(socket, (InetSocketAddress) socket.getLocalSocketAddress(), keepAlives);
    }

    static PbxSocket streams(InetAddress local, ServerSocketFactory factory, BiConsumer<SipMessage, PbxPeer> taker)
            throws IOException {
        ServerSocket socket = factory.createServerSocket(0, 50, local);
        PbxSocket pbx = new PbxSocket(socket, (InetSocketAddress) socket.getLocalSocketAddress(), new Semaphore(0));
        pbx.accept(socket, connection -> pbx.read(connection, taker));
        return pbx;
    }

    /** RFC 7118: what is sent goes out in several frames of a few octets. */
    static PbxSocket websockets(InetAddress local, ServerSocketFactory factory,
                                BiConsumer<SipMessage, PbxPeer> taker) throws IOException {
        ServerSocket socket = factory.createServerSocket(0, 50, local);
        PbxSocket pbx = new PbxSocket(socket, (InetSocketAddress) socket.getLocalSocketAddress(), new Semaphore(0));
        pbx.accept(socket, connection -> pbx.readFrames(connection, taker));
        return pbx;
    }

    InetSocketAddress address() {
        return address;
    }

    /** As when the machine reboots: clients see their connections end. */
    void cutConnections() throws IOException {
        for (Socket connection : connections) connection.close();
        connections.clear();
    }

    /** Empty lines that came. */
    Semaphore keepAlives() {
        return keepAlives;
    }

    int connections() {
        return connections.size();
    }

    @Override
    public void close() throws IOException {
        try {
            listening.close();
        } catch (Exception failed) {
            throw new IOException(failed);
        }
        cutConnections();
    }

    private static void read(DatagramSocket socket, Semaphore keepAlives, BiConsumer<SipMessage, PbxPeer> taker) {
        byte[] room = new byte[SipParser.LARGEST_DATAGRAM];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(room, room.length);
                socket.receive(packet);
                InetSocketAddress from = (InetSocketAddress) packet.getSocketAddress();
                byte[] bytes = Arrays.copyOf(room, packet.getLength());
                if (isKeepAlive(bytes)) {
                    keepAlives.release();
                    continue;
                }
                taker.accept(SipParser.datagram(bytes), out -> socket.send(new DatagramPacket(out, out.length, from)));
            } catch (IOException closed) {
                return;
            } catch (SipParseException broken) {
                throw new IllegalStateException("the user agent sent what is no SIP", broken);
            }
        }
    }

    private static boolean isKeepAlive(byte[] bytes) {
        return SipParser.firstLine(bytes, bytes.length) == bytes.length;
    }

    private void accept(ServerSocket socket, Consumer<Socket> reader) {
        Thread.ofVirtual().start(() -> acceptAll(socket, reader));
    }

    private void acceptAll(ServerSocket socket, Consumer<Socket> reader) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                Thread.ofVirtual().start(() -> reader.accept(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void read(Socket connection, BiConsumer<SipMessage, PbxPeer> taker) {
        StreamFraming framing = new StreamFraming();
        byte[] room = new byte[8192];
        try (InputStream in = connection.getInputStream()) {
            for (int length = in.read(room); length >= 0; length = in.read(room)) {
                boolean begins = length >= 4 && isKeepAlive(Arrays.copyOf(room, 4)); // A request may follow at once.
                if (begins) keepAlives.release();
                for (SipMessage message : framing.feed(room, length)) {
                    taker.accept(message, bytes -> send(connection, bytes));
                }
            }
        } catch (IOException closed) {
            return;
        } catch (SipParseException broken) {
            throw new IllegalStateException("the user agent sent what is no SIP", broken);
        }
    }

    private void readFrames(Socket connection, BiConsumer<SipMessage, PbxPeer> taker) {
        try {
            PbxFrames frames = PbxFrames.shakeHands(connection);
            for (byte[] message = frames.next(); message.length > 0; message = frames.next()) {
                taker.accept(SipParser.datagram(message), frames::send);
            }
        } catch (IOException closed) {
            return;
        } catch (SipParseException broken) {
            throw new IllegalStateException("the user agent sent what is no SIP", broken);
        }
    }

    private static void send(Socket connection, byte[] bytes) {
        try {
            connection.getOutputStream().write(bytes);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
