package io.deskbell.ui;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.stage.FileChooser;

/** The window of the diagnosis: a line for each thing looked at, and before a bundle is saved what is in it. */
final class Diagnosis {
    private final DiagnosisModel model;
    private final Words words;
    private final Runnable onClose;

    @FXML private Label verdict;
    @FXML private ProgressBar progress;
    @FXML private ScrollPane scroll;
    @FXML private Pane lines;
    @FXML private Pane bundleBox;
    @FXML private Pane contents;
    @FXML private Label notice;
    @FXML private Button again;
    @FXML private Button copy;
    @FXML private Button bundle;
    @FXML private Button close;
    @FXML private Button back;
    @FXML private Button save;

    Diagnosis(DiagnosisModel model, Words words, Runnable onClose) {
        this.model = model;
        this.words = words;
        this.onClose = onClose;
    }

    @FXML
    void initialize() {
        verdict.textProperty().bind(model.verdict());
        progress.progressProperty().bind(model.progress());
        BooleanBinding looking = model.progress().lessThan(1);
        progress.visibleProperty().bind(looking);
        List.of(again, copy, bundle).forEach(button -> button.disableProperty().bind(looking));
        notice.textProperty().bind(model.notice());
        shown(notice, model.notice().isNotEmpty());
        BooleanBinding choosing = Bindings.createBooleanBinding(() -> model.bundle().get().isPresent(), model.bundle());
        List.of(bundleBox, back, save).forEach(node -> shown(node, choosing));
        List.of(scroll, copy, bundle, again, close).forEach(node -> shown(node, choosing.not()));
        close.cancelButtonProperty().bind(choosing.not()); // Escape takes one step back.
        back.cancelButtonProperty().bind(choosing);
        model.lines().addListener((ListChangeListener<CheckUp.Line>) change ->
                lines.getChildren().setAll(model.lines().stream().map(this::row).toList()));
        model.bundle().addListener((of, was, is) ->
                contents.getChildren().setAll(model.contents().stream().map(Label::new).toList()));
    }

    @FXML
    void lookAgain() {
        model.begin();
    }

    @FXML
    void copyAll() {
        Pasteboard.put(model.text());
        model.copied();
    }

    @FXML
    void prepareBundle() {
        model.prepareBundle();
    }

    @FXML
    void leaveBundle() {
        model.leaveBundle();
    }

    @FXML
    void saveBundle() {
        FileChooser chooser = new FileChooser();
        model.bundle().get().ifPresent(made -> chooser.setInitialFileName(made.fileName()));
        Optional<File> chosen = Optional.ofNullable(chooser.showSaveDialog(scroll.getScene().getWindow()));
        chosen.ifPresent(file -> model.save(file.toPath()));
    }

    @FXML
    void close() {
        onClose.run();
    }

    private Node row(CheckUp.Line line) {
        return new DiagnosisRow(line.level().name().toLowerCase(Locale.ROOT),
                words.of("level." + line.level().name().toLowerCase(Locale.ROOT)), model.part(line), line.words());
    }

    private static void shown(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
