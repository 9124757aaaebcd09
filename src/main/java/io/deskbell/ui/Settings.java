package io.deskbell.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** Everything that can be set, on one page. */
final class Settings {
    private static final String KEY = "inbox.api_key";

    private final SettingsModel model;
    private final InboxTrialModel inbox;
    private final TestEvent testEvent;
    private final Words words;
    private final Runnable onClose;
    private final List<SettingView> views = new ArrayList<>();

    @FXML private Pane fields;
    @FXML private Label trouble;
    @FXML private Label asking;
    @FXML private Button save;

    Settings(SettingsModel model, InboxTrialModel inbox, Words words, Runnable onClose) {
        this.model = model;
        this.inbox = inbox;
        this.testEvent = new TestEvent(inbox, model::whenKnown, model::withoutPhone, this::pointOut);
        this.words = words;
        this.onClose = onClose;
    }

    @FXML
    void initialize() {
        String group = "";
        for (Setting setting : model.settings()) {
            if (!setting.group().equals(group)) fields.getChildren().add(heading(setting));
            group = setting.group();
            SettingView view = new SettingView(setting, words);
            views.add(view);
            fields.getChildren().add(view);
            boolean tested = setting.name().equals(KEY) && inbox.isPossible();
            if (tested) fields.getChildren().add(Fxml.load(testEvent, words));
            setting.value().addListener((of, was, is) -> judge());
        }
        model.trouble().addListener((of, was, is) -> judge());
        asking.visibleProperty().bind(model.waiting());
        fields.disableProperty().bind(model.saving());
        judge();
    }

    @FXML
    void save() {
        save.requestFocus(); // Its field may have it, and cannot keep it while all is saved.
        model.save(onClose, this::pointOut);
    }

    @FXML
    void cancel() {
        onClose.run();
    }

    private void judge() {
        if (inbox.isPossible()) testEvent.judge();
        trouble.setText(model.trouble().get());
        trouble.setVisible(!trouble.getText().isEmpty());
        trouble.setManaged(!trouble.getText().isEmpty());
        save.setAccessibleHelp(trouble.getText());
    }

    /** At the field; what has none here is said below all the time. */
    private void pointOut() {
        SettingView.pointOut(views);
    }

    private Label heading(Setting setting) {
        Label heading = new Label(words.of("section." + setting.group()));
        heading.getStyleClass().add("section");
        heading.managedProperty().bind(setting.wanted());
        heading.visibleProperty().bind(setting.wanted());
        return heading;
    }
}
