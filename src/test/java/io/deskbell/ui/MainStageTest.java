package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.Reason;
import io.deskbell.config.UiSettings;
import io.deskbell.source.Dialer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window with the calls, used as an agent uses it. */
@ExtendWith(ApplicationExtension.class)
class MainStageTest {
    @TempDir
    Path folder;
    private final AtomicReference<Instant> clock = new AtomicReference<>(Calls.NOW);
    private final Telling telling = Telling.of(new Habits(new UiSettings(true, false), "NL", Locale.ENGLISH,
            Locale.ENGLISH, Calls.ZONE, ((InstantSource) clock::get).withZone(Calls.ZONE)));
    private final List<String> asked = new ArrayList<>();
    private ADesk desk;
    private DialModel dialling;
    private MainStage main;

    @Start
    void open(Stage unused) throws IOException {
        desk = new ADesk(folder).withAMorning();
        desk.canDial = true;
        dialling = desk.dialling(telling);
        main = new MainStage(desk, telling, new Theme(Theme.Palette.LIGHT), Runnable::run, Runnable::run,
                () -> asked.add("settings"), dialling);
        main.show();
    }

    @AfterEach
    void close(FxRobot robot) throws IOException {
        robot.interact(main::hide);
        desk.close();
    }

    @Test
    void enterInTheListOpensTheConversation(FxRobot robot) {
        robot.clickOn("Bakkerij De Gouden Korenaar B.V.").type(KeyCode.UP, KeyCode.ENTER);
        assertEquals(List.of("a2"), desk.opened);
    }

    @Test
    void theFilterButtonsFilterAndOneOfThemAlwaysHolds(FxRobot robot) {
        robot.clickOn("All").type(KeyCode.RIGHT);
        assertEquals(2, list(robot).getItems().size());
        robot.type(KeyCode.SPACE);
        assertEquals(2, list(robot).getItems().size());
    }

    @Test
    void typingSearchesAndEscapeEndsTheSearch(FxRobot robot) {
        robot.clickOn("Missed").clickOn("All").press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        robot.write("koren");
        assertEquals(1, list(robot).getItems().size());
        robot.type(KeyCode.ESCAPE);
        assertEquals(7, list(robot).getItems().size());
    }

    @Test
    void theListHasTheFocusAtFirstAndOnceTheWindowIsClosed(FxRobot robot) {
        robot.type(KeyCode.HOME, KeyCode.ENTER);
        assertEquals(List.of("a5"), desk.opened);
        robot.clickOn("#search");
        robot.interact(main::hide);
        assertEquals("list", main.stage().getScene().getFocusOwner().getId(), "a caret blinks where nobody looks");
    }

