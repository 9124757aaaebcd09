package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.Config;
import io.deskbell.config.Secret;
import io.deskbell.source.SourceStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.NodeQueryUtils;
import org.testfx.util.WaitForAsyncUtils;

/** A keyring that waits for its user does not hold the windows still that want something of it. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class SlowKeyringTest {
    private static final long PATIENCE = 20_000; // Milliseconds.
    private static final String NO_KEY = SettingsModelTest.SOUND.replace("abc", "");

    @TempDir
    private Path folder;
    private final AKeyring keyring = new AKeyring();
    private final BlockingQueue<Config> tried = new LinkedBlockingQueue<>();
    private AHost host;

    @Start
    void open(Stage unused) {
    }

    @BeforeEach
    void begin() throws Exception {
        host = new AHost(folder).withUser(NO_KEY);
        host.keyring = keyring;
        host.keepsSecrets = true;
    }

    @AfterEach
    void close(FxRobot robot) {
        keyring.close();
        robot.interact(() -> List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    @Test
    void theWindowLivesWhileTheKeyringIsAskedAndSaysSo(FxRobot robot) throws Exception {
        settings(robot);
        assertTrue(asking(robot));
        robot.clickOn("#agent-extension .text-field").write("9");
        assertEquals("2019", robot.lookup("#agent-extension .text-field").queryTextInputControl().getText());
        assertEquals("", key(robot).getPromptText());
        keyring.hasNothing();
        keyring.has("found");
        until(() -> !asking(robot));
        assertEquals("Stored; leave empty to keep it", key(robot).getPromptText());
    }

    @Test
    void saveGoesOnWhenTheKeyringAnswersHoweverOftenItIsPressed(FxRobot robot) throws Exception {
        settings(robot);
        robot.clickOn("#agent-extension .text-field").write("9").type(KeyCode.ENTER).clickOn("Save");
        assertTrue(robot.lookup("#agent-extension .text-field").query().isDisabled());
        assertEquals(NO_KEY, Files.readString(host.user));
        keyring.hasNothing();
        keyring.has("found");
        until(() -> open(robot).isEmpty());
        assertEquals(List.of("saved"), host.told);
        assertEquals(NO_KEY.replace("201", "2019"), Files.readString(host.user));
    }

    @Test
    void whatTheKeyringDoesNotHaveIsAskedForWhenItHasAnswered(FxRobot robot) throws Exception {
        settings(robot);
        robot.clickOn("Save");
        keyring.hasNothing();
        keyring.hasNothing();
        until(() -> key(robot).isFocused());
        assertTrue(robot.lookup("Enter the key: letters and digits, without spaces.").tryQuery().isPresent());
        assertFalse(asking(robot));
        assertEquals(List.of(), host.told);
    }

    @Test
    void aSecretIsKeptOnceAndSaidToBeRefusedAndCanBeSavedAgain(FxRobot robot) throws Exception {
        settingsWithAKey(robot);
        robot.clickOn("Save").clickOn("Save");
        assertEquals("inbox.api_key", keyring.nextAsked());
        assertTrue(asking(robot));
        keyring.refuses("the keyring stayed locked");
        until(() -> robot.lookup("The settings could not be saved: the keyring stayed locked").tryQuery().isPresent());
        assertFalse(asking(robot));
        assertEquals(NO_KEY, Files.readString(host.user));
        robot.clickOn("Save");
        keyring.hasNothing();
        until(() -> open(robot).isEmpty());
        assertEquals(Map.of("inbox.api_key", "new"), host.secrets);
        assertEquals(List.of("saved"), host.told);
        assertEquals("inbox.api_key", keyring.nextAsked());
        assertFalse(keyring.isAskedForMore());
    }

    @Test
    void whoCancelsWhileTheKeyringAsksChangesNothing(FxRobot robot) throws Exception {
        settingsWithAKey(robot);
        robot.clickOn("Save");
        assertEquals("inbox.api_key", keyring.nextAsked());
        robot.clickOn("Cancel");
        assertEquals(Optional.empty(), open(robot));
        assertEquals("inbox.api_key", keyring.nextLeft());
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(List.of(List.of(), NO_KEY, Map.of()), List.of(host.told, Files.readString(host.user),
                host.secrets));
    }

    @Test
    void theWindowCanBeClosedBeforeTheKeyringHasAnsweredAndOpenedAgain(FxRobot robot) throws Exception {
        SettingsUi ui = settings(robot);
        robot.type(KeyCode.ESCAPE);
        assertEquals(Optional.empty(), open(robot));
        assertEquals("sip.password", keyring.nextLeft());
        ui.show();
        assertEquals("sip.password", keyring.nextAsked());
        keyring.hasNothing();
        keyring.has("found");
        until(() -> open(robot).isPresent() && !asking(robot));
    }

    @Test
    void theFirstRunWaitsForTheKeyringBeforeItTurnsThePageAndBeforeItEnds(FxRobot robot) throws Exception {
        CountDownLatch closed = firstRun(robot);
        robot.clickOn("Next");
        assertTrue(robot.lookup("Step 1 of 4").tryQuery().isPresent());
        assertTrue(asking(robot));
        keyring.hasNothing();
        keyring.has("found");
        until(() -> robot.lookup("Step 2 of 4").tryQuery().isPresent());
        robot.clickOn("Next").clickOn("Next").clickOn("Finish");
        assertTrue(closed.await(30, TimeUnit.SECONDS));
        assertEquals(List.of("saved"), host.told);
    }

    @Test
    void thePhoneIsTriedWithThePasswordThatTheKeyringHas(FxRobot robot) throws Exception {
        firstRun(robot);
        keyring.hasNothing();
        keyring.has("found");
        until(() -> !asking(robot));
        assertEquals("inbox.api_key", keyring.nextAsked());
        robot.clickOn("Next").clickOn("Next")
                .interact(() -> phone(robot).getSelectionModel().select("xelion"));
        assertEquals("xelion.password", keyring.nextAsked());
        robot.clickOn("#xelion-url .text-field").write("https://x").clickOn("#xelion-user .text-field").write("me")
                .clickOn("Try it");
        assertEquals(List.of(), List.copyOf(tried));
        keyring.has("s3cret");
        keyring.hasNothing();
        assertTrue(tried.poll(30, TimeUnit.SECONDS).secrets().stream().map(Secret::reveal).toList().contains("s3cret"));
    }

    private void settingsWithAKey(FxRobot robot) throws Exception {
        settings(robot);
        keyring.hasNothing();
        keyring.hasNothing();
        until(() -> !asking(robot));
        assertEquals("inbox.api_key", keyring.nextAsked());
        robot.clickOn("#inbox-api_key .text-field").write("new");
    }

    /** Open, with the first question asked; the other one stands behind it. */
    private SettingsUi settings(FxRobot robot) throws Exception {
        SettingsUi ui = new SettingsUi(host, Locale.ENGLISH);
        ui.show();
        assertEquals("sip.password", keyring.nextAsked());
        until(() -> open(robot).isPresent());
        return ui;
    }

    private CountDownLatch firstRun(FxRobot robot) throws Exception {
        host.trial = Optional.of((config, line, rings) -> {
            tried.add(config);
            line.accept("pbx.example.com", new SourceStatus.Connecting());
            return () -> { };
        });
        CountDownLatch closed = new CountDownLatch(1);
        new SettingsUi(host, Locale.ENGLISH).showFirstRun(closed::countDown);
        assertEquals("sip.password", keyring.nextAsked());
        until(() -> open(robot).isPresent());
        return closed;
    }

    private static boolean asking(FxRobot robot) {
        return robot.lookup("Your keyring may ask for its password.").tryQuery().filter(Node::isVisible).isPresent();
    }

    private static TextInputControl key(FxRobot robot) {
        return robot.lookup("#inbox-api_key .text-field").queryTextInputControl();
    }

    private static ComboBox<String> phone(FxRobot robot) {
        return robot.lookup("#phone-source .combo-box").queryComboBox();
    }

    private static Optional<Node> open(FxRobot robot) {
        return robot.lookup("#fields").match(NodeQueryUtils.isVisible()).tryQuery(); // Not only about to be shown.
    }

    /** Looked at on JavaFX's thread, which may be about to change what is seen. */
    private static void until(Callable<Boolean> holds) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE, holds));
    }
}
