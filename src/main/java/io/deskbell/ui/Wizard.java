package io.deskbell.ui;

import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;

/** The first run, page after page. */
final class Wizard {
    private final WizardModel model;
    private final SettingsModel settings;
    private final Words words;
    private final TrialModel trial;
    private final InboxTrialModel inbox;
    private final TestEvent testEvent;
    private final Runnable onDone;
    private List<SettingView> asked = List.of();

    @FXML private ScrollPane scroll;
    @FXML private Label step;
    @FXML private Label title;
    @FXML private Label about;
    @FXML private Label trouble;
    @FXML private Pane fields;
    @FXML private Pane testBox;
    @FXML private Pane trialBox;
    @FXML private Label trialSays;
    @FXML private Label asking;
    @FXML private Button back;
    @FXML private Button next;

    Wizard(WizardModel model, SettingsModel settings, TrialModel trial, InboxTrialModel inbox, Words words,
           Runnable onDone) {
        this.model = model;
        this.settings = settings;
        this.trial = trial;
        this.inbox = inbox;
        this.testEvent = new TestEvent(inbox, settings::whenKnown, settings::withoutPhone, this::pointOut);
        this.words = words;
        this.onDone = onDone;
    }

    @FXML
    void initialize() {
        settings.settings().forEach(setting -> setting.value().addListener((of, was, is) -> judge()));
        settings.trouble().addListener((of, was, is) -> judge());
        model.page().addListener((of, was, is) -> turn());
        trialSays.textProperty().bind(trial.says());
        testBox.getChildren().setAll(Fxml.load(testEvent, words));
        asking.visibleProperty().bind(settings.waiting());
        for (Node typed : List.of(fields, trialBox, back)) typed.disableProperty().bind(settings.saving());
        turn();
    }

    @FXML
    void back() {
        model.back();
    }

    @FXML
    void next() {
        if (model.isLast()) {
            next.requestFocus(); // No field keeps it while all is saved.
            model.finish(onDone, this::pointOut);
        } else {
            turnOn();
        }
    }

    @FXML
    void tryPhone() {
        settings.whenKnown(() -> settings.config().ifPresentOrElse(trial::begin, this::pointOut));
    }

    /** What is wrong is said at once; what a keyring has to tell may be wrong as well. */
    private void turnOn() {
        if (!model.canGoOn()) {
            pointOut();
            return;
        }
        settings.whenKnown(() -> {
            if (model.canGoOn()) model.next();
            else pointOut();
        });
    }

    private void turn() {
        trial.end();
        shown(trialBox, model.page().get() == WizardModel.Page.PHONE && trial.isPossible());
        shown(testBox, model.page().get() == WizardModel.Page.AGENT && inbox.isPossible()); // Key and extension known.
        String page = model.page().get().name().toLowerCase(Locale.ROOT);
        step.setText(words.of("wizard.step", model.page().get().ordinal() + 1, WizardModel.Page.values().length));
        title.setText(words.of("wizard." + page + ".title"));
        about.setText(words.of("wizard." + page + ".about"));
        asked = model.asked().stream()
                .map(setting -> new SettingView(setting, words)).toList();
        fields.getChildren().setAll(asked);
        scroll.setVvalue(0);
        asked.stream().filter(SettingView::canBeFilledIn).findFirst()
                .ifPresentOrElse(SettingView::requestFocus, next::requestFocus); // IT may have set them all.
        back.setVisible(!model.isFirst());
        next.setText(words.of(model.isLast() ? "wizard.finish" : "wizard.next"));
        judge();
    }

    private void judge() {
        testEvent.judge();
        boolean needsAll = model.isLast() || model.page().get() == WizardModel.Page.PHONE; // To save, or to try.
        tell(needsAll ? settings.trouble().get() : "");
    }

    /** Nobody is left before a button that does nothing: what is missing is said, at its field where it has one. */
    private void pointOut() {
        boolean here = SettingView.pointOut(asked);
        if (!here) tell(settings.inTheWay());
    }

    /** In words, and to a screen reader where the focus comes. */
    private void tell(String words) {
        trouble.setText(words);
        shown(trouble, !words.isEmpty());
        next.setAccessibleHelp(words);
    }

    private static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
