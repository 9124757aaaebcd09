package io.deskbell.source.sip;

import io.deskbell.call.Reason;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** What the reading threads hand to the one that watches. Holds little: a flood is dropped or kept waiting. */
final class Mailbox {
    private static final int ROOM = 128;

    sealed interface Item {
    }

    record Received(SipMessage message, InetSocketAddress from) implements Item {
    }

    record ConnectionLost(Reason why) implements Item {
    }

    private final BlockingQueue<Item> items = new ArrayBlockingQueue<>(ROOM);
    private volatile boolean closed;

    /** Drops the item when there is no room; over UDP its sender will send it again. */
    void offer(Item item) {
        if (!closed) items.offer(item);
    }

    /** Waits for room, which lets TCP slow its sender down. */
    void put(Item item) throws InterruptedException {
        if (!closed) items.put(item);
    }

    /** Nobody will take anything any more; makes room for whoever waits for it. */
    void close() {
        closed = true;
        items.clear();
    }

    Optional<Item> take(SipTime time, Duration atMost) throws InterruptedException {
        return time.take(items, atMost);
    }
}
