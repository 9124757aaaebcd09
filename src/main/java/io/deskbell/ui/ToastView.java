package io.deskbell.ui;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.PhoneNumber;
import io.deskbell.outbox.CallSearch;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Keeps the toast saying what is so: on every event, on what the log finds, and as time goes by. */
final class ToastView {
    private final Desk desk;
    private final Moments moments;
    private final Clock clock;
    private final Executor disk;
    private final Executor screen;
    private final ToastModel model;
    private final Toast toast;

    /** @param show shows the call among the others; @param callBack where numbers can be dialled;
     *  @param customer where the customer can be opened in Agent Inbox */
    ToastView(Desk desk, Telling telling, Theme theme, Executor disk, Executor screen, Consumer<Call> show,
              Optional<Consumer<Call>> callBack, Function<Call, Optional<Runnable>> customer) {
        this.desk = desk;
        this.moments = telling.moments();
        this.clock = telling.clock();
        this.disk = disk;
        this.screen = screen;
        model = new ToastModel(telling.calls(), telling.words());
        toast = new Toast(telling.words(), theme, new ToastCard(desk, show, Pasteboard::put,
                this::dismiss, callBack, customer));
    }

    void happened(CallEvent event) {
        model.happened(event, rings(event) && desk.isQuiet(), clock.instant());
        if (event.type() == CallEvent.Type.RINGING || event.type() == CallEvent.Type.CHANGED) lookUp(event.call());
        show();
    }

    private static boolean rings(CallEvent event) {
        return event.type() == CallEvent.Type.RINGING && !event.call().isOutbound();
    }

    Toast toast() {
        return toast;
    }

    /** What is so now; also as time goes by. @return whether there is anything to say */
    boolean show() {
        Optional<ToastModel.Saying> saying = model.saying(clock.instant());
        toast.show(saying);
        return saying.isPresent();
    }

    void close() {
        toast.close();
    }

    void dismiss() {
        model.dismiss();
        show();
    }

    private void lookUp(Call call) {
        model.number().ifPresent(number -> disk.execute(() -> {
            try {
                int today = othersSince(call, number, 0);
                int before = othersSince(call, number, 3_650) - today;
                screen.execute(() -> {
                    model.knownOf(call.id(), today, before);
                    show();
                });
            } catch (IOException unreadable) {
                // The toast says less, then; the list says what is wrong with the disk.
            }
        }));
    }

    private int othersSince(Call call, PhoneNumber number, int daysAgo) throws IOException {
        int all = desk.log().places(CallSearch.of(number, moments.startOfDay(daysAgo))).length;
        boolean itself = desk.log().find(call.id()).filter(found -> found.call().party().outsideNumber()
                .filter(number::equals).isPresent()).isPresent();
        return all - (itself ? 1 : 0);
    }
}
