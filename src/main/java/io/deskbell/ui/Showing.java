package io.deskbell.ui;

import io.deskbell.call.Call;
import io.deskbell.call.Reason;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Opens the customer of a call in Agent Inbox, without anybody waiting for it. Offered for calls that nobody answered:
 * of the others Agent Inbox was told, opened the conversation by itself, and would open another. On the screen's
 * thread.
 */
final class Showing {
    private final Desk desk;
    private final Words words;
    private final Executor background;
    private final Executor screen;
    private final Set<String> underWay = new HashSet<>();

    Showing(Desk desk, Words words, Executor background, Executor screen) {
        this.desk = desk;
        this.words = words;
        this.background = background;
        this.screen = screen;
    }

    boolean isOfferedFor(Call call) {
        boolean missedOrOutbound = call.isMissed() || call.isOutbound();
        return desk.canShowCustomers() && call.hasEnded() && !call.wasAnswered() && missedOrOutbound
                && call.party().outsideNumber().isPresent();
    }

    /** Once at a time for each call: every request makes a conversation. @param failed hears why, for the agent */
    void show(Call call, Runnable done, Consumer<String> failed) {
        if (!isOfferedFor(call) || !underWay.add(call.id())) return;
        background.execute(() -> {
            Optional<Reason> why = desk.showCustomer(call);
            screen.execute(() -> {
                underWay.remove(call.id());
                why.ifPresentOrElse(reason -> failed.accept(words.of("notice.unshown",
                        OneLine.of(reason.in(words.locale())))), done);
            });
        });
    }
}
