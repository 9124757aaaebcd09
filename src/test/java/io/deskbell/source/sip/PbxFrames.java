package io.deskbell.source.sip;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The server's end of one websocket (RFC 6455), as far as SIP needs it. */
final class PbxFrames {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int LAST = 0x80;
    private static final int PIECE = 100;

    private final Socket connection;
    private final DataInputStream in;

    private PbxFrames(Socket connection, DataInputStream in) {
        this.connection = connection;
        this.in = in;
    }

    /** Takes nobody who does not offer SIP (RFC 7118 §4.1). */
    static PbxFrames shakeHands(Socket connection) throws IOException {
        DataInputStream in = new DataInputStream(connection.getInputStream());
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) head.append((char) in.readUnsignedByte());
        boolean sip = field(head, "Sec-WebSocket-Protocol").filter("sip"::equals).isPresent();
        String key = field(head, "Sec-WebSocket-Key").orElse("");
        String answer = sip && head.toString().startsWith("GET /ws HTTP/1.1")
                ? "101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Protocol: sip\r\nSec-WebSocket-Accept: " + accepted(key)
                : "404 Not Found\r\nContent-Length: 0";
        connection.getOutputStream().write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return new PbxFrames(connection, in);
    }

    private static Optional<String> field(CharSequence head, String name) {
        return head.toString().lines().filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2)).findFirst();
    }

    private static String accepted(String key) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IOException(impossible);
        }
    }

    /** The next message; empty when the client has said goodbye. */
    byte[] next() throws IOException {
        while (true) {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte() & 0x7f;
            if (length == 126) length = in.readUnsignedShort();
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            if (payload.length < length) throw new EOFException();
            for (int i = 0; i < length; i++) payload[i] ^= mask[i % 4];
            int kind = first & 0x0f;
            if (kind == CLOSE) {
                frame(LAST | CLOSE, payload);
                return new byte[0];
            }
            if (kind == PING) frame(LAST | PONG, payload);
            else if (kind == TEXT) return payload;
        }
    }

    /** In pieces: a message may come in any number of frames (RFC 6455 §5.4). */
    synchronized void send(byte[] message) throws IOException {
        for (int at = 0; at < message.length; at += PIECE) {
            int end = Math.min(message.length, at + PIECE);
            frame((at == 0 ? TEXT : 0) | (end == message.length ? LAST : 0), Arrays.copyOfRange(message, at, end));
        }
    }

    private synchronized void frame(int first, byte[] payload) throws IOException {
        byte[] frame = new byte[payload.length + 2];
        frame[0] = (byte) first;
        frame[1] = (byte) payload.length;
        System.arraycopy(payload, 0, frame, 2, payload.length);
        OutputStream out = connection.getOutputStream();
        out.write(frame);
    }
}
