package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Where windows stand. */
@ExtendWith(ApplicationExtension.class)
class FramedTest {
    private static final Rectangle2D ROOM = new Rectangle2D(0, 30, 1280, 770);
    private Stage stage;

    @Start
    void open(Stage unused) {
        Region content = new Region();
        content.setPrefSize(400, 700);
        stage = new Stage();
        Framed.put(stage, content, "Deskbell", Look.USUAL.theme());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
    }

    @Test
    void aWindowHasItsTitleBarOnTheScreenAtFirst(FxRobot robot) {
        robot.interact(stage::show);
        assertTrue(isIn());
    }

    @Test
    void aWindowThatStoodOnAMonitorThatIsGoneComesBackToOneThatIsThere(FxRobot robot) {
        robot.interact(() -> {
            stage.show();
            stage.hide();
            stage.setX(5_000);
            stage.setY(-40);
            stage.show();
        });
        assertTrue(isIn());
    }

    @Test
    void aTitleBarAboveTheScreenOrAllButBesideItCannotBeTakenHoldOf() {
        assertTrue(Framed.hasTitle(ROOM, 900, 30, 470));
        assertFalse(Framed.hasTitle(ROOM, 405, 22, 470));
        assertFalse(Framed.hasTitle(ROOM, 1_200, 100, 470));
        assertFalse(Framed.hasTitle(ROOM, -400, 100, 470));
        assertFalse(Framed.hasTitle(ROOM, 400, 790, 470));
    }

    @Test
    void aWindowLargerThanTheScreenBeginsAtItsCorner() {
        assertEquals(new Point2D(0, 30), Framed.place(ROOM, 2_000, 1_000));
        assertEquals(new Point2D(405, 40), Framed.place(ROOM, 470, 740));
    }

    private boolean isIn() {
        return Framed.hasTitle(Screen.getPrimary().getVisualBounds(), stage.getX(), stage.getY(), stage.getWidth());
    }
}
