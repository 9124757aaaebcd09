package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.UiSettings;
import io.deskbell.outbox.CallSearch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The list in the window: what the mouse does there, and that it says what it shows. */
@ExtendWith(ApplicationExtension.class)
class CallListScreenTest {
    @TempDir
    Path folder;
    private final AtomicReference<Instant> clock = new AtomicReference<>(Calls.NOW);
    private ADesk desk;
    private MainStage main;

    @Start
    void open(Stage unused) throws IOException {
        Telling telling = Telling.of(new Habits(new UiSettings(true, false), "NL", Locale.ENGLISH, Locale.ENGLISH,
                Calls.ZONE, ((InstantSource) clock::get).withZone(Calls.ZONE)));
        desk = new ADesk(folder).withAMorning();
        main = new MainStage(desk, telling, Look.USUAL.theme(), Runnable::run, Runnable::run, () -> { },
                desk.dialling(telling));
        main.show();
    }

    @AfterEach
    void close(FxRobot robot) throws IOException {
        robot.interact(main::hide);
        desk.close();
    }

    @Test
    void aDoubleClickOpensTheConversationWhereThereIsOne(FxRobot robot) {
        robot.doubleClickOn("Bakkerij De Gouden Korenaar B.V.");
        robot.doubleClickOn("Piet"); // A colleague.
        assertEquals(List.of("a1"), desk.opened);
    }

    @Test
    void aCallThatIsLookedForEndsTheFilterAndTheButtonSaysSo(FxRobot robot) {
        robot.clickOn("Missed");
        robot.interact(() -> main.show("a5"));
        assertTrue(robot.lookup("All").<ToggleButton>query().isSelected());
        assertEquals(CallSearch.Kind.ALL, main.model().kind().get());
        assertEquals(7, list(robot).getItems().size());
    }

    @Test
    void inAWindowLeftOpenOverNightYesterdaysCallsAreYesterdays(FxRobot robot) {
        assertEquals(1, ofYesterday(robot));
        clock.set(Calls.NOW.plusSeconds(86_400));
        robot.interact(main::tick);
        assertEquals(6, list(robot).getItems().size());
        assertEquals(6, ofYesterday(robot));
    }

    private static long ofYesterday(FxRobot robot) {
        return robot.lookup(".when .quiet").<Labeled>queryAll().stream()
                .filter(label -> label.getText().startsWith("yesterday ")).count();
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#list").queryListView();
    }
}
