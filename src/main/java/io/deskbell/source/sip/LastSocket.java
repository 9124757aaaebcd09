package io.deskbell.source.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Plain sockets for a client that does not tell by which of this computer's addresses it is connected. */
final class LastSocket extends SocketFactory {
    private volatile Socket last = new Socket();

    /** Of the socket that was made last. */
    InetSocketAddress local() {
        return last.getLocalSocketAddress() instanceof InetSocketAddress local ? local : new InetSocketAddress(0);
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket made = new Socket();
        made.setTcpNoDelay(true);
        last = made;
        return made;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("made to be connected by the client");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(host.getHostAddress(), port);
    }
}
