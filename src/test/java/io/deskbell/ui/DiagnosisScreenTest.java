package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DiagnosisScreenTest {
    private final List<String> closed = new ArrayList<>();
    private Stage stage;

    @Start
    void open(Stage unused) {
        Words words = Look.USUAL.words();
        DiagnosisModel model = new DiagnosisModel(new ACheckUp(), words, new OnTheSpot(), Runnable::run);
        stage = new Stage();
        Framed.put(stage, Fxml.load(new Diagnosis(model, words, () -> closed.add("closed")), words),
                words.of("diagnosis.title"), Look.USUAL.theme());
        stage.show();
        model.begin();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
    }

    @Test
    void itShowsEachThingLookedAtAndThenWhatABundleWouldHold(FxRobot robot) {
        assertEquals(ACheckUp.LINES.size(), robot.lookup(".diagnosis-row").queryAll().size());
        robot.clickOn("Save a bundle for support…");
        assertTrue(robot.lookup("doctor.txt, 1 kB").tryQuery().isPresent());
        assertFalse(robot.lookup("#scroll").query().isVisible());
    }

    @Test
    void escapeTakesOneStepBack(FxRobot robot) {
        robot.clickOn("Save a bundle for support…").type(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#scroll").query().isVisible());
        assertEquals(List.of(), closed);
        robot.type(KeyCode.ESCAPE);
        assertEquals(List.of("closed"), closed);
    }

    @Test
    void copyingPutsTheTextOnThePasteboard(FxRobot robot) {
        robot.clickOn("Copy as text");
        robot.interact(() -> assertEquals(5, Clipboard.getSystemClipboard().getString().lines().count()));
        assertTrue(robot.lookup("The diagnosis is copied.").tryQuery().isPresent());
    }
}
