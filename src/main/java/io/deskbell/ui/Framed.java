package io.deskbell.ui;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** What all windows have in common: looks, icon, the keys that close one, letters with Alt, a fit with the screen. */
final class Framed {
    /** What a window manager puts around it, at most. */
    private static final double FRAME = 48;
    /** As much of a title bar as a hand needs. */
    private static final double GRIP = 120;
    private static final KeyCombination CLOSE = new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);

    private Framed() {
    }

    /** Ready to be shown. On JavaFX's thread. */
    static void put(Stage stage, Parent root, String title, Theme theme) {
        Scene scene = new Scene(root);
        theme.dress(scene.getStylesheets());
        scene.getAccelerators().put(CLOSE,
                () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        Mnemonics.in(stage);
        stage.setScene(scene);
        stage.setTitle(title);
        stage.getIcons().setAll(AppIcon.images());
        fit(stage, root, Screen.getPrimary().getVisualBounds());
        stage.addEventHandler(WindowEvent.WINDOW_SHOWING, showing -> bringIn(stage));
        ListChangeListener<Screen> monitors = change -> bringIn(stage);
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, shown -> Screen.getScreens().addListener(monitors));
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> Screen.getScreens().removeListener(monitors));
    }

    /** To where its title bar can be had: some window managers place it above the screen, and monitors go away. */
    static void bringIn(Stage stage) {
        Parent root = stage.getScene().getRoot();
        double width = Double.isNaN(stage.getWidth()) ? root.prefWidth(-1) : stage.getWidth();
        double height = Double.isNaN(stage.getHeight()) ? root.prefHeight(-1) + FRAME : stage.getHeight();
        boolean isNew = Double.isNaN(stage.getX()) || Double.isNaN(stage.getY());
        List<Rectangle2D> rooms = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        boolean isIn = !isNew && rooms.stream().anyMatch(room -> hasTitle(room, stage.getX(), stage.getY(), width));
        if (isIn) return;
        Point2D place = place(Screen.getPrimary().getVisualBounds(), width, height);
        stage.setX(place.getX());
        stage.setY(place.getY());
    }

    /** Whether enough of the title bar is in the room to be taken hold of. */
    static boolean hasTitle(Rectangle2D room, double x, double y, double width) {
        double seen = Math.min(x + width, room.getMaxX()) - Math.max(x, room.getMinX());
        return seen >= Math.min(width, GRIP) && y >= room.getMinY() && y <= room.getMaxY() - FRAME;
    }

    /** In the middle, rather high, and never above or left of the room. */
    static Point2D place(Rectangle2D room, double width, double height) {
        return new Point2D(room.getMinX() + Math.max(0, (room.getWidth() - width) / 2),
                room.getMinY() + Math.max(0, (room.getHeight() - height) / 3));
    }

    /** A window taller than the screen would keep its buttons out of reach: at 200 %, half the screen is left. */
    static void fit(Stage stage, Parent root, Rectangle2D room) {
        root.applyCss();
        if (root.prefHeight(-1) + FRAME > room.getHeight()) stage.setHeight(room.getHeight());
        if (root.prefWidth(-1) > room.getWidth()) stage.setWidth(room.getWidth());
    }
}
