package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DialCardTest {
    @TempDir
    Path folder;
    private ADesk desk;
    private DialModel model;
    private DialWindow window;

    @Start
    void open(Stage unused) throws IOException {
        desk = new ADesk(folder);
        desk.canDial = true;
        Telling telling = Look.told("en");
        model = desk.dialling(telling);
        window = new DialWindow(model, telling.words(), new Theme(Theme.Palette.LIGHT));
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @Test
    void enterAndEscapeAndTheFirstFocusAllMeanNo(FxRobot robot) {
        for (KeyCode key : List.of(KeyCode.ENTER, KeyCode.ESCAPE)) {
            robot.interact(() -> model.ask("+31612345678"));
            assertTrue(robot.lookup("Cancel").queryButton().isFocused());
            robot.type(key);
            assertFalse(window.stage().isShowing());
        }
        assertEquals(List.of(), desk.dialled);
    }

    @Test
    void theButtonCalls(FxRobot robot) {
        robot.interact(() -> model.ask("+31612345678"));
        robot.clickOn("Call");
        assertFalse(robot.lookup("#call").query().isVisible(), "asked once");
        robot.clickOn("Close");
        assertFalse(window.stage().isShowing());
        assertEquals(List.of("0612345678"), desk.dialled);
    }

    @Test
    void theKeyboardCallsAsWell(FxRobot robot) {
        robot.interact(() -> model.ask("+31612345678"));
        robot.type(KeyCode.TAB, KeyCode.SPACE);
        assertEquals(List.of("0612345678"), desk.dialled);
    }

    /** A link may hold anything; what is asked about is the number alone. */
    @Test
    void aRogueLinkIsAskedAboutByItsNumberOrNotAtAll(FxRobot robot) {
        robot.interact(() -> model.ask("tel:+31612345678;name=" + Gallery.ROGUE));
        assertEquals(List.of("Call 06 12345678?"), texts(robot));
        robot.type(KeyCode.ESCAPE);
        robot.interact(() -> model.ask("tel:" + Gallery.ROGUE));
        assertEquals(List.of("Call", "This is not a telephone number that can be called."), texts(robot));
        assertEquals(List.of(), desk.dialled);
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(".label").queryAllAs(Label.class).stream().filter(Node::isVisible).map(Label::getText)
                .toList();
    }
}
