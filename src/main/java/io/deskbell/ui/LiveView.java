package io.deskbell.ui;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The calls going on now, one card each; a line that says so when there is none. */
final class LiveView extends VBox {
    private final Words words;
    private final Desk desk;
    private List<LiveCalls.Line> shown = List.of();

    LiveView(Words words, Desk desk) {
        this.words = words;
        this.desk = desk;
        getStyleClass().add("live");
        getChildren().setAll(none());
    }

    /** Cards are built anew only when another call is there, so that a button keeps the focus while the timer runs. */
    void show(List<LiveCalls.Line> lines) {
        if (lines.equals(shown)) return;
        boolean sameCalls = !lines.isEmpty() && ids(lines).equals(ids(shown));
        shown = List.copyOf(lines);
        if (!sameCalls) {
            getChildren().setAll(lines.isEmpty() ? List.of(none()) : lines.stream().map(this::card).toList());
        }
        for (int i = 0; i < lines.size(); i++) ((Card) getChildren().get(i)).fill(lines.get(i));
    }

    private Label none() {
        Label none = new Label(words.of("live.none"));
        none.getStyleClass().add("quiet");
        return none;
    }

    private Card card(LiveCalls.Line line) {
        return new Card(line.call().id());
    }

    private static List<String> ids(List<LiveCalls.Line> lines) {
        return lines.stream().map(line -> line.call().id()).toList();
    }

    /** One call. */
    private final class Card extends HBox {
        private final Label title = new Label();
        private final Label about = new Label();
        private final Label timer = new Label();
        private final Button button = new Button(words.of("action.open"));

        Card(String id) {
            setId("live-" + id);
            getStyleClass().add("live-card");
            title.getStyleClass().add("title");
            about.getStyleClass().add("quiet");
            timer.getStyleClass().add("timer");
            timer.setMinWidth(USE_PREF_SIZE);
            VBox who = new VBox(title, about);
            who.setMinWidth(0);
            setHgrow(who, Priority.ALWAYS);
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(pressed -> shown.stream().filter(line -> line.call().id().equals(id)).findFirst()
                    .ifPresent(line -> desk.openConversation(line.call())));
            getChildren().setAll(who, timer, button);
        }

        void fill(LiveCalls.Line line) {
            title.setText(line.title());
            about.setText(line.number().isEmpty() ? line.state() : line.state() + " · " + line.number());
            timer.setText(line.timer());
            button.setVisible(desk.hasConversation(line.call()));
            button.setManaged(button.isVisible());
            timer.setAccessibleText(words.of("live.timer", line.timer()));
        }
    }
}