    @Test
    void theMenuIsReachedByKeys(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.COMMA).release(KeyCode.COMMA, KeyCode.CONTROL);
        robot.clickOn("More").type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        assertEquals(List.of("settings", "settings"), asked);
        robot.press(KeyCode.CONTROL, KeyCode.D).release(KeyCode.D, KeyCode.CONTROL);
        assertEquals(List.of("diagnosis"), desk.opened);
        robot.press(KeyCode.CONTROL, KeyCode.W).release(KeyCode.W, KeyCode.CONTROL);
        assertFalse(main.stage().isShowing());
    }

    @Test
    void theMenuHasWhatCanBeDoneNowAndTheWindowSaysWhatIsPaused(FxRobot robot) {
        desk.choices = List.of(new Choice.Checked("Pause _all_", true, () -> asked.add("resume")),
                new Choice.Among("Last callers", List.of(new Choice.Entry("K. de Wit", () -> asked.add("de Wit")))));
        desk.pause = Optional.of("Pops and notifications paused");
        robot.interact(main::tick);
        assertTrue(texts(robot).contains("Pops and notifications paused. Resume is under More."));
        robot.clickOn("More").clickOn("Pause _all_");
        robot.clickOn("More").clickOn("Last callers").clickOn("K. de Wit");
        assertEquals(List.of("resume", "de Wit"), asked);

        desk.choices = List.of();
        desk.pause = Optional.empty();
        robot.interact(main::tick);
        assertFalse(texts(robot).contains("Paused"));
        robot.clickOn("More");
        assertTrue(robot.lookup("Pause _all_").tryQuery().isEmpty());
    }

    @Test
    void aNumberIsCopiedAndTheAgentIsTold(FxRobot robot) {
        choose(robot, 0);
        robot.clickOn("Copy number");
        assertTrue(texts(robot).contains("The number is copied."));
        robot.interact(() -> assertEquals("+31612345678", Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void theCustomerOfAMissedCallIsOpenedAndTheAgentIsTold(FxRobot robot) {
        desk.canShowCustomers = true;
        choose(robot, 1);
        robot.clickOn("Open in Agent Inbox");
        assertEquals(List.of("m2"), desk.customersShown);
        assertTrue(texts(robot).contains("The customer is open in Agent Inbox."));
        desk.notShown = Optional.of(Reason.words("out of order"));
        robot.clickOn("Open in Agent Inbox");
        assertTrue(texts(robot).contains("The customer could not be opened: out of order"));
    }

    @Test
    void thereIsNoOpeningACustomerBesideAnAnsweredCallNorWhereItIsNotSetUp(FxRobot robot) {
        desk.canShowCustomers = true;
        choose(robot, 0);
        assertFalse(robot.lookup("#customer").query().isVisible());
        desk.canShowCustomers = false;
        choose(robot, 1);
        assertFalse(robot.lookup("#customer").query().isVisible());
    }

    @Test
    void whatWasRefusedSaysWhyInTheServersWordsAndCanBeSentAgain(FxRobot robot) throws SQLException {
        desk.refused("a2", "PhoneNumber is not a <valid> number");
        robot.interact(main::changed);
        choose(robot, 4);
        assertTrue(texts(robot).contains("PhoneNumber is not a <valid> number"));
        robot.moveTo("Send again").clickOn().clickOn().type(KeyCode.SPACE); // More often than meant.
        assertTrue(texts(robot).contains("The number is copied."));
        assertEquals(List.of(), desk.dialled);
        choose(robot, 0);
        assertFalse(button(robot, "Send again").isVisible());
        assertEquals(List.of("a2"), desk.sentAgain);
    }

    @Test
    void theFocusIsNotLeftToWhatIsNextTo(FxRobot robot) throws SQLException {
        desk.refused("a2", "no");
        robot.interact(main::changed);
        choose(robot, 4);
        robot.interact(button(robot, "Send again")::requestFocus);
        robot.type(KeyCode.SPACE);
        assertTrue(texts(robot).contains("2 messages are sent again."));
        assertTrue(button(robot, "Copy number").isFocused());
    }

    @Test
    void noCallIsChosenForTheAgentAfterASearch(FxRobot robot) {
        choose(robot, 0);
        robot.interact(() -> main.model().text().set("koren"));
        assertEquals(-1, list(robot).getSelectionModel().getSelectedIndex());
        assertFalse(button(robot, "Copy number").isVisible() && robot.lookup(".detail").query().isVisible());
    }

    @Test
    void aNoticeGoesOnceItCanHaveBeenRead(FxRobot robot) {
        choose(robot, 0);
        robot.clickOn("Copy number");
        robot.interact(main::tick);
        assertTrue(texts(robot).contains("The number is copied."));
        clock.set(Calls.NOW.plusSeconds(8));
        robot.interact(main::tick);
        assertFalse(robot.lookup("#notice").query().isVisible());
    }

    @Test
    void noConversationIsOfferedWhereThereCanBeNone(FxRobot robot) {
        choose(robot, 2); // Withheld, and then a colleague.
        assertFalse(button(robot, "Open conversation").isVisible());
        choose(robot, 3);
        assertFalse(button(robot, "Open conversation").isVisible());
        robot.clickOn("#list").type(KeyCode.ENTER);
        choose(robot, 1);
        assertTrue(button(robot, "Open conversation").isVisible());
        telling.live().happened(Calls.event(Type.ANSWERED,
                Calls.connected("l", new Party.Colleague(new Extension("204"), "Piet"), Calls.NOW)));
        robot.interact(main::tick);
        assertFalse(robot.lookup(".live-card .button").query().isVisible());
    }

    @Test
    void aFileIsSavedAsCsvWhateverTheDesktopMakesOfTheName(@TempDir Path elsewhere) throws IOException {
        assertEquals("calls.CSV", MainStage.named(elsewhere.resolve("calls.CSV").toFile()).getName());
        File asked = elsewhere.resolve("calls").toFile();
        assertEquals("calls.csv", MainStage.named(asked).getName());
        Files.createFile(elsewhere.resolve("calls.csv"));
        assertEquals("calls-2.csv", MainStage.named(asked).getName());
    }

    @Test
    void callingBackIsOfferedOnlyWhereThePhoneCan(FxRobot robot) {
        desk.canDial = false;
        choose(robot, 0);
        assertFalse(button(robot, "Call back").isVisible());
        desk.canDial = true;
        choose(robot, 1);
        robot.clickOn("Call back");
        assertEquals(List.of("0612345678"), desk.dialled);
        assertTrue(texts(robot).contains("Your phone is calling."));
    }

    @Test
    void aNumberTypedIntoTheSearchIsCalledByTheButtonAndWhereNoCallHasItByEnter(FxRobot robot) {
        robot.interact(() -> main.model().text().set("jansen"));
        assertFalse(button(robot, "Call").isVisible());
        robot.interact(() -> main.model().text().set("+31 6 12345678"));
        robot.clickOn("Call");
        robot.interact(() -> main.model().text().set("+31 6 12345679"));
        robot.clickOn("#search").type(KeyCode.ENTER);
        assertEquals(List.of("0612345678", "0612345679"), desk.dialled);
        assertEquals(DialModel.Stage.CLOSED, dialling.stage().get());
        desk.canDial = false;
        robot.interact(() -> main.model().text().set("+31 6 1234567"));
        assertFalse(button(robot, "Call").isVisible(), "nothing can dial here");
    }

    @Test
    void enterDialsNothingUnaskedThatMayHaveBeenLookedFor(FxRobot robot) {
        robot.clickOn("#search").write("0612345678").type(KeyCode.ENTER); // Calls have it.
        assertEquals("Call 06 12345678?", dialling.title().get());
        robot.interact(dialling::close);
        robot.clickOn("#search").eraseText(2).type(KeyCode.ENTER);
        assertEquals("Call 6123456?", dialling.title().get());
        assertEquals(List.of(), desk.dialled);
    }

    @Test
    void anEmergencyNumberInTheSearchIsAskedAbout(FxRobot robot) {
        robot.clickOn("#search").write("112").type(KeyCode.ENTER);
        assertEquals(List.of(), desk.dialled);
    }

    @Test
    void whatComesOfADialIsSaid(FxRobot robot) {
        desk.outcome = new Dialer.Refused("the phone is on fire");
        choose(robot, 1);
        robot.interact(button(robot, "Call back")::fire);
        assertTrue(texts(robot).contains("It could not be dialled: the phone is on fire"));
    }

    @Test
    void theListIsSavedAsAFile(@TempDir Path elsewhere, FxRobot robot) throws IOException {
        Path file = elsewhere.resolve("calls.csv");
        robot.interact(() -> main.exportTo(file.toFile()));
        assertEquals(8, Files.readAllLines(file).size());
        assertTrue(texts(robot).contains("7 calls are saved."));
    }

    @Test
    void aRogueNameChangesNoLayoutAndIsOnlyText(FxRobot robot) {
        List<Double> before = layout(robot);
        desk.answered("r", Direction.INBOUND, Calls.outside("+31201112222", Gallery.ROGUE), 10);
        telling.live().happened(Calls.event(Type.ANSWERED,
                Calls.connected("l", Calls.outside("+31612345678", "J"), Calls.NOW)));
        robot.interact(main::changed);
        List<Double> usual = layout(robot);
        telling.live().happened(Calls.event(Type.CHANGED,
                Calls.connected("l", Calls.outside("+31612345678", Gallery.ROGUE), Calls.NOW)));
        robot.interact(main::changed);
        assertEquals(usual, layout(robot));
        assertEquals(before.getFirst(), usual.getFirst());
        List<String> shown = texts(robot).stream().filter(text -> text.startsWith("<b>x</b>")).toList();
        assertEquals(2, shown.size());
        shown.forEach(text -> assertTrue(text.startsWith("<b>x</b><html> &amp; _\uD83D\uDE00%s{0}$(id)e\u0301"), text));
    }

    private List<Double> layout(FxRobot robot) {
        List<Double> sizes = new ArrayList<>();
        robot.interact(() -> {
            Parent root = main.stage().getScene().getRoot();
            root.applyCss();
            root.layout();
            sizes.addAll(List.of(root.prefWidth(-1), list(robot).getWidth(), list(robot).getHeight(),
                    list(robot).getLayoutY()));
        });
        return sizes;
    }

    private static void choose(FxRobot robot, int row) {
        robot.interact(() -> list(robot).getSelectionModel().select(row));
    }

    private static ListView<?> list(FxRobot robot) {
        return robot.lookup("#list").queryListView();
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(".label").<Labeled>queryAll().stream().map(Labeled::getText).toList();
    }

    private static Button button(FxRobot robot, String text) {
        return robot.lookup(text).queryButton();
    }
}
