package io.deskbell.source.xelion;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** A pretended Xelion over real sockets with one customer's call at a time. */
public final class XelionAtWork implements Closeable {
    private final XelionSimulator xelion;
    private String call = "";

    private XelionAtWork(XelionSimulator xelion) {
        this.xelion = xelion;
    }

    public static XelionAtWork open() throws IOException {
        return new XelionAtWork(XelionSimulator.start());
    }

    /** The lines of its section, for the agent at 101. */
    public String ini() {
        return xelion.ini();
    }

    /** Waits until a number is to be called, and the agent's phone rings for it; then that is picked up. */
    public void isDialledAndPickedUp() throws InterruptedException {
        XelionExchange.Dialled dialled = xelion.exchange.dialled.poll(20, TimeUnit.SECONDS);
        if (dialled == null) throw new AssertionError("nobody dials a number");
        call = dialled.callId();
        xelion.exchange.calledUp(call, dialled.user(), dialled.number());
    }

    /** Whoever was called from here answers. */
    public void isTaken() {
        xelion.exchange.isAnswered(call);
    }

    /** Until it tells of calls: who watches has read the list before that may be so. Once for each who watches. */
    public void awaitSubscriber() throws InterruptedException {
        xelion.awaitSubscriber();
    }

    public void rings(String number) {
        call = xelion.exchange.calls(number, "P. Jansen", XelionExchange.ONE);
    }

    public void answers() {
        xelion.exchange.answer(call, XelionExchange.ONE);
    }

    public void ends() {
        xelion.exchange.hangUp(call);
    }

    @Override
    public void close() {
        xelion.close();
    }
}
