package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.outbox.Delivery;
import io.deskbell.source.SourceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The first run, filled in by somebody who never touches the mouse, and by somebody who changes their mind. */
@ExtendWith(ApplicationExtension.class)
class FirstRunTest {
    @TempDir
    Path folder;
    private final List<String> closed = new ArrayList<>();
    private Stage stage;
    private AHost host;
    private SettingsModel settings;

    @Start
    void open(Stage unused) throws IOException {
        host = new AHost(folder).withUser("");
        host.trial = Optional.of((config, line, rings) -> {
            line.accept("pbx.example.com", new SourceStatus.Watching(Calls.NOW));
            rings.accept(Calls.customer());
            return () -> closed.add("trial ended");
        });
        Words words = Look.USUAL.words();
        settings = host.model(words);
        TrialModel trial = new TrialModel(host.phoneTrial(), words, Runnable::run);
        InboxTrialModel inbox = new InboxTrialModel(Optional.of(config -> new Delivery.Accepted(Optional.empty())),
                words, Runnable::run, Runnable::run);
        Wizard wizard = new Wizard(new WizardModel(settings), settings, trial, inbox, words, () -> closed.add("done"));
        stage = new Stage();
        Framed.put(stage, Fxml.load(wizard, words), words.of("wizard.title"), Look.USUAL.theme());
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
    }

    @Test
    void fourPagesAreFilledInByTheKeyboardAlone(FxRobot robot) throws IOException {
        robot.write("abc").type(KeyCode.ENTER);
        robot.write("201").type(KeyCode.ENTER);
        robot.type(KeyCode.TAB).write("pbx.example.com").type(KeyCode.ENTER);
        assertTrue(robot.lookup("Step 4 of 4").tryQuery().isPresent());
        robot.type(KeyCode.TAB, KeyCode.TAB, KeyCode.SPACE).type(KeyCode.TAB, KeyCode.TAB, KeyCode.ENTER);
        assertEquals(List.of("done"), closed);
        String written = Files.readString(host.user);
        for (String line : List.of("api_key = abc", "extension = 201", "server = pbx.example.com", "sound = yes")) {
            assertTrue(written.contains(line), written);
        }
    }

    @Test
    void nothingGoesOnWithoutWhatIsNeededAndBackShowsWhatWasTyped(FxRobot robot) {
        robot.type(KeyCode.ENTER);
        assertTrue(robot.lookup("Step 1 of 4").tryQuery().isPresent());
        Node key = robot.lookup("#inbox-api_key .text-field").query();
        assertTrue(key.isFocused());
        assertTrue(robot.lookup("Enter the key: letters and digits, without spaces.").tryQuery().isPresent());
        assertEquals("Key: Enter the key: letters and digits, without spaces.", key.getAccessibleText());
        robot.write("abc").clickOn("Next").write("20").clickOn("Back").clickOn("Next");
        assertEquals("20", robot.lookup("#agent-extension .text-field").queryTextInputControl().getText());
    }

    @Test
    void theLetterOfNextGoesToWhatIsMissingAsAClickDoes(FxRobot robot) {
        for (int pressed = 0; pressed < 2; pressed++) {
            robot.press(KeyCode.ALT).type(KeyCode.N).release(KeyCode.ALT);
            assertTrue(robot.lookup("#inbox-api_key .text-field").query().isFocused());
        }
    }

    @Test
    void whoTriesWithoutWhatIsNeededIsToldWhatThatIs(FxRobot robot) {
        robot.write("abc").type(KeyCode.ENTER).clickOn("Send a test event…");
        assertTrue(robot.lookup("Enter your extension, for example 201.").tryQuery().isPresent());
        robot.write("201").type(KeyCode.ENTER).clickOn("Try it");
        assertTrue(robot.lookup("An address, for example pbx.example.com.").tryQuery().isPresent());
        assertTrue(robot.lookup("#sip-server .text-field").query().isFocused());
    }

    @Test
    void whatIsWrongOnNoPageHereIsSaidBesideTheButton(FxRobot robot) {
        robot.interact(() -> settings.find("dial.shortcut").value().set("D"));
        robot.write("abc").type(KeyCode.ENTER).write("201").type(KeyCode.ENTER);
        robot.type(KeyCode.TAB).write("pbx.example.com").clickOn("Try it");
        assertEquals("Keys to call what is selected: Keys such as Ctrl+Alt+D, or nothing.",
                robot.lookup("#trouble").queryLabeled().getText());
        assertEquals(robot.lookup("#trouble").queryLabeled().getText(),
                robot.lookup("#next").query().getAccessibleHelp());
    }

    @Test
    void agentInboxIsTriedAfterAWarning(FxRobot robot) {
        robot.write("abc").type(KeyCode.ENTER).write("201").clickOn("Send a test event…");
        robot.clickOn("Make the conversation");
        assertTrue(robot.lookup("#says").queryLabeled().getText().startsWith("Agent Inbox took it."));
    }

    @Test
    void thePhoneIsTriedAndSeenToRing(FxRobot robot) {
        robot.write("abc").type(KeyCode.ENTER).write("201").type(KeyCode.ENTER);
        robot.type(KeyCode.TAB).write("pbx.example.com").clickOn("Try it");
        assertTrue(robot.lookup("It rings: +31612345678, J. Jansen. It works.").tryQuery().isPresent());
        robot.clickOn("Back");
        assertEquals(List.of("trial ended"), closed);
    }
}
