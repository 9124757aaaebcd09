package io.deskbell.ui;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent.Type;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.util.Duration;
import org.testfx.util.WaitForAsyncUtils;

/** A program with nothing but the toast; told by lines what to do, and saying when it is done. */
final class ToastOnScreen {
    private static final Call CALL = Calls.ringing("c", Calls.customer(), Calls.NOW);
    private static final int PATIENCE = 30_000;

    private ToastOnScreen() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Platform.startup(() -> { });
        Fx fx = new Fx();
        fx.execute(() -> Platform.setImplicitExit(false));
        try (ADesk desk = new ADesk(Path.of(args[0]))) {
            ToastView view = WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> new ToastView(desk, Look.told("en"),
                    Theme.ofSystem(), Runnable::run, Runnable::run, call -> { }, Optional.empty(),
                    call -> Optional.empty()));
            System.out.println("ready");
            BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String order = orders.readLine(); order != null && !order.equals("quit"); order = orders.readLine()) {
                obey(order, view);
            }
        }
        fx.exit();
        System.exit(0);
    }

    private static void obey(String order, ToastView view) throws InterruptedException {
        boolean ring = order.equals("ring");
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> {
            if (ring) {
                view.happened(Calls.event(Type.RINGING, CALL));
            } else {
                view.dismiss();
            }
            afterSomePulses(done);
        });
        done.await();
        boolean shown = WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> view.toast().popup().isShowing());
        System.out.println(shown ? "shown" : "gone");
    }

    /** The window manager has had time for what it might do wrong. */
    private static void afterSomePulses(CountDownLatch done) {
        PauseTransition pause = new PauseTransition(Duration.millis(600));
        pause.setOnFinished(over -> done.countDown());
        pause.play();
    }
}
