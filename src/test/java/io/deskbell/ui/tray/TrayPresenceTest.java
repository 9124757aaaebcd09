package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrayPresenceTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration AT_ONCE = Duration.ofNanos(1);
    private static final TrayView WATCHING = new TrayView(TrayState.WATCHING, "watching", List.of());
    private static final TrayView LOST = new TrayView(TrayState.PHONE_LOST, "lost", List.of());

    private volatile TrayView facts = WATCHING;
    private final AtomicInteger looks = new AtomicInteger();
    private final RecordingTray tray = new RecordingTray();

    /** Keeps what it was asked to show. */
    private static final class RecordingTray implements Tray {
        private final BlockingQueue<TrayView> shown = new LinkedBlockingQueue<>();
        private final CountDownLatch closed = new CountDownLatch(1);

        @Override
        public void show(TrayView view) {
            shown.add(view);
        }

        @Override
        public void close() {
            closed.countDown();
        }

        TrayView next() throws InterruptedException {
            return shown.poll(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void itShowsAChangeItIsToldOf() throws InterruptedException {
        try (TrayPresence presence = presence(NEVER)) {
            assertEquals(WATCHING, tray.next());
            facts = LOST;
            presence.changed();
            assertEquals(LOST, tray.next());
        }
    }

    @Test
    void itFindsAChangeNobodyTold() throws InterruptedException {
        try (TrayPresence presence = presence(AT_ONCE)) {
            assertEquals(WATCHING, tray.next());
            facts = LOST;
            assertEquals(LOST, tray.next());
            presence.changed();
        }
    }

    @Test
    void whatIsTheSameIsNotShownAgain() throws InterruptedException {
        TrayPresence presence = presence(AT_ONCE);
        assertEquals(WATCHING, tray.next());
        while (looks.get() < 20) Thread.onSpinWait();
        presence.close();
        assertEquals(List.of(), List.copyOf(tray.shown));
    }

    @Test
    void theIconIsTakenAwayAtTheEnd() throws InterruptedException {
        TrayPresence presence = presence(NEVER);
        assertEquals(WATCHING, tray.next());
        presence.close();
        assertTrue(tray.closed.await(20, TimeUnit.SECONDS));
    }

    @Test
    void itCanBeClosedWhileItStillWaitsForAPanel() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch givenUp = new CountDownLatch(1);
        TrayPresence presence = new TrayPresence(() -> facts, first -> {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                givenUp.countDown();
            }
            return Optional.empty();
        }, () -> NEVER);
        presence.start();
        assertTrue(waiting.await(20, TimeUnit.SECONDS));
        presence.close();
        assertTrue(givenUp.await(20, TimeUnit.SECONDS));
    }

    private TrayPresence presence(Duration pause) {
        TrayPresence presence = new TrayPresence(this::look, first -> {
            tray.show(first);
            return Optional.of(tray);
        }, () -> pause);
        presence.start();
        return presence;
    }

    private TrayView look() {
        looks.incrementAndGet();
        return facts;
    }
}
