package io.deskbell.ui;

import io.deskbell.config.ConfigDraft;
import io.deskbell.config.ConfigException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import javafx.scene.Parent;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The windows in which the program is set up. Any thread may call; nothing waits and nothing is thrown. */
public final class SettingsUi {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsUi.class);

    private final SettingsHost host;
    private final Words words;
    private final Fx fx = new Fx();
    private Optional<Stage> shown = Optional.empty(); // On JavaFX's thread, as all that is shown.
    private Theme theme;

    public SettingsUi(SettingsHost host, Locale locale) {
        this.host = host;
        this.words = new Words(locale);
    }

    /** Everything that can be set; brought to the front when it is open already. */
    public void show() {
        fx.execute(() -> {
            if (toFront()) return;
            Stage stage = new Stage();
            shown = Optional.of(stage);
            open(stage, words.of("settings.title"), model ->
                    Fxml.load(new Settings(model, inboxTrial(), words, stage::close), words));
        });
    }

    /**
     * The first run.
     *
     * @param onClosed is told once the window is gone, whether or not there is a configuration now
     */
    public void showFirstRun(Runnable onClosed) {
        fx.execute(() -> {
            Stage stage = new Stage();
            shown = Optional.of(stage);
            TrialModel trial = new TrialModel(host.phoneTrial(), words, fx);
            stage.setOnHidden(gone -> {
                trial.end();
                onClosed.run();
            });
            open(stage, words.of("wizard.title"), model -> Fxml.load(new Wizard(new WizardModel(model), model, trial,
                    inboxTrial(), words, stage::close), words));
        });
    }

    /** The first run's window comes to the front, where it still is open. */
    public void showFirstRunAgain() {
        fx.execute(this::toFront);
    }

    private boolean toFront() {
        Optional<Stage> open = shown.filter(Stage::isShowing);
        open.ifPresent(stage -> {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
        });
        return open.isPresent();
    }

    /** Makes the content of a window. */
    @FunctionalInterface
    private interface Content {
        Parent of(SettingsModel model);
    }

    private InboxTrialModel inboxTrial() {
        return new InboxTrialModel(host.inboxTrial(), words, InboxTrialModel.IN_BACKGROUND, fx);
    }

    private void open(Stage stage, String title, Content content) {
        try {
            ConfigDraft draft = host.open();
            if (theme == null) theme = Theme.ofSystem();
            SettingsModel model = new SettingsModel(host, draft, words, new SlowWork(
                    Executors.newSingleThreadExecutor(Thread.ofVirtual().name("keyring").factory()), fx));
            stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, gone -> model.close());
            Framed.put(stage, content.of(model), title, theme);
            stage.show();
            stage.toFront();
        } catch (ConfigException unreadable) {
            LOG.error("the settings cannot be opened: {}", unreadable.getMessage());
            tellOf(unreadable, stage);
        }
    }

    /** Nothing of it can be set here: somebody has to mend the file. */
    private void tellOf(ConfigException unreadable, Stage unshown) {
        Alert alert = new Alert(Alert.AlertType.ERROR, unreadable.getMessage(), ButtonType.CLOSE);
        alert.setTitle(words.of("settings.title"));
        alert.setHeaderText(words.of("settings.unreadable"));
        alert.setOnHidden(closed -> unshown.fireEvent(new WindowEvent(unshown, WindowEvent.WINDOW_HIDDEN)));
        alert.show();
    }
}
