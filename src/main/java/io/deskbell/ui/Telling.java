package io.deskbell.ui;

import io.deskbell.call.LocalNumbers;
import java.time.Clock;

/** How things are told to this agent: language, formats, and the calls going on. Holds nothing of JavaFX. */
record Telling(Words words, Moments moments, CallWords calls, LiveCalls live, Clock clock) {
    static Telling of(Habits habits) {
        return of(habits, new LiveCalls());
    }

    /** The same calls, told to an agent of these habits. */
    Telling with(Habits habits) {
        return of(habits, live);
    }

    private static Telling of(Habits habits, LiveCalls live) {
        Words words = new Words(habits.locale());
        Moments moments = new Moments(words, habits.formats(), habits.clock(), habits.zone());
        CallWords calls = new CallWords(words, moments, new LocalNumbers(habits.country()));
        return new Telling(words, moments, calls, live, habits.clock());
    }
}
