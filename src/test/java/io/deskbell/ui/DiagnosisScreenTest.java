package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DiagnosisScreenTest {
    private final List<String> closed = new ArrayList<>();
    private final ExecutorService background = Executors.newSingleThreadExecutor();

    @AfterEach
    void end() {
        background.shutdownNow();
    }

    @Test
    void itIsDrawnInEveryLanguageAndThemeWithItsBundle() throws Exception {
        for (String language : List.of("en", "nl", "de")) {
            for (Theme.Palette palette : Theme.Palette.values()) {
                String name = language + "-" + palette.name().toLowerCase(Locale.ROOT);
                Parent root = shown(language, palette);
                OnScreen.run(() -> {
                    assertEquals(ACheckUp.LINES.size(), root.lookupAll(".diagnosis-row").size());
                    OnScreen.picture(root, "diagnosis-" + name, 1);
                    ((Button) root.lookup("#bundle")).fire();
                });
                settled();
                OnScreen.run(() -> {
                    assertTrue(root.lookup("#bundleBox").isVisible());
                    assertFalse(root.lookup("#scroll").isVisible());
                    OnScreen.picture(root, "bundle-" + name, 1);
                    root.getScene().getWindow().hide();
                });
            }
        }
    }

    @Test
    void copyingPutsTheTextOnThePasteboard() throws Exception {
        Parent root = shown("en", Theme.Palette.LIGHT);
        String copied = OnScreen.get(() -> {
            ((Button) root.lookup("#copy")).fire();
            String text = Clipboard.getSystemClipboard().getString();
            root.getScene().getWindow().hide();
            return text;
        });
        assertEquals(5, copied.lines().count());
    }

    private Parent shown(String language, Theme.Palette palette) throws Exception {
        Words words = new Words(Locale.of(language));
        DiagnosisModel model = new DiagnosisModel(new ACheckUp(), words, background, OnScreen.FX);
        Parent root = OnScreen.get(() -> {
            Parent loaded = Fxml.load(new Diagnosis(model, words, () -> closed.add(language)), words);
            Scene scene = new Scene(loaded);
            new Theme(palette).dress(scene.getStylesheets());
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            model.begin();
            return loaded;
        });
        settled();
        return root;
    }

    /** What was handed to the background is done, and what it handed to the screen as well. */
    private void settled() throws Exception {
        background.submit(() -> { }).get();
        OnScreen.run(() -> { });
    }
}
