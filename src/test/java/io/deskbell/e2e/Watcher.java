package io.deskbell.e2e;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A watcher with nothing in common with the companion's own, so that the bench can be judged without it.
 *
 * <p>Subscribes once over UDP, logs in with MD5, answers every NOTIFY and keeps it as it came.
 */
final class Watcher implements AutoCloseable {
    private static final int LARGEST_DATAGRAM = 65_535;

    private final Kamailio pbx;
    private final String user;
    private final String watched;
    private final DatagramSocket socket;
    private final long began = System.nanoTime();
    private final Transcript<String> answers = new Transcript<>();
    private final Transcript<Notification> notifications = new Transcript<>();

    private Watcher(Kamailio pbx, String user, String watched, DatagramSocket socket) {
        this.pbx = pbx;
        this.user = user;
        this.watched = watched;
        this.socket = socket;
        Thread.ofVirtual().name("watcher of " + watched).start(this::receive);
    }

    /** Watching when this returns. */
    static Watcher of(Kamailio pbx, String user, String watched) throws IOException, InterruptedException {
        DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Watcher watcher = new Watcher(pbx, user, watched, socket);
        watcher.send(watcher.subscribe(1, Optional.empty()));
        String challenge = watcher.answers.await("challenge", answer -> answer.contains(" 407 "));
        watcher.send(watcher.subscribe(2, Optional.of(challenge)));
        watcher.answers.await("accepted subscription", answer -> answer.matches("(?s)SIP/2.0 20[02] .*"));
        watcher.notifications.await("first notification", any -> true);
        return watcher;
    }

    Transcript<Notification> notifications() {
        return notifications;
    }

    /** The next notification that shows this dialog, as {@link Notification#dialogs()} words it. */
    void await(String dialog) throws InterruptedException {
        notifications.await(dialog, notification -> notification.dialogs().contains(dialog));
    }

    /** What the line went through, repeats left out. */
    List<List<String>> story() {
        List<List<String>> all = notifications.all().stream().map(Notification::dialogs).toList();
        return IntStream.range(0, all.size())
                .filter(i -> i == 0 || !all.get(i).equals(all.get(i - 1))).mapToObj(all::get).toList();
    }

    @Override
    public void close() {
        socket.close();
    }

    private void receive() {
        byte[] buffer = new byte[LARGEST_DATAGRAM];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                take(new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8));
            } catch (SocketException closed) {
                return;
            } catch (IOException failed) {
                answers.add("watcher: " + failed.getMessage());
            }
        }
    }

    private void take(String message) throws IOException {
        if (message.startsWith("SIP/2.0")) {
            answers.add(message);
            return;
        }
        String copied = message.lines().takeWhile(line -> !line.isEmpty())
                .filter(line -> line.matches("(?i)(Via|From|To|Call-ID|CSeq):.*"))
                .reduce("", (all, line) -> all + line + "\r\n");
        send("SIP/2.0 200 OK\r\n" + copied + "Content-Length: 0\r\n\r\n");
        Duration after = Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        notifications.add(new Notification(after, message));
    }

    private void send(String message) throws IOException {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), pbx.port()));
    }

    private String subscribe(int sequence, Optional<String> challenge) {
        String uri = "sip:" + watched + "@" + Kamailio.DOMAIN;
        String here = "127.0.0.1:" + socket.getLocalPort();
        String login = challenge.map(text -> "Proxy-Authorization: " + credentials(text, uri) + "\r\n").orElse("");
        return "SUBSCRIBE " + uri + " SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP " + here + ";branch=z9hG4bK" + watched + sequence + ";rport\r\n"
                + "From: <sip:" + user + "@" + Kamailio.DOMAIN + ">;tag=" + here.hashCode() + "\r\n"
                + "To: <" + uri + ">\r\nCall-ID: watcher-" + here.hashCode() + "\r\n"
                + "CSeq: " + sequence + " SUBSCRIBE\r\nContact: <sip:" + user + "@" + here + ">\r\n"
                + "Max-Forwards: 70\r\nEvent: dialog\r\nAccept: application/dialog-info+xml\r\nExpires: 600\r\n"
                + login + "Content-Length: 0\r\n\r\n";
    }

    /** RFC 2617 section 3.2.2, with qop=auth. */
    private String credentials(String challenge, String uri) {
        String realm = parameter(challenge, "realm");
        String nonce = parameter(challenge, "nonce");
        String secret = md5(user + ":" + realm + ":pw" + user);
        String response = md5(secret + ":" + nonce + ":00000001:bench:auth:" + md5("SUBSCRIBE:" + uri));
        return "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", ".formatted(user, realm, nonce, uri)
                + "qop=auth, nc=00000001, cnonce=\"bench\", response=\"" + response + "\"";
    }

    private static String parameter(String challenge, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
        if (!matcher.find()) throw new AssertionError("no " + name + " in " + challenge);
        return matcher.group(1);
    }

    private static String md5(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }
}
