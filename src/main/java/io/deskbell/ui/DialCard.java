package io.deskbell.ui;

import io.deskbell.ui.DialModel.Stage;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** What stands in the window that asks whether to call. "No" is what Enter, Escape and a closed window mean. */
final class DialCard {
    private final DialModel model;
    private final Words words;

    @FXML private Node dial;
    @FXML private Label title;
    @FXML private Label about;
    @FXML private Button call;
    @FXML private Button cancel;

    DialCard(DialModel model, Words words) {
        this.model = model;
        this.words = words;
    }

    @FXML
    void initialize() {
        title.textProperty().bind(model.title());
        about.textProperty().bind(model.about());
        model.about().addListener((of, was, is) -> present(about, !is.isEmpty()));
        model.stage().addListener((of, was, is) -> show(is));
        present(about, !model.about().get().isEmpty());
        show(model.stage().get());
    }

    @FXML
    void call() {
        model.call();
    }

    @FXML
    void close() {
        model.close();
    }

    private void show(Stage stage) {
        present(call, stage == Stage.ASKING);
        cancel.setText(words.of(stage == Stage.ASKING ? "dial.cancel" : "toast.close"));
        cancel.requestFocus();
        dial.setAccessibleText(title.getText());
    }

    private static void present(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
