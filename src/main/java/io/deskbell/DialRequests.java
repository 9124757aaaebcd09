package io.deskbell;

import io.deskbell.desktop.Reply;
import io.deskbell.dial.Switchboard;
import io.deskbell.source.Dialer;
import io.deskbell.ui.DialWords;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a later {@code deskbell} may ask about telephones: to dial what a person typed, which is done, or to dial a
 * link, which anybody may have written and about which the agent is asked.
 */
final class DialRequests {
    /** Longer than a phone rings for its owner. */
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DIAL = "dial";

    private final Supplier<Switchboard> switchboard;
    private final DialWords words;
    private final Consumer<String> ask;
    private final boolean canAsk;

    private DialRequests(Supplier<Switchboard> switchboard, DialWords words, Consumer<String> ask, boolean canAsk) {
        this.switchboard = switchboard;
        this.words = words;
        this.ask = ask;
        this.canAsk = canAsk;
    }

    /** @param ask shows the agent a question about what the link holds; returns at once */
    static DialRequests asking(Supplier<Switchboard> switchboard, DialWords words, Consumer<String> ask) {
        return new DialRequests(switchboard, words, ask, true);
    }

    static DialRequests withoutWindow(Supplier<Switchboard> switchboard, DialWords words) {
        return new DialRequests(switchboard, words, link -> { }, false);
    }

    static List<String> dial(String number) {
        return List.of(DIAL, number);
    }

    static List<String> link(String link) {
        return List.of(CommandLine.LINK, link);
    }

    static boolean areMeant(List<String> asked) {
        return asked.size() == 2 && List.of(DIAL, CommandLine.LINK).contains(asked.getFirst());
    }

    Reply answer(List<String> asked) {
        boolean typed = asked.getFirst().equals(DIAL);
        return typed ? dialled(asked.getLast()) : asked(asked.getLast());
    }

    private Reply asked(String link) {
        if (!canAsk) return new Reply(Main.FAILED, words.noWindow());
        ask.accept(link);
        return new Reply(Main.DONE, words.asks());
    }

    private Reply dialled(String typed) {
        return switch (switchboard.get().read(typed)) {
            case Switchboard.NoNumber none -> new Reply(Main.WRONG_USAGE, words.noNumber());
            case Switchboard.Number number -> dialled(number);
        };
    }

    private Reply dialled(Switchboard.Number number) {
        try {
            Dialer.Outcome outcome = switchboard.get().dial(number.number(), () -> { });
            boolean calls = outcome instanceof Dialer.Calling;
            return new Reply(calls ? Main.DONE : Main.FAILED, words.of(outcome));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Reply(Main.FAILED, words.of(new Dialer.NotPickedUp()));
        }
    }
}
