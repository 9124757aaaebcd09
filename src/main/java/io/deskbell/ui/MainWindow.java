package io.deskbell.ui;

import io.deskbell.outbox.CallSearch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
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
    private final SearchToDial typed;
    private final CallDetail detail;
    private final HealthLine health;
    private final Optional<Runnable> onDiagnosis;
    private final Optional<Runnable> onAbout;
    private final Optional<Runnable> onQuit;
    private final Runnable onExport;
    private final Runnable onSettings;
    private final Supplier<List<Choice>> choices;

    @FXML private Pane liveBox;
    @FXML private Pane detailBox;
    @FXML private Pane healthBox;
    @FXML private TextField search;
    @FXML private Button dial;
    @FXML private ToggleGroup kinds;
    @FXML private ChoiceBox<CallListModel.Period> period;
    @FXML private ListView<Optional<CallRow>> list;
    @FXML private Label notice;
    @FXML private ProgressBar progress;
    @FXML private MenuButton more;
    @FXML private MenuItem export;
    @FXML private MenuItem diagnosis;
    @FXML private MenuItem about;
    @FXML private MenuItem quit;

    MainWindow(CallListModel model, CallActions actions, Words words, LiveView live, SearchToDial typed,
               Runnable onExport, Runnable onSettings, Desk desk) {
        this.model = model;
        this.actions = actions;
        this.words = words;
        this.live = live;
        this.typed = typed;
        this.detail = new CallDetail(actions);
        this.onExport = onExport;
        this.onSettings = onSettings;
        this.onDiagnosis = desk.diagnosis();
        this.onAbout = desk.about();
        this.choices = desk::choices;
        this.onQuit = desk.quit();
        this.health = new HealthLine(words.of("diagnosis.open"), onDiagnosis);
    }

    @FXML
    void initialize() {
        liveBox.getChildren().setAll(live);
        healthBox.getChildren().setAll(health);
        detailBox.getChildren().setAll(Fxml.load(detail, words));
        search.textProperty().bindBidirectional(model.text());
        dial.visibleProperty().bind(typed.isNumber());
        dial.managedProperty().bind(typed.isNumber());
        kinds.selectedToggleProperty().addListener((of, was, is) -> choose(was, is));
        model.kind().addListener((of, was, is) -> choose(is));
        period.getItems().setAll(CallListModel.Period.values());
        period.setConverter(new Labels<>(of -> words.of("period." + of.name().toLowerCase(Locale.ROOT))));
        period.valueProperty().bindBidirectional(model.period());
        ListBinding.bind(list, model, actions, words);
        model.chosen().addListener((of, was, is) -> detail.show(is));
        model.trouble().addListener((of, was, is) -> say(is));
        detail.show(Optional.empty());
        diagnosis.setVisible(onDiagnosis.isPresent());
        about.setVisible(onAbout.isPresent());
        MoreMenu.fill(more, choices);
        progressed(-1);
    }

    void show(List<LiveCalls.Line> calls, List<Health.Lamp> lamps) {
        live.show(calls);
        health.show(lamps);
    }

    /** Where no tray has it. */
    void offerToQuit() {
        quit.setVisible(onQuit.isPresent());
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

    /** Nothing blinks then: a caret keeps JavaFX drawing, in a closed window too (measured: 1 to 2 % of a core). */
    void rest() {
        list.requestFocus();
    }

    @FXML
    void exportCalls() {
        onExport.run();
    }

    @FXML
    void dialTyped() {
        typed.pressed();
    }

    @FXML
    void searchEntered() {
        typed.entered();
    }

    @FXML
    void openSettings() {
        onSettings.run();
    }

    @FXML
    void openDiagnosis() {
        onDiagnosis.ifPresent(Runnable::run);
    }

    @FXML
    void openAbout() {
        onAbout.ifPresent(Runnable::run);
    }

    @FXML
    void quit() {
        onQuit.ifPresent(Runnable::run);
    }

    @FXML
    void keyPressed(KeyEvent key) {
        boolean find = key.isShortcutDown() && key.getCode() == KeyCode.F;
        if (find) search.requestFocus();
        if (key.getCode() == KeyCode.ESCAPE) search.clear();
    }

    /** A call that is looked for ends the filter. */
    private void choose(CallSearch.Kind kind) {
        kinds.getToggles().stream().filter(toggle -> toggle.getUserData().equals(kind.name())).findFirst()
                .ifPresent(kinds::selectToggle);
    }

    private void choose(Toggle was, Toggle is) {
        if (is == null) {
            was.setSelected(true); // One of them always holds.
        } else {
            model.kind().set(CallSearch.Kind.valueOf(is.getUserData().toString()));
        }
    }
}
