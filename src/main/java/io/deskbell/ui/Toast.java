package io.deskbell.ui;

import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/**
 * The small window in the corner of the screen with the pointer. Every {@code Stage.show()} takes the keyboard away
 * from the agent; a popup does not, if the stage it belongs to is there already. On JavaFX's thread.
 */
final class Toast {
    private static final double MARGIN = 16;
    /** So the owner never has the keyboard, and no frame. Elsewhere a minimised window takes its popups along. */
    private static final boolean MINIMISED = Machine.here().system() == OperatingSystem.LINUX;

    private final ToastCard card;
    private final Parent root;
    private final Popup popup = new Popup();
    private final Stage owner = new Stage(StageStyle.UTILITY);

    /** Built at the start of the program, when taking the focus for a moment disturbs nobody. */
    Toast(Words words, Theme theme, ToastCard card) {
        this.card = card;
        root = Fxml.load(card, words);
        popup.getContent().setAll(root);
        popup.setAutoFix(false);
        theme.dress(root.getStylesheets()); // Not the scene's: a popup takes over those of its owner.
        root.getStyleClass().add("root");
        Scene nothing = new Scene(new Group(), 1, 1, Color.TRANSPARENT);
        owner.setTitle(words.of("app.name")); // Some task bars list it all the same.
        owner.setScene(nothing);
        owner.setIconified(MINIMISED);
        owner.setAlwaysOnTop(true); // A popup is above its owner, and no higher than that on Windows.
        owner.setOpacity(0);
        owner.setWidth(1);
        owner.setHeight(1);
        owner.setX(0);
        owner.setY(0);
        owner.show();
    }

    void show(Optional<ToastModel.Saying> saying) {
        if (saying.isEmpty()) {
            popup.hide();
            return;
        }
        card.show(saying.get());
        root.applyCss();
        root.autosize();
        place();
    }

    Popup popup() {
        return popup;
    }

    void close() {
        popup.hide();
        owner.hide();
    }

    /**
     * Below on the right, above the taskbar. Where it stands already it stays, for the pointer may be on its way to it;
     * it only moves up where it grew, as when the caller's name is learnt.
     */
    private void place() {
        double width = root.prefWidth(-1);
        double height = root.prefHeight(width);
        if (popup.isShowing()) {
            double lowest = screenAt(popup.getX(), popup.getY()).getVisualBounds().getMaxY() - height - MARGIN;
            if (popup.getAnchorY() > lowest) popup.setAnchorY(lowest);
            return;
        }
        Point2D pointer = new Robot().getMousePosition();
        Rectangle2D free = screenAt(pointer.getX(), pointer.getY()).getVisualBounds();
        popup.show(owner, free.getMaxX() - width - MARGIN, free.getMaxY() - height - MARGIN);
    }

    private static Screen screenAt(double x, double y) {
        return Screen.getScreensForRectangle(x, y, 1, 1).stream().findFirst().orElse(Screen.getPrimary());
    }
}
