package io.deskbell.source.sip;

import java.io.IOException;
import java.net.InetSocketAddress;

/** An open way to the server. What comes in goes to the mailbox it was opened with. Any thread may close it. */
interface Transport extends AutoCloseable {
    TransportKind kind();

    InetSocketAddress local();

    /** @param to heeded over UDP; a connection has one other end */
    void send(byte[] bytes, InetSocketAddress to) throws IOException;

    @Override
    void close();
}
