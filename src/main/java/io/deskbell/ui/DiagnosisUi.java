package io.deskbell.ui;

import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.stage.Stage;

/** The window of the diagnosis, behind one door. Any thread may call; nothing waits and nothing is thrown. */
public final class DiagnosisUi implements AutoCloseable {
    private final CheckUp checkUp;
    private final Words words;
    private final Fx fx = new Fx();
    private final ExecutorService background =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("diagnosis").daemon().factory());
    private Stage shown; // On JavaFX's thread, as all that is shown.

    public DiagnosisUi(CheckUp checkUp, Locale locale) {
        this.checkUp = checkUp;
        this.words = new Words(locale);
    }

    /** Looks at everything; brought to the front when it is open already. */
    public void show() {
        fx.execute(() -> {
            if (shown == null || !shown.isShowing()) shown = open();
            shown.setIconified(false);
            shown.toFront();
        });
    }

    /** Nothing more is looked at. The window goes with the others. */
    @Override
    public void close() {
        background.shutdownNow();
    }

    private Stage open() {
        Stage stage = new Stage();
        DiagnosisModel model = new DiagnosisModel(checkUp, words, background, fx);
        Framed.put(stage, Fxml.load(new Diagnosis(model, words, stage::close), words), words.of("diagnosis.title"),
                Theme.ofSystem());
        stage.setMinWidth(420);
        stage.setMinHeight(380);
        stage.setOnHidden(hidden -> model.end());
        stage.show();
        model.begin();
        return stage;
    }
}
