package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.Party;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToastViewTest {
    private ADesk desk;
    private final List<String> shown = new ArrayList<>();
    private Optional<Consumer<Call>> callBack = Optional.empty();

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        desk = new ADesk(folder).withAMorning();
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @Test
    void itShowsWhoCallsAndHowOftenToday() {
        withToast("en", Theme.Palette.LIGHT, view -> {
            ring(view, Calls.customer());
            assertEquals(List.of("Ringing", "3rd call today", "J. Jansen", "06 12345678", "to 020 123 4567"),
                    texts(view));
            assertTrue(view.toast().popup().isShowing());
        });
    }

    @Test
    void openingTheConversationSendsItAway() {
        withToast("en", Theme.Palette.LIGHT, view -> {
            ring(view, Calls.customer());
            ((Button) root(view).lookup(".first")).fire();
            assertFalse(view.toast().popup().isShowing());
        });
        assertEquals(List.of("t"), desk.opened);
    }

    @Test
    void aClickOnWhoCallsShowsTheCallInTheWindow() {
        withToast("en", Theme.Palette.LIGHT, view -> {
            ring(view, Calls.customer());
            Node who = root(view).lookup(".who");
            who.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false, false,
                    false, false, true, false, false, true, false, true, null));
            assertFalse(view.toast().popup().isShowing());
        });
        assertEquals(List.of("t"), shown);
        assertEquals(List.of(), desk.opened);
    }

    @Test
    void inQuietTimesNothingAppears() {
        desk.quiet = true;
        withToast("en", Theme.Palette.LIGHT, view -> {
            ring(view, Calls.customer());
            assertFalse(view.toast().popup().isShowing());
        });
    }

    @Test
    void aRogueNameMakesItNoWider() {
        withToast("en", Theme.Palette.DARK, view -> {
            ring(view, Calls.customer());
            double width = root(view).getLayoutBounds().getWidth();
            double height = root(view).getLayoutBounds().getHeight();
            view.happened(Calls.event(Type.CHANGED, Calls.ringing("t", Calls.outside("+31612345678",
                    "<html>\n\u202E\uD83D\uDE00" + "W".repeat(10_000)), Calls.NOW)));
            OnScreen.picture(root(view), "toast-rogue", 1);
            assertEquals(List.of(width, height), List.of(root(view).getLayoutBounds().getWidth(),
                    root(view).getLayoutBounds().getHeight()));
        });
    }

    @Test
    void itIsDrawnInEveryLanguageAndTheme() {
        for (String language : List.of("en", "nl", "de")) {
            for (Theme.Palette palette : Theme.Palette.values()) {
                withToast(language, palette, view -> {
                    ring(view, palette == Theme.Palette.DARK ? new Party.Withheld() : Calls.customer());
                    OnScreen.picture(root(view), "toast-" + language + "-"
                            + palette.name().toLowerCase(Locale.ROOT), language.equals("de") ? 2 : 1);
                });
            }
        }
    }

    private void ring(ToastView view, Party party) {
        Call call = Calls.ringing("t", party, Calls.NOW);
        desk.happened(Type.RINGING, call);
        view.happened(Calls.event(Type.RINGING, call));
    }

    @Test
    void aMissedCallIsCalledBackWhereThePhoneCan() {
        List<String> called = new ArrayList<>();
        callBack = Optional.of(call -> called.add(call.id()));
        withToast("en", Theme.Palette.LIGHT, view -> {
            view.happened(Calls.event(Type.RINGING, Calls.ringing("c", Calls.customer(), Calls.NOW)));
            assertFalse(callBackButton(view).isVisible());
            view.happened(Calls.event(Type.ENDED, Calls.missed("c", Calls.customer(), Calls.NOW)));
            assertTrue(callBackButton(view).isVisible());
            callBackButton(view).fire();
        });
        assertEquals(List.of("c"), called);
    }

    private static Button callBackButton(ToastView view) {
        return root(view).lookupAll(".button").stream().map(Button.class::cast)
                .filter(button -> button.getText().equals("Call back")).findFirst().orElseThrow();
    }

    private void withToast(String language, Theme.Palette palette, Consumer<ToastView> check) {
        OnScreen.run(() -> {
            ToastView view = new ToastView(desk, Telling.of(ScreenshotsTest.habits(language)), new Theme(palette),
                    Runnable::run, Runnable::run, call -> shown.add(call.id()), callBack);
            try {
                check.accept(view);
            } finally {
                view.close();
            }
        });
    }

    private static Parent root(ToastView view) {
        return (Parent) view.toast().popup().getContent().getFirst();
    }

    private static List<String> texts(ToastView view) {
        return root(view).lookupAll(".label").stream().filter(Node::isVisible).map(node -> ((Label) node).getText())
                .toList();
    }
}
