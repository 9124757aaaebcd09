package io.deskbell.ui;

import io.deskbell.outbox.CallSearch;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;

/** The window with the calls: binds the list, and hands on what is pressed. */
final class MainWindow {
    private final CallListModel model;
    private final CallActions actions;
    private final Words words;
    private final LiveView live;
    private final CallDetail detail;
    private final HealthLine health = new HealthLine();
    private final Runnable onExport;
    private final Runnable onSettings;
    private boolean exchanging;

    @FXML private Pane liveBox;
    @FXML private Pane detailBox;
    @FXML private Pane healthBox;
    @FXML private TextField search;
    @FXML private ToggleGroup kinds;
    @FXML private ChoiceBox<CallListModel.Period> period;
    @FXML private ListView<Optional<CallRow>> list;
    @FXML private Label notice;
    @FXML private ProgressBar progress;
    @FXML private MenuItem export;

    MainWindow(CallListModel model, CallActions actions, Words words, LiveView live, Runnable onExport,
               Runnable onSettings) {
        this.model = model;
        this.actions = actions;
        this.words = words;
        this.live = live;
        this.detail = new CallDetail(actions);
        this.onExport = onExport;
        this.onSettings = onSettings;
    }

    @FXML
    void initialize() {
        liveBox.getChildren().setAll(live);
        healthBox.getChildren().setAll(health);
        detailBox.getChildren().setAll(Fxml.load(detail, words));
        search.textProperty().bindBidirectional(model.text());
        kinds.selectedToggleProperty().addListener((of, was, is) -> choose(was, is));
        period.getItems().setAll(CallListModel.Period.values());
        period.setConverter(new Labels<>(of -> words.of("period." + of.name().toLowerCase(Locale.ROOT))));
        period.valueProperty().bindBidirectional(model.period());
        list.setFixedCellSize(CallCell.HEIGHT);
        list.setCellFactory(of -> new CallCell(words));
        list.getSelectionModel().selectedIndexProperty().addListener((of, was, is) -> {
            if (!exchanging) model.choose(is.intValue());
        });
        model.rows().addListener((of, was, is) -> exchange());
        model.chosen().addListener((of, was, is) -> detail.show(is));
        model.trouble().addListener((of, was, is) -> say(is));
        exchange();
        detail.show(Optional.empty());
        progressed(-1);
    }

    void show(java.util.List<LiveCalls.Line> calls, java.util.List<Health.Lamp> lamps) {
        live.show(calls);
        health.show(lamps);
    }

    void say(String text) {
        notice.setText(text);
        notice.setVisible(!text.isEmpty());
        notice.setManaged(!text.isEmpty());
    }

    /** @param done from 0 to 1; anything less when nothing is under way */
    void progressed(double done) {
        boolean underWay = done >= 0;
        progress.setProgress(Math.max(0, done));
        progress.setVisible(underWay);
        progress.setManaged(underWay);
        export.setDisable(underWay);
    }

    @FXML
    void exportCalls() {
        onExport.run();
    }

    @FXML
    void openSettings() {
        onSettings.run();
    }

    @FXML
    void keyPressed(KeyEvent key) {
        boolean find = key.isShortcutDown() && key.getCode() == KeyCode.F;
        if (find) search.requestFocus();
        if (key.getCode() == KeyCode.ESCAPE) search.clear();
    }

    @FXML
    void keyPressedInList(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) model.chosen().get().ifPresent(actions::open);
        boolean copy = key.isShortcutDown() && key.getCode() == KeyCode.C;
        if (copy) model.chosen().get().ifPresent(actions::copyNumber);
    }

    private void choose(Toggle was, Toggle is) {
        if (is == null) {
            was.setSelected(true); // One of them always holds.
        } else {
            model.kind().set(CallSearch.Kind.valueOf(is.getUserData().toString()));
        }
    }

    /** The list forgets its choice with its rows; the model does not. */
    private void exchange() {
        exchanging = true;
        list.setItems(model.rows().get());
        if (model.chosenAt() >= 0) list.getSelectionModel().clearAndSelect(model.chosenAt());
        exchanging = false;
    }
}
