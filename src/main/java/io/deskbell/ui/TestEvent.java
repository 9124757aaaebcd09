package io.deskbell.ui;

import io.deskbell.config.Config;
import io.deskbell.ui.InboxTrialModel.Stage;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The offer of a test event, with its warning and what came of it: a part of the settings and of the first run. */
final class TestEvent {
    private final InboxTrialModel model;
    private final Executor whenKnown;
    private final Supplier<Optional<Config>> config;
    private final Runnable onMissing;

    @FXML private Button offer;
    @FXML private Label says;
    @FXML private Pane choice;
    @FXML private Button decline;

    /**
     * @param whenKnown does something once the configuration is known as a whole
     * @param config as typed; empty while key or extension are wrong
     * @param onMissing says what is wrong with it
     */
    TestEvent(InboxTrialModel model, Executor whenKnown, Supplier<Optional<Config>> config, Runnable onMissing) {
        this.model = model;
        this.whenKnown = whenKnown;
        this.config = config;
        this.onMissing = onMissing;
    }

    @FXML
    void initialize() {
        says.textProperty().bind(model.says());
        shown(says, model.says().isNotEmpty());
        shown(choice, model.stage().isEqualTo(Stage.WARNED));
        shown(offer, model.stage().isNotEqualTo(Stage.WARNED));
        judge();
    }

    /** A key pressed twice by mistake must not send it. */
    @FXML
    void warn() {
        whenKnown.execute(this::warnNow);
    }

    @FXML
    void send() {
        model.send();
        offer.requestFocus();
    }

    @FXML
    void leave() {
        model.leave();
        offer.requestFocus();
    }

    /** Something else is typed now: what was said of it holds no more. */
    void judge() {
        model.leave();
    }

    private void warnNow() {
        Optional<Config> typed = config.get();
        if (typed.isEmpty()) {
            onMissing.run();
            return;
        }
        model.warn(typed.get());
        decline.requestFocus();
    }

    private static void shown(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
