package io.deskbell.ui;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * A tick a second while something is shown that tells the time, and none else: at rest the program wakes for nothing.
 * Not an animation: while one runs, JavaFX draws sixty times a second (measured: 2 % of a core). Used on one thread.
 */
final class Seconds {
    private final UnaryOperator<Runnable> clockwork;
    private final BooleanSupplier tick;
    private Optional<Runnable> stop = Optional.empty();

    /**
     * @param clockwork starts the ticks and answers how to stop them
     * @param tick tells the time; whether there is anything left to tell it
     */
    Seconds(UnaryOperator<Runnable> clockwork, BooleanSupplier tick) {
        this.clockwork = clockwork;
        this.tick = tick;
    }

    /** Ticks on that thread until the timer is shut down; from then on there are none. */
    static UnaryOperator<Runnable> of(ScheduledExecutorService timer, Executor screen) {
        return tick -> {
            try {
                ScheduledFuture<?> ticks =
                        timer.scheduleWithFixedDelay(() -> screen.execute(tick), 1, 1, TimeUnit.SECONDS);
                return () -> ticks.cancel(false);
            } catch (RejectedExecutionException closed) {
                return () -> { };
            }
        };
    }

    static ScheduledExecutorService timer() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("ui-seconds").daemon().factory());
    }

    /** Something is shown: until there is nothing left to tell, seconds pass. */
    void pass() {
        if (stop.isEmpty()) stop = Optional.of(clockwork.apply(this::second));
    }

    private void second() {
        if (tick.getAsBoolean()) return;
        stop.ifPresent(Runnable::run);
        stop = Optional.empty();
    }
}
