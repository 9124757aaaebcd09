package io.deskbell.source.sip;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Calls what heeds no interrupt, such as the DNS, in a thread of its own, and heeds them while waiting for it. */
final class Interruptibly {
    private Interruptibly() {
    }

    static <T> T call(Callable<T> task) throws IOException, InterruptedException {
        FutureTask<T> future = new FutureTask<>(task);
        Thread.ofVirtual().name("sip-connect").start(future);
        try {
            return future.get();
        } catch (InterruptedException stop) {
            future.cancel(true);
            throw stop;
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException known -> throw known;
                case RuntimeException fault -> throw fault;
                default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }
}
