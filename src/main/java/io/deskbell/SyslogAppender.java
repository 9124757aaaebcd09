package io.deskbell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Sends lines to a syslog server: RFC 5424 in UDP datagrams (RFC 5426), the id as MSGID. A thread of its own sends, so
 * that nobody waits for a name to be looked up; what cannot be sent is lost, as is the way of syslog over UDP.
 */
final class SyslogAppender extends AppenderBase<ILoggingEvent> {
    /** RFC 5426 §3.2: every receiver takes 480 octets over IPv4, and should take 2,048. */
    private static final int MOST_BYTES = 2_048;
    private static final int MOST_WAITING = 1_000;
    private static final int USER_LEVEL = 1; // The facility, RFC 5424 §6.2.1.
    private static final String UTF8_FOLLOWS = "\uFEFF"; // RFC 5424 §6.4.

    private final InetSocketAddress server;
    private final LogLine line;
    private final BlockingQueue<Told> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread sender = Thread.ofVirtual().name("syslog").unstarted(this::send);

    /** A line while nobody knows yet what this computer is called. */
    private record Told(int severity, Instant at, String id, String words) {
        byte[] from(String host) {
            String text = "<%d>1 %s %s deskbell %d %s - %s%s".formatted(USER_LEVEL * 8 + severity,
                    at.truncatedTo(ChronoUnit.MILLIS), host, ProcessHandle.current().pid(), id, UTF8_FOLLOWS, words);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return bytes.length > MOST_BYTES ? Arrays.copyOf(bytes, MOST_BYTES) : bytes;
        }
    }

    /** @param server not resolved: that is done for each connection anew */
    SyslogAppender(InetSocketAddress server, LogLine line) {
        this.server = server;
        this.line = line;
    }

    InetSocketAddress server() {
        return server;
    }

    @Override
    public void start() {
        super.start();
        sender.start();
    }

    @Override
    public void stop() {
        super.stop();
        sender.interrupt();
    }

    @Override
    protected void append(ILoggingEvent event) {
        boolean room = waiting.offer(new Told(severity(event.getLevel()), Instant.ofEpochMilli(event.getTimeStamp()),
                line.id(event), line.words(event).replaceAll("\\s*\\R\\s*", " / ")));
        if (!room) waiting.poll(); // The oldest gives way; the next one finds room.
    }

    /** RFC 5424 §6.2.1, table 2. */
    private static int severity(Level level) {
        return switch (level.toInt()) {
            case Level.ERROR_INT -> 3;
            case Level.WARN_INT -> 4;
            case Level.INFO_INT -> 6;
            default -> 7;
        };
    }

    private void send() {
        String host = hostName();
        try (DatagramSocket socket = new DatagramSocket()) {
            while (true) {
                byte[] next = waiting.take().from(host);
                try {
                    InetSocketAddress now = new InetSocketAddress(server.getHostString(), server.getPort());
                    if (!now.isUnresolved()) socket.send(new DatagramPacket(next, next.length, now));
                } catch (IOException lost) {
                    addInfo("syslog takes nothing now"); // Logging it would go round in circles.
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException noSocket) {
            addWarn("no socket for syslog", noSocket);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^!-~]", "");
        } catch (UnknownHostException nameless) {
            return "-"; // RFC 5424 §6.2.4, NILVALUE.
        }
    }
}
