package io.deskbell;

import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/** A phone of a recording: hands out who listens to it, for whoever plays the recording. */
final class RecordedPhone implements PhoneSource {
    private final String name;
    private final CompletableFuture<PhoneListener> listener = new CompletableFuture<>();

    RecordedPhone(String name) {
        this.name = name;
    }

    /** Waits until it is watched. */
    PhoneListener listener() {
        return listener.join();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return "a recording of " + name;
    }

    @Override
    public void watch(PhoneListener listening) throws InterruptedException {
        listener.complete(listening);
        new CountDownLatch(1).await(); // Until the companion stops.
    }
}
