package io.deskbell.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.stage.Stage;

/** The window about the program, behind one door. Any thread may call; nothing waits and nothing is thrown. */
public final class AboutUi {
    private final AboutProgram program;
    private final Words words;
    private final Fx fx = new Fx();
    private Optional<Stage> shown = Optional.empty(); // On JavaFX's thread, as all that is shown.

    public AboutUi(AboutProgram program, Locale locale) {
        this.program = program;
        this.words = new Words(locale);
    }

    /** Brought to the front when it is open already. */
    public void show() {
        fx.execute(() -> {
            Stage stage = shown.filter(Stage::isShowing).orElseGet(this::open);
            shown = Optional.of(stage);
            stage.setIconified(false);
            stage.toFront();
        });
    }

    private Stage open() {
        Stage stage = new Stage();
        AboutModel model = new AboutModel(program, System.getProperty("javafx.version", ""), words);
        About about = new About(model, words, stage::close);
        Framed.put(stage, Fxml.load(about, words), words.of("about.title"), Theme.ofSystem());
        stage.setMinWidth(380);
        stage.setMinHeight(320);
        stage.show();
        about.opened();
        return stage;
    }
}
