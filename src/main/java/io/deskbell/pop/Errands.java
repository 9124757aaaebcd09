package io.deskbell.pop;

import java.time.Duration;

/** One thread that does one thing after another, now or later. Neither method waits. */
public interface Errands {
    void soon(Runnable errand);

    void after(Duration pause, Runnable errand);
}
