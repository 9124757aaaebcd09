package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialCardTest {
    private ADesk desk;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        desk = new ADesk(folder);
        desk.canDial = true;
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @Test
    void enterAndEscapeAndTheFirstFocusAllMeanNo() {
        for (KeyCode key : List.of(KeyCode.ENTER, KeyCode.ESCAPE)) {
            OnScreen.run(() -> {
                DialModel model = shown("en", Theme.Palette.LIGHT);
                model.ask("+31612345678");
                assertTrue(button(window, "Cancel").isFocused());
                press(window.stage().getScene().getFocusOwner(), key);
                assertFalse(window.stage().isShowing());
            });
        }
        assertEquals(List.of(), desk.dialled);
    }

    @Test
    void theButtonCalls() {
        OnScreen.run(() -> {
            DialModel model = shown("en", Theme.Palette.LIGHT);
            model.ask("+31612345678");
            button(window, "Call").fire();
            assertFalse(button(window, "Call").isVisible(), "asked once");
            button(window, "Close").fire();
            assertFalse(window.stage().isShowing());
        });
        assertEquals(List.of("0612345678"), desk.dialled);
    }

    @Test
    void theQuestionIsDrawnInEachLanguageAndTheme() {
        for (String language : List.of("en", "nl", "de")) {
            for (Theme.Palette palette : Theme.Palette.values()) {
                OnScreen.run(() -> {
                    DialModel model = shown(language, palette);
                    model.ask("112");
                    OnScreen.picture(window.stage().getScene().getRoot(), "dial-" + language + "-" + palette, 1);
                    model.close();
                });
            }
        }
    }

    private DialWindow window;

    private DialModel shown(String language, Theme.Palette palette) {
        Telling telling = Telling.of(ScreenshotsTest.habits(language));
        DialModel model = desk.dialling(telling);
        window = new DialWindow(model, telling.words(), new Theme(palette));
        return model;
    }

    private static Button button(DialWindow window, String text) {
        return window.stage().getScene().getRoot().lookupAll(".button").stream().map(Button.class::cast)
                .filter(button -> button.getText().equals(text)).findFirst().orElseThrow();
    }

    private static void press(Node node, KeyCode code) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        node.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, false, false, false, false));
    }
}
