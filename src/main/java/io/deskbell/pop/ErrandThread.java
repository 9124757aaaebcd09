package io.deskbell.pop;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A real thread for errands, which ends with the program. What is still to be done when it is closed is dropped. */
public final class ErrandThread implements Errands, AutoCloseable {
    private final ScheduledThreadPoolExecutor thread;

    public ErrandThread(String name) {
        thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(name).factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    @Override
    public void soon(Runnable errand) {
        thread.execute(errand);
    }

    @Override
    public void after(Duration pause, Runnable errand) {
        thread.schedule(errand, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns when what was to be done soon has been done, after a second at the latest. */
    public void settle() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        thread.execute(done::countDown);
        done.await(1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
