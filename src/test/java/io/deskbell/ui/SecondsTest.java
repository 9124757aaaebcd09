package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;

class SecondsTest {
    private final List<Runnable> ticking = new ArrayList<>();
    private boolean shown;
    private int told;
    private final Seconds seconds = new Seconds(this::start, this::tell);

    @Test
    void noneTicksBeforeSomethingIsShown() {
        assertTrue(ticking.isEmpty());
    }

    @Test
    void theyPassWhileSomethingIsShownAndStopWhenItIsGone() {
        show();
        second();
        second();
        assertEquals(2, told);

        shown = false;
        second();
        assertTrue(ticking.isEmpty());
    }

    @Test
    void whatIsShownTwiceTicksOnce() {
        show();
        show();
        assertEquals(1, ticking.size());
    }

    @Test
    void theyPassAgainForTheNextThatIsShown() {
        show();
        shown = false;
        second();
        show();
        assertEquals(1, ticking.size());
    }

    @Test
    void afterTheEndOfTheProgramNothingTicksAndNothingIsThrown() {
        ScheduledExecutorService ended = Seconds.timer();
        ended.shutdownNow();
        new Seconds(Seconds.of(ended, Runnable::run), this::tell).pass();
        assertEquals(0, told);
    }

    private void show() {
        shown = true;
        seconds.pass();
    }

    private void second() {
        List.copyOf(ticking).forEach(Runnable::run);
    }

    private boolean tell() {
        told++;
        return shown;
    }

    private Runnable start(Runnable tick) {
        ticking.add(tick);
        return () -> ticking.remove(tick);
    }
}
