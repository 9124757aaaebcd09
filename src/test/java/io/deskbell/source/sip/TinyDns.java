package io.deskbell.source.sip;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A name server on loopback that knows service records only (RFC 1035 §4, RFC 2782). */
final class TinyDns implements AutoCloseable {
    private static final int SRV = 33;
    private static final int HEADER = 12;

    private final DatagramSocket socket;
    private final Map<String, List<ServerNames.Service>> records;

    TinyDns(Map<String, List<ServerNames.Service>> records) throws IOException {
        this.socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"));
        this.records = records;
        Thread.ofVirtual().start(this::serve);
    }

    String provider() {
        return "dns://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        byte[] room = new byte[512];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(room, room.length);
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(room, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private byte[] answer(byte[] question) throws IOException {
        int end = HEADER;
        StringBuilder name = new StringBuilder();
        while (question[end] != 0) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(question, end + 1, question[end], StandardCharsets.US_ASCII));
            end += question[end] + 1;
        }
        int type = ByteBuffer.wrap(question).getShort(end + 1);
        List<ServerNames.Service> found = type == SRV ? records.getOrDefault(name.toString(), List.of()) : List.of();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(question, 0, 2);
        out.writeShort(found.isEmpty() ? 0x8583 : 0x8580); // An answer with authority; none: no such name.
        out.writeShort(1);
        out.writeShort(found.size());
        out.writeInt(0);
        out.write(question, HEADER, end + 5 - HEADER);
        for (ServerNames.Service service : found) write(out, service);
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, ServerNames.Service service) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        for (String label : service.host().split("\\.")) {
            if (label.isEmpty()) continue; // The root, which means: not offered.
            target.write(label.length());
            target.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        target.write(0);
        out.writeShort(0xc000 | HEADER); // The name of the question.
        out.writeShort(SRV);
        out.writeShort(1);
        out.writeInt(60);
        out.writeShort(6 + target.size());
        out.writeShort(service.priority());
        out.writeShort(service.weight());
        out.writeShort(service.port());
        out.write(target.toByteArray());
    }
}
