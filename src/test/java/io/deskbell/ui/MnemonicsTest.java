package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Letters with Alt; that no screen has two alike, {@link EveryScreenTest} sees. */
@ExtendWith(ApplicationExtension.class)
class MnemonicsTest {
    private final List<String> done = new ArrayList<>();
    private TextField field;
    private CheckBox sound;
    private Label extension;
    private Button save;
    private Button send;
    private Button sign;
    private MenuButton more;
    private Parent root;
    private Stage stage;

    @Start
    void open(Stage unused) {
        stage = new Stage();
        field = new TextField();
        extension = new Label("Extension");
        extension.setLabelFor(field);
        sound = new CheckBox("Make a sound");
        send = new Button("Send a_b");
        save = new Button("Save");
        save.setOnAction(pressed -> done.add("saved"));
        sign = new Button("Sign");
        more = new MenuButton("More", null, new MenuItem("Quit"));
        root = new VBox(extension, field, sound, new Label("Nothing to press"), send, save, sign, more);
        Framed.put(stage, root, "Deskbell", Look.USUAL.theme());
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
    }

    @Test
    void buttonsComeFirstAndNoTwoAreAlike(FxRobot robot) {
        List<String> texts = new ArrayList<>();
        robot.interact(() -> Mnemonics.give(root).stream().map(Labeled::getText).forEach(texts::add));
        assertEquals(List.of("_Save", "S_ign", "_More", "_Extension", "Make _a sound"), texts);
    }

    @Test
    void whatIsWrittenLaterIsChosenForAnew(FxRobot robot) {
        robot.interact(() -> {
            Mnemonics.give(root);
            save.setText("Finish");
            sign.setVisible(false);
            Mnemonics.give(root);
        });
        assertEquals(List.of("_Finish", "_Extension", "Send a_b"),
                List.of(save.getText(), extension.getText(), send.getText()));
        robot.interact(() -> {
            save.setText("Exit");
            Mnemonics.give(root);
        });
        assertEquals(List.of("_Exit", "E_xtension"), List.of(save.getText(), extension.getText()));
    }

    @Test
    void altAndTheLetterDoWhatAClickWould(FxRobot robot) {
        robot.press(KeyCode.ALT).type(KeyCode.E).release(KeyCode.ALT);
        assertTrue(field.isFocused());
        robot.press(KeyCode.ALT).type(KeyCode.S).type(KeyCode.A).release(KeyCode.ALT);
        assertEquals(List.of("saved"), done);
        assertTrue(sound.isSelected());
        robot.press(KeyCode.ALT).type(KeyCode.M).release(KeyCode.ALT);
        assertTrue(more.isShowing());
    }

    @Test
    void aKeyThatIsHeldPressesOnce(FxRobot robot) {
        robot.interact(() -> {
            key(KeyEvent.KEY_PRESSED, KeyCode.ALT);
            for (int told = 0; told < 3; told++) key(KeyEvent.KEY_PRESSED, KeyCode.S);
            key(KeyEvent.KEY_RELEASED, KeyCode.S);
            assertEquals(List.of("saved"), done);
            key(KeyEvent.KEY_PRESSED, KeyCode.S);
            key(KeyEvent.KEY_RELEASED, KeyCode.S);
        });
        assertEquals(List.of("saved", "saved"), done);
    }

    @Test
    void aKeyThatIsHeldStillPressesNothingInTheWindowThatCame(FxRobot robot) {
        robot.interact(() -> {
            Stage next = new Stage();
            Framed.put(next, new VBox(save), "Deskbell", Look.USUAL.theme());
            next.show();
            key(KeyEvent.KEY_PRESSED, KeyCode.S);
            key(KeyEvent.KEY_RELEASED, KeyCode.S);
            assertEquals(List.of(), done);
            key(KeyEvent.KEY_PRESSED, KeyCode.S);
            next.hide();
        });
        assertEquals(List.of("saved"), done);
    }

    @Test
    void ofAPageWithMoreFieldsThanLettersThoseInSightHaveThem(FxRobot robot) {
        List<String> without = new ArrayList<>();
        robot.interact(() -> {
            VBox fields = new VBox();
            for (int i = 0; i < 60; i++) {
                Label label = new Label("The quick brown fox jumps over the lazy dog");
                label.setLabelFor(new TextField());
                fields.getChildren().addAll(label, label.getLabelFor());
            }
            ScrollPane page = new ScrollPane(fields);
            Stage tall = new Stage();
            Framed.put(tall, page, "Deskbell", Look.USUAL.theme());
            tall.setHeight(500);
            tall.show();
            for (double scrolled : new double[] {0, 0.5, 1}) {
                page.setVvalue(scrolled);
                List<Labeled> given = Mnemonics.give(page);
                List<Labeled> seen = fields.getChildren().stream().filter(Label.class::isInstance)
                        .map(Labeled.class::cast).filter(InView::has).toList();
                if (seen.size() < 5) without.add("only seen: " + seen.size());
                seen.stream().filter(label -> !given.contains(label)).forEach(label -> without.add("at " + scrolled));
            }
            tall.hide();
        });
        assertEquals(List.of(), without);
    }

    private void key(EventType<KeyEvent> what, KeyCode code) {
        Event.fireEvent(save, new KeyEvent(what, "", "", code, false, false, true, false));
    }

    @Test
    void aWindowThatIsFilledAnewPressesNothingTwice(FxRobot robot) {
        robot.interact(() -> Mnemonics.in(stage));
        robot.press(KeyCode.ALT).type(KeyCode.S).release(KeyCode.ALT);
        assertEquals(List.of("saved"), done);
    }
}
