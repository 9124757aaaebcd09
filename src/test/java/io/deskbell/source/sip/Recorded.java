package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.deskbell.call.CallReport;
import io.deskbell.source.PhoneListener;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Writes down in one list what reaches the reader of the bodies and what reaches the listener. */
final class Recorded implements DialogBodies, PhoneListener {
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private volatile String gapIn = "no body has a gap";

    /** From now on this body asks for the whole state. */
    void seeGapIn(String body) {
        gapIn = body;
    }

    /** The next event; fails after ten seconds without one. */
    String next() throws InterruptedException {
        String event = events.poll(10, TimeUnit.SECONDS);
        assertNotNull(event, "nothing more happened");
        return event;
    }

    List<String> next(int count) throws InterruptedException {
        List<String> found = new ArrayList<>();
        while (found.size() < count) found.add(next());
        return found;
    }

    /** Waits for this one and returns all up to it. */
    List<String> upTo(String event) throws InterruptedException {
        List<String> found = new ArrayList<>();
        do {
            found.add(next());
        } while (!found.getLast().equals(event));
        return found;
    }

    List<String> rest() {
        List<String> found = new ArrayList<>();
        events.drainTo(found);
        return found;
    }

    @Override
    public void subscribed() {
        events.add("subscribed");
    }

    @Override
    public boolean notified(String contentType, byte[] body, Instant at, PhoneListener listener) {
        String text = new String(body, StandardCharsets.UTF_8);
        events.add(text.isEmpty() ? "no body" : text);
        return text.equals(gapIn);
    }

    @Override
    public void watching() {
        events.add("watching");
    }

    @Override
    public void report(CallReport report) {
        events.add("report " + report.key().value() + " " + report.state());
    }

    @Override
    public void snapshot(List<CallReport> reports, Instant at) {
        throw new AssertionError("bodies are not read here");
    }
}
