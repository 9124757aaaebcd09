package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.Direction;
import io.deskbell.source.Dialer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainStageTest {
    /** Everything bad a caller can be called, after the cleaning every name gets. */
    private static final String ROGUE = "<b>x</b>\n\u202E&amp; \uD83D\uDE00%s{0}" + "W".repeat(10_000);

    private final Telling telling = Telling.of(ScreenshotsTest.habits("en"));
    private ADesk desk;
    private MainStage main;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        desk = new ADesk(folder).withAMorning();
        OnScreen.run(() -> {
            main = new MainStage(desk, telling, new Theme(Theme.Palette.LIGHT), Runnable::run, Runnable::run,
                    () -> { }, desk.dialling(telling));
            main.show();
        });
    }

    @AfterEach
    void close() throws IOException {
        OnScreen.run(main::hide);
        desk.close();
    }

    @Test
    void enterInTheListOpensTheConversation() {
        OnScreen.run(() -> {
            list().getSelectionModel().select(0);
            press(list(), KeyCode.ENTER);
        });
        assertEquals(List.of("a5"), desk.opened);
    }

    @Test
    void theFilterButtonsFilterAndOneOfThemAlwaysHolds() {
        int missed = OnScreen.get(() -> {
            ToggleButton button = button("Missed", ToggleButton.class);
            button.fire();
            button.fire();
            return list().getItems().size();
        });
        assertEquals(2, missed);
    }

    @Test
    void escapeEmptiesTheSearch() {
        OnScreen.run(() -> {
            field().setText("korenaar");
            assertEquals(1, list().getItems().size());
            press(main.stage().getScene().getRoot(), KeyCode.ESCAPE);
            assertEquals(7, list().getItems().size());
        });
    }

    @Test
    void aNumberIsCopiedAndTheAgentIsTold() {
        OnScreen.run(() -> {
            list().getSelectionModel().select(0);
            button("Copy number", Button.class).fire();
            assertEquals("+31612345678", javafx.scene.input.Clipboard.getSystemClipboard().getString());
            assertTrue(texts().contains("The number is copied."));
        });
    }

    @Test
    void whatWasRefusedSaysWhyInTheServersWordsAndCanBeSentAgain() throws SQLException {
        desk.refused("a2", "PhoneNumber is not a <valid> number");
        OnScreen.run(() -> {
            main.changed();
            list().getSelectionModel().select(4);
            OnScreen.picture(main.stage().getScene().getRoot(), "main-refused", 1);
            assertTrue(texts().contains("PhoneNumber is not a <valid> number"));
            button("Send again", Button.class).fire();
            assertTrue(texts().contains("It is sent again."));
            list().getSelectionModel().select(0);
            assertFalse(button("Send again", Button.class).isVisible());
        });
        assertEquals(List.of("a2"), desk.sentAgain);
    }

    @Test
    void callingBackIsOfferedOnlyWhereThePhoneCan() {
        OnScreen.run(() -> {
            list().getSelectionModel().select(0);
            assertFalse(button("Call back", Button.class).isVisible());
            desk.canDial = true;
            list().getSelectionModel().select(1);
            button("Call back", Button.class).fire();
        });
        assertEquals(List.of("0612345678"), desk.dialled);
        assertTrue(OnScreen.get(this::texts).contains("Your phone is calling."));
    }

    @Test
    void aNumberTypedIntoTheSearchIsCalledByTheButtonAndByEnter() {
        OnScreen.run(() -> {
            main.model().text().set("+31 6 12345678");
            assertFalse(button("Call", Button.class).isVisible(), "nothing can dial here");
            desk.canDial = true;
            main.model().text().set("jansen");
            assertFalse(button("Call", Button.class).isVisible());
            main.model().text().set("+31 6 12345678");
            assertTrue(button("Call", Button.class).isVisible());
            button("Call", Button.class).fire();
            field().fireEvent(new ActionEvent());
        });
        assertEquals(List.of("0612345678", "0612345678"), desk.dialled);
    }

    @Test
    void anEmergencyNumberInTheSearchIsAskedAbout() {
        desk.canDial = true;
        OnScreen.run(() -> {
            main.model().text().set("112");
            field().fireEvent(new ActionEvent());
        });
        assertEquals(List.of(), desk.dialled);
    }

    @Test
    void whatComesOfADialIsSaid() {
        desk.canDial = true;
        desk.outcome = new Dialer.Refused("the phone is on fire");
        OnScreen.run(() -> {
            list().getSelectionModel().select(1);
            button("Call back", Button.class).fire();
        });
        assertTrue(OnScreen.get(this::texts).contains("It could not be dialled: the phone is on fire"));
    }

    @Test
    void theListIsSavedAsAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("calls.csv");
        OnScreen.run(() -> main.exportTo(file.toFile()));
        assertEquals(8, Files.readAllLines(file).size());
        assertTrue(OnScreen.get(this::texts).contains("7 calls are saved."));
    }

    @Test
    void aRogueNameChangesNoLayoutAndIsOnlyText() {
        List<Double> before = OnScreen.get(this::layout);
        desk.answered("r", Direction.INBOUND, Calls.outside("+31201112222", ROGUE), 10);
        telling.live().happened(Calls.event(Type.ANSWERED,
                Calls.connected("l", Calls.outside("+31612345678", "J"), Calls.NOW)));
        OnScreen.run(main::changed);
        List<Double> usual = OnScreen.get(this::layout);
        telling.live().happened(Calls.event(Type.CHANGED,
                Calls.connected("l", Calls.outside("+31612345678", ROGUE), Calls.NOW)));
        OnScreen.run(() -> {
            main.changed();
            list().getSelectionModel().select(0);
            OnScreen.picture(main.stage().getScene().getRoot(), "main-rogue", 1);
            list().getSelectionModel().clearSelection();
        });
        assertEquals(usual, OnScreen.get(this::layout));
        assertEquals(before.getFirst(), usual.getFirst());
        assertTrue(OnScreen.get(this::texts).stream().anyMatch(text -> text.startsWith("<b>x</b> &amp; \uD83D\uDE00")));
    }

    @Test
    void whateverTakesTheFocusHasAName() {
        List<String> nameless = OnScreen.get(() -> all().stream().filter(Node::isFocusTraversable)
                .filter(node -> !(node instanceof Labeled labeled && !labeled.getText().isEmpty()))
                .filter(node -> node.getAccessibleText() == null).map(Node::toString).toList());
        assertEquals(List.of(), nameless);
    }

    private List<Double> layout() {
        main.stage().getScene().getRoot().applyCss();
        main.stage().getScene().getRoot().layout();
        return List.of(main.stage().getScene().getRoot().prefWidth(-1), list().getWidth(), list().getHeight(),
                list().getLayoutY());
    }

    private Set<Node> all() {
        main.stage().getScene().getRoot().applyCss();
        main.stage().getScene().getRoot().layout();
        return main.stage().getScene().getRoot().lookupAll("*");
    }

    private List<String> texts() {
        return all().stream().filter(Labeled.class::isInstance).map(node -> ((Labeled) node).getText()).toList();
    }

    private <T extends Labeled> T button(String text, Class<T> type) {
        return all().stream().filter(type::isInstance).map(type::cast).filter(found -> found.getText().equals(text))
                .findFirst().orElseThrow();
    }

    private ListView<?> list() {
        return (ListView<?>) main.stage().getScene().lookup(".list-view");
    }

    private TextField field() {
        return (TextField) main.stage().getScene().lookup("#search");
    }

    private static void press(Node node, KeyCode code) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
