package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.Config;
import io.deskbell.outbox.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SettingsScreenTest {
    @TempDir
    Path folder;
    private final List<String> closed = new ArrayList<>();
    private Stage stage;
    private final List<String> sent = new ArrayList<>();
    private AHost host;

    @Start
    void open(Stage unused) throws IOException {
        host = new AHost(folder).withUser(SettingsModelTest.SOUND)
                .withMachine("[agent]\ncountry = DE\n[lock]\nkeys = agent.country\n");
        Words words = Look.USUAL.words();
        Settings settings = new Settings(host.model(words), inbox(words), words, () -> closed.add("closed"));
        stage = new Stage();
        Framed.put(stage, Fxml.load(settings, words), words.of("settings.title"), Look.USUAL.theme());
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
    }

    @Test
    void whatIsTypedIsSavedByEnter(FxRobot robot) throws IOException {
        robot.type(KeyCode.TAB, 2); // The key comes first, and the test event that belongs to it.
        assertTrue(robot.lookup("#agent-extension .text-field").query().isFocused());
        robot.write("207").type(KeyCode.ENTER);
        assertEquals(List.of("closed"), closed);
        assertTrue(Files.readString(host.user).contains("extension = 207 ; at my desk"));
    }

    @Test
    void whatIsChosenByTheMouseIsSavedByTheMouse(FxRobot robot) throws IOException {
        robot.interact(robot.lookup("#ui-sound .check-box").query()::requestFocus);
        robot.type(KeyCode.SPACE).clickOn("Save");
        assertTrue(Files.readString(host.user).contains("sound = yes"));
    }

    @Test
    void escapeLeavesEverythingAsItWas(FxRobot robot) throws IOException {
        robot.clickOn("#agent-extension .text-field").write("9").type(KeyCode.ESCAPE);
        assertEquals(List.of("closed"), closed);
        assertEquals(SettingsModelTest.SOUND, Files.readString(host.user));
    }

    @Test
    void whatIsWrongIsSaidAtOnceAndCannotBeSaved(FxRobot robot) {
        robot.clickOn("#agent-extension .text-field").write("not an extension").type(KeyCode.ENTER);
        assertTrue(robot.lookup("Enter your extension, for example 201.").tryQuery().isPresent());
        assertEquals(List.of(), closed);
    }

    @Test
    void whatIsMissingIsGoneToWhereverItStands(FxRobot robot) {
        robot.interact(robot.lookup("#inbox-show_customer .check-box").query()::requestFocus);
        robot.type(KeyCode.SPACE);
        robot.interact(robot.lookup("#inbox-api_key .text-field").query()::requestFocus);
        robot.type(KeyCode.ENTER);
        Node address = robot.lookup("#agent-email .text-field").query();
        assertTrue(address.isFocused());
        robot.interact(() -> assertTrue(InView.has(address)));
        assertEquals("E-mail address in Agent Inbox: Enter your e-mail address, as in Agent Inbox.",
                address.getAccessibleText());
        robot.write("agent@example.com");
        assertEquals("E-mail address in Agent Inbox", address.getAccessibleText());
        assertEquals(List.of(), closed);
    }

    @Test
    void aFieldFurtherDownIsBroughtIntoSightByItsLetter(FxRobot robot) {
        Node list = robot.lookup("#lookup-csv .text-field").query();
        Labeled label = robot.lookup("List of customers (CSV)").queryLabeled();
        robot.interact(() -> assertFalse(InView.has(list)));
        robot.press(KeyCode.ALT);
        KeyCode letter = KeyCode.valueOf(Mnemonics.letter(label).toUpperCase(Locale.ROOT));
        robot.type(letter).release(KeyCode.ALT);
        assertTrue(list.isFocused());
        robot.interact(() -> assertTrue(InView.has(list)));
    }

    @Test
    void aLetterTypedGoesToTheChoiceThatBeginsWithIt(FxRobot robot) {
        robot.interact(robot.lookup("#phone-source .combo-box").query()::requestFocus);
        robot.write("x");
        assertEquals("xelion", robot.lookup("#phone-source .combo-box").queryComboBox().getValue());
    }

    @Test
    void theTestEventIsSentOnlyAfterItsWarningAndNotAtAllWhileTheKeyIsWrong(FxRobot robot) {
        robot.clickOn("Send a test event…");
        assertEquals(List.of(), sent);
        assertTrue(robot.lookup("#decline").query().isFocused(), "a second key must not send it");
        robot.clickOn("#inbox-api_key .text-field").write("a key").clickOn("Send a test event…");
        assertTrue(robot.lookup("#inbox-api_key .text-field").query().isFocused(), "nothing is said of the key");
        robot.type(KeyCode.BACK_SPACE, 4).clickOn("Send a test event…").clickOn("Make the conversation");
        assertTrue(robot.lookup("Agent Inbox refuses it: Unknown extension").tryQuery().isPresent());
        assertEquals(List.of("201"), sent);
    }

    @Test
    void whatItHasSetCannotBeChangedHere(FxRobot robot) {
        assertTrue(robot.lookup("#agent-country .combo-box").query().isDisabled());
        assertFalse(robot.lookup("#agent-extension .text-field").query().isDisabled());
        assertTrue(robot.lookup("Set by your IT department.").tryQuery().isPresent());
    }

    private InboxTrialModel inbox(Words words) {
        return new InboxTrialModel(Optional.of(this::refusedTest), words, Runnable::run, Runnable::run);
    }

    private Delivery refusedTest(Config config) {
        sent.add(config.agent().extension());
        return new Delivery.Refused("Unknown extension");
    }
}
