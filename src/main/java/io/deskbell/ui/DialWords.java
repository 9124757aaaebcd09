package io.deskbell.ui;

import io.deskbell.source.Dialer;
import java.util.Locale;

/** What is said about dialling, in windows and on the command line. Holds nothing of JavaFX; immutable. */
public final class DialWords {
    private final Words words;

    public DialWords(Locale locale) {
        this(new Words(locale));
    }

    DialWords(Words words) {
        this.words = words;
    }

    public String of(Dialer.Outcome outcome) {
        return switch (outcome) {
            case Dialer.Calling calling -> words.of("dial.calling");
            case Dialer.NotPickedUp nobody -> words.of("dial.not_picked_up");
            case Dialer.Busy busy -> words.of("dial.busy");
            case Dialer.NotSetUp none -> words.of("dial.not_set_up");
            case Dialer.Refused refused -> words.of("dial.refused", words.why(refused.reason()));
        };
    }

    public String noNumber() {
        return words.of("dial.no_number");
    }

    /** The agent is being asked on the screen. */
    public String asks() {
        return words.of("dial.asks");
    }

    /** There is no screen to ask on. */
    public String noWindow() {
        return words.of("dial.no_window");
    }

    /** The first run's window is open. */
    public String notYet() {
        return words.of("dial.not_yet");
    }

    String underWay() {
        return words.of("dial.under_way");
    }

    String pickUp() {
        return words.of("dial.pick_up");
    }

    String question(String number) {
        return words.of("dial.question", number);
    }
}
