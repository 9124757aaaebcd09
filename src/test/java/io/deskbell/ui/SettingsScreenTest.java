package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.outbox.Delivery;
import io.deskbell.source.SourceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsScreenTest {
    private final List<String> closed = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private AHost host;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws IOException {
        host = new AHost(folder).withUser(SettingsModelTest.SOUND);
    }

    @Test
    void savingWritesWhatWasTypedAndClosesTheWindow() throws Exception {
        OnScreen.get(() -> {
            Parent root = shown(settings(new Words(Locale.ENGLISH)), Theme.Palette.LIGHT);
            ((TextField) root.lookup("#agent-extension .text-field")).setText("207");
            ((CheckBox) root.lookup("#ui-sound .check-box")).fire();
            ((Button) root.lookup("#save")).fire();
            return hide(root);
        });
        assertEquals(List.of("closed"), closed);
        assertTrue(Files.readString(host.user).contains("extension = 207 ; at my desk"));
        assertTrue(Files.readString(host.user).contains("sound = yes"));
    }

    @Test
    void whatIsWrongCannotBeSaved() {
        OnScreen.get(() -> {
            Parent root = shown(settings(new Words(Locale.ENGLISH)), Theme.Palette.DARK);
            ((TextField) root.lookup("#sip-server .text-field")).setText("not a server");
            assertTrue(root.lookup("#save").isDisabled());
            OnScreen.picture(root, "settings-wrong", 1);
            return hide(root);
        });
    }

    @Test
    void whatItHasSetCannotBeChangedHere() throws IOException {
        host.withMachine("[agent]\ncountry = DE\n[lock]\nkeys = agent.country\n");
        OnScreen.get(() -> {
            Parent root = shown(settings(new Words(Locale.ENGLISH)), Theme.Palette.LIGHT);
            assertTrue(root.lookup("#agent-country .combo-box").isDisabled());
            assertFalse(root.lookup("#agent-extension .text-field").isDisabled());
            return hide(root);
        });
    }

    @Test
    void theTestEventIsSentOnlyAfterItsWarningAndNotAtAllWhileTheKeyIsWrong() {
        host.inbox = Optional.of(this::refusedTest);
        Words words = new Words(Locale.ENGLISH);
        OnScreen.get(() -> {
            Parent root = shown(settings(words), Theme.Palette.LIGHT);
            press(root, "Send a test event…");
            assertEquals(List.of(), sent);
            ((TextField) root.lookup("#inbox-api_key .text-field")).setText("not a key");
            assertTrue(root.lookup("#offer").isDisabled());
            ((TextField) root.lookup("#inbox-api_key .text-field")).setText("a-key");
            press(root, "Send a test event…");
            press(root, "Make the conversation");
            assertEquals("Agent Inbox refuses it: Unknown extension", ((Label) root.lookup("#says")).getText());
            return hide(root);
        });
        assertEquals(List.of("201"), sent);
    }

    @Test
    void whateverTakesTheFocusHasAName() {
        List<String> nameless = OnScreen.get(() -> {
            Parent root = shown(settings(new Words(Locale.ENGLISH)), Theme.Palette.LIGHT);
            List<String> found = root.lookupAll("*").stream().filter(Node::isFocusTraversable)
                    .filter(node -> !(node instanceof Labeled labeled && !labeled.getText().isEmpty()))
                    .filter(node -> node.getAccessibleText() == null).map(Node::toString).toList();
            hide(root);
            return found;
        });
        assertEquals(List.of(), nameless);
    }

    @Test
    void theSettingsAreDrawnInEveryLanguageAndTheme() {
        host.canAutostart = true;
        host.inbox = Optional.of(this::refusedTest);
        for (String language : List.of("en", "nl", "de")) {
            for (Theme.Palette palette : Theme.Palette.values()) {
                OnScreen.get(() -> {
                    Parent root = shown(settings(new Words(Locale.of(language))), palette);
                    root.getScene().getWindow().setHeight(760);
                    OnScreen.picture(root, "settings-" + name(language, palette), 1);
                    return hide(root);
                });
            }
        }
    }

    @Test
    void everyPageOfTheFirstRunIsDrawn() throws IOException {
        host.trial = Optional.of((config, line, rings) -> {
            line.accept("pbx.example.com", new SourceStatus.Watching(Calls.NOW));
            return () -> { };
        });
        host.inbox = Optional.of(this::refusedTest);
        for (String language : List.of("en", "nl", "de")) {
            host.withUser("");
            OnScreen.get(() -> {
                Theme.Palette palette = language.equals("nl") ? Theme.Palette.DARK : Theme.Palette.LIGHT;
                Words words = new Words(Locale.of(language));
                SettingsModel model = new SettingsModel(host, host.open(), words);
                TrialModel trial = new TrialModel(host.phoneTrial(), words, Runnable::run);
                Parent root = shown(Fxml.load(new Wizard(new WizardModel(model), model, trial, inbox(words),
                        words, () -> closed.add(language)), words), palette);
                for (int page = 1; page <= 4; page++) {
                    OnScreen.picture(root, "wizard-" + name(language, palette) + "-" + page, 1);
                    fill(model, page);
                    if (page == 2) tryAgentInbox(root, words, name(language, palette));
                    if (page == 3) tryIt(root, "trial-" + name(language, palette));
                    ((Button) root.lookup("#next")).fire();
                }
                return hide(root);
            });
        }
        assertEquals(List.of("en", "nl", "de"), closed);
        assertEquals(List.of("201", "201", "201"), sent);
    }

    private static void tryAgentInbox(Parent root, Words words, String name) {
        press(root, words.of("test.begin"));
        OnScreen.picture(root, "test-event-warning-" + name, 1);
        press(root, words.of("test.send"));
        OnScreen.picture(root, "test-event-answer-" + name, 1);
    }

    private static void tryIt(Parent root, String name) {
        ((Button) root.lookup("#trialBox").lookup(".button")).fire();
        OnScreen.picture(root, name, 1);
    }

    private static void fill(SettingsModel model, int page) {
        if (page == 1) model.find("inbox.api_key").value().set("abc");
        if (page == 2) model.find("agent.extension").value().set("201");
        if (page == 3) model.find("sip.server").value().set("pbx.example.com");
    }

    private Parent settings(Words words) throws ConfigException {
        SettingsModel model = new SettingsModel(host, host.open(), words);
        return Fxml.load(new Settings(model, inbox(words), words, () -> closed.add("closed")), words);
    }

    private InboxTrialModel inbox(Words words) {
        return new InboxTrialModel(host.inboxTrial(), words, Runnable::run, Runnable::run);
    }

    private Delivery refusedTest(Config config) {
        sent.add(config.agent().extension());
        return new Delivery.Refused("Unknown extension");
    }

    private static void press(Parent root, String words) {
        root.lookupAll(".button").stream().map(Button.class::cast).filter(Node::isVisible)
                .filter(button -> button.getText().equals(words)).findFirst().orElseThrow().fire();
    }

    private static Parent shown(Parent root, Theme.Palette palette) {
        Scene scene = new Scene(root);
        new Theme(palette).dress(scene.getStylesheets());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        root.applyCss();
        root.layout();
        return root;
    }

    private static boolean hide(Parent root) {
        root.getScene().getWindow().hide();
        return true;
    }

    private static String name(String language, Theme.Palette palette) {
        return language + "-" + palette.name().toLowerCase(Locale.ROOT);
    }
}
