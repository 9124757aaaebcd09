package io.deskbell.source.sip;

import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection, plain or TLS. When it ends, the mailbox hears of it once. */
final class StreamTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(StreamTransport.class);

    private final TransportKind kind;
    private final Socket socket;
    private final Mailbox mailbox;

    private StreamTransport(TransportKind kind, Socket socket, Mailbox mailbox) {
        this.kind = kind;
        this.socket = socket;
        this.mailbox = mailbox;
    }

    /** @param connected is closed with the transport */
    static StreamTransport over(TransportKind kind, Socket connected, Mailbox mailbox) {
        StreamTransport transport = new StreamTransport(kind, connected, mailbox);
        Thread.ofVirtual().name("sip-" + kind + "-reader").start(transport::read);
        return transport;
    }

    @Override
    public TransportKind kind() {
        return kind;
    }

    @Override
    public InetSocketAddress local() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void send(byte[] bytes, InetSocketAddress to) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            LOG.debug("Closing the connection failed: {}", alreadyGone.getMessage());
        }
    }

    private void read() {
        try {
            mailbox.put(new Mailbox.ConnectionLost(readToTheEnd()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Exception fault) {
            LOG.error("The connection could not be read for a fault in the program", fault);
            mailbox.offer(new Mailbox.ConnectionLost(SipReason.FAULT.of()));
        } finally {
            close();
        }
    }

    /** Returns why it ended. */
    private Reason readToTheEnd() throws InterruptedException {
        InetSocketAddress from = (InetSocketAddress) socket.getRemoteSocketAddress();
        StreamFraming framing = new StreamFraming();
        byte[] bytes = new byte[16 * 1024];
        try {
            InputStream in = socket.getInputStream();
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                for (SipMessage message : framing.feed(bytes, length)) {
                    mailbox.put(new Mailbox.Received(message, from));
                }
            }
            return SipReason.CLOSED.of();
        } catch (SipParseException unreadable) {
            return SipReason.NO_SIP.of(String.valueOf(unreadable.getMessage()));
        } catch (IOException failed) {
            return LineLostException.reasonOf(failed);
        }
    }
}
