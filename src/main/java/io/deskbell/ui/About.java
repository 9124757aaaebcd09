package io.deskbell.ui;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** The window about the program: versions, places and licences. */
final class About {
    private final AboutModel model;
    private final Words words;
    private final Runnable onClose;

    @FXML private Label version;
    @FXML private Label runtime;
    @FXML private Pane places;
    @FXML private Pane libraries;
    @FXML private Label notice;
    @FXML private Button close;

    About(AboutModel model, Words words, Runnable onClose) {
        this.model = model;
        this.words = words;
        this.onClose = onClose;
    }

    @FXML
    void initialize() {
        version.setText(model.version());
        runtime.setText(model.runtime());
        places.getChildren().setAll(model.places().stream().map(About::place).toList());
        libraries.getChildren().setAll(model.libraries().stream().map(About::library).toList());
        say("");
    }

    /** The first thing a key does is to close it, not to write into a path. */
    void opened() {
        close.requestFocus();
    }

    @FXML
    void copyAll() {
        Pasteboard.put(model.text());
        say(words.of("about.copied"));
    }

    @FXML
    void close() {
        onClose.run();
    }

    /** A field, so that a path can be chosen and copied by itself. */
    private static Node place(AboutModel.Line place) {
        TextField path = new TextField(place.value());
        path.setEditable(false);
        Label name = new Label(place.name());
        name.setLabelFor(path);
        path.setAccessibleText(place.name());
        VBox both = new VBox(name, path);
        both.getStyleClass().add("field");
        return both;
    }

    private static Node library(AboutModel.Line library) {
        Label label = new Label(library.toString());
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private void say(String text) {
        notice.setText(text);
        notice.setVisible(!text.isEmpty());
        notice.setManaged(!text.isEmpty());
    }
}
