package io.deskbell.pop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ErrandThreadTest {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch last = new CountDownLatch(1);

    @Test
    void errandsAreDoneInOrderOnItsOwnThread() throws InterruptedException {
        try (ErrandThread errands = new ErrandThread("screen-pop")) {
            errands.soon(() -> done.add("first on " + Thread.currentThread().getName()));
            errands.soon(() -> done.add("second"));
            errands.after(Duration.ofMillis(20), last::countDown);
            assertTrue(last.await(10, TimeUnit.SECONDS));
        }
        assertEquals(List.of("first on screen-pop", "second"), done);
    }

    @Test
    void anErrandThatFailsDoesNotEndTheOthers() throws InterruptedException {
        try (ErrandThread errands = new ErrandThread("screen-pop")) {
            errands.soon(() -> {
                throw new IllegalStateException("a fault");
            });
            errands.soon(last::countDown);
            assertTrue(last.await(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void afterTheEndErrandsAreDroppedWithoutAWord() {
        ErrandThread errands = new ErrandThread("screen-pop");
        errands.close();
        errands.soon(() -> done.add("too late"));
        errands.after(Duration.ZERO, () -> done.add("too late"));
        assertEquals(List.of(), done);
    }
}
