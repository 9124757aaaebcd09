package io.deskbell.source.sip;

import io.deskbell.source.LineLostException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Datagrams. The socket is bound to one address, so that Contact is true, and to no peer: a telephone system with
 * several addresses may notify from another than the one we asked.
 */
final class UdpTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(UdpTransport.class);

    private final DatagramSocket socket;
    private final Mailbox mailbox;

    private UdpTransport(DatagramSocket socket, Mailbox mailbox) {
        this.socket = socket;
        this.mailbox = mailbox;
    }

    static UdpTransport open(InetAddress local, Mailbox mailbox) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(local, 0));
        UdpTransport transport = new UdpTransport(socket, mailbox);
        Thread.ofVirtual().name("sip-udp-reader").start(transport::read);
        return transport;
    }

    @Override
    public TransportKind kind() {
        return TransportKind.UDP;
    }

    @Override
    public InetSocketAddress local() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void send(byte[] bytes, InetSocketAddress to) throws IOException {
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    @Override
    public void close() {
        socket.close();
    }

    private void read() {
        DatagramPacket packet = new DatagramPacket(new byte[SipParser.LARGEST_DATAGRAM], SipParser.LARGEST_DATAGRAM);
        while (!socket.isClosed()) {
            try {
                packet.setLength(SipParser.LARGEST_DATAGRAM);
                socket.receive(packet);
                take(packet);
            } catch (IOException failed) {
                if (!socket.isClosed()) mailbox.offer(new Mailbox.ConnectionLost(LineLostException.reasonOf(failed)));
                return;
            } catch (Exception fault) {
                LOG.error("A datagram could not be read for a fault in the program", fault);
            }
        }
    }

    private void take(DatagramPacket packet) {
        byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        if (SipParser.firstLine(bytes, bytes.length) == bytes.length) return; // A keep-alive.
        try {
            InetSocketAddress from = (InetSocketAddress) packet.getSocketAddress();
            mailbox.offer(new Mailbox.Received(SipParser.datagram(bytes), from));
        } catch (SipParseException unreadable) {
            LOG.debug("A datagram of {} octets was left out: {}", bytes.length, unreadable.getMessage());
        }
    }
}
