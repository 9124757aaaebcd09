package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

/** A file that is no configuration at all cannot be asked about: it is said, and the start does not wait for ever. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class UnreadableConfigTest {
    private static final long PATIENCE = 30_000;

    @TempDir
    Path folder;

    @Start
    void open(Stage unused) {
    }

    @Test
    void whatIsWrongIsShownAndWhoeverWaitsIsToldOnceItIsClosed(FxRobot robot) throws Exception {
        AHost host = new AHost(folder).withUser("");
        Files.writeString(host.user, "[inbox\napi_key abc\n");
        CountDownLatch closed = new CountDownLatch(1);
        new SettingsUi(host, Locale.ENGLISH).showFirstRun(closed::countDown);
        // Looked for on JavaFX's thread: elsewhere it may be half laid out, and not only about to be shown.
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE, () -> robot
                .lookup("Close").match(NodeQueryUtils.isVisible()).tryQuery().isPresent()));
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(robot.lookup("The configuration cannot be read. Ask your IT department to mend the file.").tryQuery()
                .isPresent());
        assertEquals(1, closed.getCount());
        robot.clickOn("Close");
        assertTrue(closed.await(30, TimeUnit.SECONDS));
    }
}
