package io.deskbell.source.sip;

import io.deskbell.source.LineLostException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;

/** Notices that the computer slept or now reaches the server by another of its addresses. Not thread safe. */
final class NetworkWatch {
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private final SipTime time;
    private final Duration look;
    private final LocalAddress localAddress;
    private final InetSocketAddress server;
    private final InetAddress inUse;
    private Instant lastWall;
    private long lastNanos;

    NetworkWatch(SipTime time, Duration look, LocalAddress localAddress, InetSocketAddress server, InetAddress inUse) {
        this.time = time;
        this.look = look;
        this.localAddress = localAddress;
        this.server = server;
        this.inUse = inUse;
        this.lastWall = time.now();
        this.lastNanos = time.nanos();
    }

    long dueAt() {
        return lastNanos + look.toNanos();
    }

    void look() throws LineLostException {
        Duration wall = Duration.between(lastWall, time.now());
        Duration ran = Duration.ofNanos(time.nanos() - lastNanos);
        lastWall = time.now();
        lastNanos = time.nanos();
        // Where the running time goes on during sleep (Windows), the look itself comes late.
        boolean slept = wall.minus(ran).abs().compareTo(TOLERANCE) > 0 || ran.compareTo(look.plus(TOLERANCE)) > 0;
        if (slept) throw new LineLostException(SipReason.ASLEEP.of(), Duration.ZERO);
        if (!inUse.equals(now())) throw new LineLostException(SipReason.NETWORK_CHANGED.of(), Duration.ZERO);
    }

    private InetAddress now() throws LineLostException {
        try {
            return localAddress.towards(server);
        } catch (IOException gone) {
            throw new LineLostException(SipReason.NO_NETWORK.of());
        }
    }
}
