package io.deskbell.ui;

import io.deskbell.ui.DialModel.Stage;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** The small window that asks whether to call, and says what became of it; goes by itself when the phone calls. */
final class DialWindow {
    private static final Duration READ = Duration.seconds(3);

    private final DialModel model;
    private final javafx.stage.Stage stage = new javafx.stage.Stage();
    private final PauseTransition read = new PauseTransition(READ);

    DialWindow(DialModel model, Words words, Theme theme) {
        this.model = model;
        Framed.put(stage, Fxml.load(new DialCard(model, words), words), words.of("dial.title"), theme);
        stage.setResizable(false);
        stage.setAlwaysOnTop(true); // The browser the link was in is in front.
        stage.setOnCloseRequest(closing -> model.close());
        read.setOnFinished(over -> model.close());
        model.stage().addListener((of, was, is) -> follow(is));
        model.about().addListener((of, was, is) -> stage.sizeToScene());
    }

    javafx.stage.Stage stage() {
        return stage;
    }

    private void follow(Stage now) {
        read.stop();
        if (now == Stage.CLOSED) {
            stage.hide();
            return;
        }
        if (now == Stage.DONE) read.playFromStart();
        stage.sizeToScene();
        if (!stage.isShowing()) stage.show();
        if (now != Stage.DONE) stage.toFront();
    }
}
