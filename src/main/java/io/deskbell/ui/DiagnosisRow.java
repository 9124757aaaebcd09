package io.deskbell.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One thing looked at: a lamp, the part, and below it what was found. The lamps differ in shape as well. */
final class DiagnosisRow extends HBox {
    DiagnosisRow(String level, String levelName, String part, String words) {
        getStyleClass().add("diagnosis-row");
        Region lamp = new Region();
        lamp.getStyleClass().setAll("lamp", switch (level) {
            case "well" -> "good";
            case "note" -> "wait";
            default -> "bad";
        });
        Label title = new Label(part);
        title.getStyleClass().add("title");
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        VBox both = new VBox(title, text);
        setHgrow(both, Priority.ALWAYS);
        getChildren().setAll(lamp, both);
        setAccessibleText(levelName + ": " + part + ": " + words);
    }
}
