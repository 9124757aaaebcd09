package io.deskbell.ui;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** What all windows have in common: looks, icon, the keys that close one, and that it fits on the screen. */
final class Framed {
    /** What a window manager puts around it, at most. */
    private static final double FRAME = 48;
    private static final KeyCombination CLOSE = new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);

    private Framed() {
    }

    /** Ready to be shown. On JavaFX's thread. */
    static void put(Stage stage, Parent root, String title, Theme theme) {
        Scene scene = new Scene(root);
        theme.dress(scene.getStylesheets());
        scene.getAccelerators().put(CLOSE,
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        stage.setScene(scene);
        stage.setTitle(title);
        stage.getIcons().setAll(AppIcon.images());
        fit(stage, root, Screen.getPrimary().getVisualBounds());
    }

    /** A window taller than the screen would keep its buttons out of reach: at 200 %, half the screen is left. */
    static void fit(Stage stage, Parent root, Rectangle2D room) {
        root.applyCss();
        if (root.prefHeight(-1) + FRAME > room.getHeight()) stage.setHeight(room.getHeight());
        if (root.prefWidth(-1) > room.getWidth()) stage.setWidth(room.getWidth());
    }
}
