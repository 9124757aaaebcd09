package io.deskbell.ui;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** What can be done with a call of the list. */
final class CallActions {
    private final Desk desk;
    private final Dials dials;
    private final Showing showing;
    private final Words words;
    private final Executor disk;
    private final Executor screen;
    private final Consumer<String> notice;
    private final Runnable changed;

    /** @param notice shows a line to the agent; @param changed what the list shows is old now */
    CallActions(Desk desk, Dials dials, Words words, Executor disk, Executor screen, Consumer<String> notice,
                Runnable changed) {
        this.desk = desk;
        this.dials = dials;
        this.showing = new Showing(desk, words, dials.background(), screen);
        this.words = words;
        this.disk = disk;
        this.screen = screen;
        this.notice = notice;
        this.changed = changed;
    }

    boolean canCallBack(CallRow row) {
        return dials.arePossible() && row.hasNumber();
    }

    boolean canShowCustomer(CallRow row) {
        return showing.isOfferedFor(row.call());
    }

    void showCustomer(CallRow row) {
        notice.accept(words.of("notice.showing"));
        showing.show(row.call(), () -> notice.accept(words.of("notice.shown")), notice);
    }

    boolean canOpen(CallRow row) {
        return desk.hasConversation(row.call());
    }

    void open(CallRow row) {
        if (canOpen(row)) desk.openConversation(row.call());
    }

    void callBack(CallRow row) {
        if (canCallBack(row)) dials.dial(row.copied(), notice);
    }

    void copyNumber(CallRow row) {
        if (!row.hasNumber()) return;
        Pasteboard.put(row.copied());
        notice.accept(words.of("notice.copied"));
    }

    void sendAgain(CallRow row) {
        if (!row.canSendAgain()) return;
        disk.execute(() -> {
            String said = trySending(row);
            screen.execute(() -> {
                notice.accept(said);
                changed.run();
            });
        });
    }

    private String trySending(CallRow row) {
        try {
            return words.of("notice.sent", desk.sendAgain(row.call().id()));
        } catch (IOException failed) {
            return words.of("notice.unsent", OneLine.of(failed.getMessage()));
        }
    }
}
