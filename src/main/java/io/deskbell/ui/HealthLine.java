package io.deskbell.ui;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Three lamps in a line; above them what is wrong and what to do, when something is. */
final class HealthLine extends VBox {
    private final VBox advice = new VBox();
    private final FlowPane lamps = new FlowPane();
    private List<Health.Lamp> shown = List.of();

    /** @param onDiagnosis what the words lead to, where there is something */
    HealthLine(String diagnosis, Optional<Runnable> onDiagnosis) {
        getStyleClass().add("health");
        advice.getStyleClass().add("advice");
        lamps.getStyleClass().add("lamps");
        HBox line = new HBox(lamps);
        HBox.setHgrow(lamps, Priority.ALWAYS);
        onDiagnosis.ifPresent(open -> line.getChildren().add(link(diagnosis, open)));
        getChildren().setAll(advice, line);
    }

    void show(List<Health.Lamp> now) {
        if (now.equals(shown)) return;
        shown = List.copyOf(now);
        lamps.getChildren().setAll(now.stream().map(HealthLine::lamp).toList());
        List<Label> words = now.stream().filter(lamp -> !lamp.advice().isEmpty()).map(HealthLine::advice).toList();
        advice.getChildren().setAll(words);
        advice.setVisible(!words.isEmpty());
        advice.setManaged(!words.isEmpty());
    }

    private static Hyperlink link(String words, Runnable open) {
        Hyperlink link = new Hyperlink(words);
        link.setMinWidth(USE_PREF_SIZE);
        link.setOnAction(clicked -> {
            link.setVisited(false);
            open.run();
        });
        return link;
    }

    private static Label lamp(Health.Lamp lamp) {
        Region light = new Region();
        light.getStyleClass().setAll("lamp", style(lamp));
        Label label = new Label(lamp.text(), light);
        label.setAccessibleText(lamp.text() + " " + lamp.advice());
        return label;
    }

    private static Label advice(Health.Lamp lamp) {
        Label label = new Label(lamp.advice());
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style(lamp));
        return label;
    }

    private static String style(Health.Lamp lamp) {
        return lamp.level().name().toLowerCase(Locale.ROOT);
    }
}
