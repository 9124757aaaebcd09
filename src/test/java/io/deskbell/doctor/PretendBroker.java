package io.deskbell.doctor;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * As much of an MQTT 5 broker as a check needs (OASIS MQTT 5.0, chapter 3): it lets one in, takes subscriptions, and
 * says back what is published, before it acknowledges it, so that nobody has to wait for it.
 */
final class PretendBroker implements Closeable {
    private static final int NOT_AUTHORIZED = 0x87;

    private final ServerSocket door;
    private final Set<String> forbidden = ConcurrentHashMap.newKeySet();
    private volatile boolean letsIn = true;
    private volatile boolean tellsBack = true;

    PretendBroker() throws IOException {
        door = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().name("pretend-broker").start(this::attend);
    }

    int port() {
        return door.getLocalPort();
    }

    void refusesLogins() {
        letsIn = false;
    }

    void saysNothingBack() {
        tellsBack = false;
    }

    /** A filter that may not be read, or a topic that may not be written. */
    void forbids(String topic) {
        forbidden.add(topic);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void attend() {
        while (!door.isClosed()) {
            try (Socket visitor = door.accept()) {
                converse(new DataInputStream(visitor.getInputStream()), visitor.getOutputStream());
            } catch (IOException gone) {
                continue; // The visitor, or this broker.
            }
        }
    }

    private void converse(DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            int head = in.read();
            if (head < 0) throw new EOFException();
            ByteBuffer packet = ByteBuffer.wrap(in.readNBytes(length(in)));
            switch (head >> 4) {
                case 1 -> send(out, 0x20, new byte[] {0, (byte) (letsIn ? 0 : NOT_AUTHORIZED), 0});
                case 3 -> published(packet, out);
                case 8 -> subscribed(packet, out);
                case 12 -> send(out, 0xD0, new byte[0]);
                default -> {
                    return; // DISCONNECT
                }
            }
        }
    }

    private void published(ByteBuffer packet, OutputStream out) throws IOException {
        String topic = text(packet);
        short id = packet.getShort();
        skipProperties(packet);
        boolean refused = forbidden.contains(topic);
        if (tellsBack && !refused) {
            byte[] name = topic.getBytes(StandardCharsets.UTF_8);
            send(out, 0x30, ByteBuffer.allocate(3 + name.length + packet.remaining()).putShort((short) name.length)
                    .put(name).put((byte) 0).put(packet).array());
        }
        send(out, 0x40, ByteBuffer.allocate(3).putShort(id).put((byte) (refused ? NOT_AUTHORIZED : 0)).array());
    }

    private void subscribed(ByteBuffer packet, OutputStream out) throws IOException {
        short id = packet.getShort();
        skipProperties(packet);
        boolean refused = forbidden.contains(text(packet));
        send(out, 0x90, ByteBuffer.allocate(4).putShort(id).put((byte) 0)
                .put((byte) (refused ? NOT_AUTHORIZED : 0)).array());
    }

    /** All packets here are shorter than 128 octets. */
    private static void send(OutputStream out, int head, byte[] body) throws IOException {
        out.write(ByteBuffer.allocate(2 + body.length).put((byte) head).put((byte) body.length).put(body).array());
    }

    /** Variable byte integer, 1.5.5. */
    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        for (int shift = 0; ; shift += 7) {
            int octet = in.readUnsignedByte();
            length |= (octet & 0x7F) << shift;
            if (octet < 0x80) return length;
        }
    }

    private static void skipProperties(ByteBuffer packet) {
        int properties = packet.get();
        packet.position(packet.position() + properties);
    }

    private static String text(ByteBuffer packet) {
        byte[] text = new byte[packet.getShort()];
        packet.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
