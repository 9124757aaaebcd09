package io.deskbell.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** Publishes the presence of one line (RFC 3903) as a telephone system that knows its phones would. */
final class PresenceAgent implements Closeable {
    private static final int PATIENCE_MILLIS = 5_000;

    private final Kamailio pbx;
    private final String user;
    private final DatagramSocket socket;
    private String entityTag = "";
    private int sent;

    PresenceAgent(Kamailio pbx, String user) throws IOException {
        this.pbx = pbx;
        this.user = user;
        this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** @param note "Ringing", "On the phone"; empty for idle */
    void publish(String note) throws IOException {
        String said = note.isEmpty() ? "" : "<note>" + note + "</note>";
        String body = "<?xml version=\"1.0\"?>\r\n<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" entity=\"sip:" + user
                + "@" + Kamailio.DOMAIN + "\"><tuple id=\"t\"><status><basic>open</basic></status></tuple>" + said
                + "</presence>";
        String answer = exchange(request(body));
        if (!answer.startsWith("SIP/2.0 200")) throw new IOException("not published: " + answer);
        entityTag = answer.lines().filter(line -> line.startsWith("SIP-ETag:")).findFirst()
                .map(line -> line.substring("SIP-ETag:".length()).strip()).orElse("");
    }

    private String request(String body) {
        String uri = "sip:" + user + "@" + Kamailio.DOMAIN;
        String here = "127.0.0.1:" + socket.getLocalPort();
        sent++;
        return String.join("\r\n", "PUBLISH " + uri + " SIP/2.0",
                "Via: SIP/2.0/UDP " + here + ";branch=z9hG4bKpub" + sent + ";rport", "From: <" + uri + ">;tag=p" + sent,
                "To: <" + uri + ">", "Call-ID: publish-" + here, "CSeq: " + sent + " PUBLISH", "Max-Forwards: 70",
                "Event: presence", "Expires: 600", "Content-Type: application/pidf+xml",
                (entityTag.isEmpty() ? "" : "SIP-If-Match: " + entityTag + "\r\n") + "Content-Length: " + body.length(),
                "", body);
    }

    private String exchange(String request) throws IOException {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), pbx.port()));
        byte[] room = new byte[4_000];
        DatagramPacket packet = new DatagramPacket(room, room.length);
        socket.receive(packet);
        return new String(room, 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        socket.close();
    }
}
