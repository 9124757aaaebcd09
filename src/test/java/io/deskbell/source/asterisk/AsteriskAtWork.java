package io.deskbell.source.asterisk;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A pretended Asterisk over a real socket with one customer's call at a time. */
public final class AsteriskAtWork implements Closeable {
    private final AmiServer server;
    private PretendChannel customer;
    private PretendChannel phone;

    private AsteriskAtWork(AmiServer server) {
        this.server = server;
    }

    public static AsteriskAtWork open() throws IOException {
        return new AsteriskAtWork(AmiServer.open());
    }

    /** The lines of its section. */
    public String ini() {
        return "host = 127.0.0.1\nport = " + server.port() + "\nuser = " + AmiServer.USER + "\nsecret = "
                + AmiServer.SECRET;
    }

    public void rings(String extension, String number, boolean queue) {
        synchronized (server.pbx) {
            customer = server.pbx.incoming(number, "0207654321");
            phone = queue ? server.pbx.ringByQueue(customer, extension) : server.pbx.ring(customer, extension);
        }
    }

    /** Waits until a number is to be called, and the agent's phone rings for it; then that is picked up. */
    public void isDialledAndPickedUp() throws InterruptedException {
        Map<String, String> action = server.awaitAction("Originate");
        synchronized (server.pbx) {
            OriginatedCall call = OriginatedCall.begin(server, action);
            phone = call.phone;
            customer = call.pickUp();
        }
    }

    /** Whoever was called from here answers. */
    public void isTaken() {
        synchronized (server.pbx) {
            server.pbx.answer(phone, customer, List.of());
        }
    }

    public void answers() {
        synchronized (server.pbx) {
            server.pbx.answer(customer, phone, List.of());
        }
    }

    /** An attended transfer, the colleague asked before. */
    public void handsOver(String from, String to) {
        synchronized (server.pbx) {
            PretendChannel asking = server.pbx.dials(from, to);
            PretendChannel colleague = server.pbx.ring(asking, to);
            server.pbx.answer(asking, colleague, List.of());
            server.pbx.attended(phone, asking, customer, colleague);
            phone = colleague;
        }
    }

    public void ends() {
        synchronized (server.pbx) {
            server.pbx.hangUp(customer, 16);
            server.pbx.hangUp(phone, 16);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
