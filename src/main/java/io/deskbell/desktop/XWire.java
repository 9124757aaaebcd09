package io.deskbell.desktop;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Bytes to and from the X server, low byte first; whatever takes longer than the patience in all has failed. */
final class XWire implements AutoCloseable {
    private final SocketChannel channel;
    private final Selector selector;
    private final long deadline;

    private XWire(SocketChannel channel, Selector selector, long deadline) {
        this.channel = channel;
        this.selector = selector;
        this.deadline = deadline;
    }

    static XWire open(SocketAddress server, Duration patience) throws IOException {
        SocketChannel channel = server instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
        Selector selector = Selector.open();
        XWire wire = new XWire(channel, selector, System.nanoTime() + patience.toNanos());
        try {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            boolean connected = channel.connect(server);
            while (!connected) {
                wire.await(key, SelectionKey.OP_CONNECT);
                connected = channel.finishConnect();
            }
            return wire;
        } catch (IOException | RuntimeException unreachable) {
            wire.close();
            throw unreachable instanceof IOException failed ? failed : new IOException("no such X server");
        }
    }

    static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) await(channel.keyFor(selector), SelectionKey.OP_WRITE);
        }
    }

    ByteBuffer read(int count) throws IOException {
        ByteBuffer bytes = buffer(count);
        while (bytes.hasRemaining()) {
            int got = channel.read(bytes);
            if (got < 0) throw new EOFException("the X server hung up");
            if (got == 0) await(channel.keyFor(selector), SelectionKey.OP_READ);
        }
        return bytes.flip();
    }

    private void await(SelectionKey key, int readiness) throws IOException {
        key.interestOps(readiness);
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) throw new SocketTimeoutException("the X server takes too long");
        try {
            selector.select(left);
            selector.selectedKeys().clear();
        } catch (ClosedSelectorException closedMeanwhile) {
            throw new EOFException("closed here");
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }
}
