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
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.stage.Popup;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ToastViewTest {
    @TempDir
    Path folder;
    private final List<String> called = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private ADesk desk;
    private ToastView view;

    private final java.util.List<String> customers = new java.util.ArrayList<>();

    @Start
    void open(Stage unused) throws IOException {
        desk = new ADesk(folder).withAMorning();
        view = new ToastView(desk, Look.told("en"), Look.USUAL.theme(), Runnable::run, Runnable::run,
                call -> shown.add(call.id()), Optional.of(call -> called.add(call.id())),
                call -> call.isMissed() ? Optional.of(() -> customers.add(call.id())) : Optional.empty());
    }

    @AfterEach
    void close(FxRobot robot) throws IOException {
        robot.interact(view::close);
        desk.close();
    }

    @Test
    void itShowsWhoCallsAndHowOftenToday(FxRobot robot) {
        ring(robot, Calls.customer());
        assertEquals(List.of("Ringing", "3rd call today", "J. Jansen", "06 12345678", "to 020 123 4567"), texts());
        assertTrue(isShown());
    }

    @Test
    void openingTheConversationSendsItAway(FxRobot robot) {
        ring(robot, Calls.customer());
        robot.clickOn("Open conversation");
        assertFalse(isShown());
        assertEquals(List.of("t"), desk.opened);
    }

    @Test
    void aClickOnWhoCallsShowsTheCallInTheWindow(FxRobot robot) {
        ring(robot, Calls.customer());
        robot.clickOn("J. Jansen");
        assertFalse(isShown());
        assertEquals(List.of("t"), shown);
        assertEquals(List.of(), desk.opened);
    }

    @Test
    void theNumberIsCopiedAndTheCrossSendsItAway(FxRobot robot) {
        ring(robot, Calls.customer());
        robot.clickOn("Copy number");
        robot.interact(() -> assertEquals("+31612345678", Clipboard.getSystemClipboard().getString()));
        assertTrue(isShown());
        robot.interact(view::show);
        assertTrue(robot.lookup("Copied").tryQuery().isPresent(), "as time goes by");
        robot.clickOn("✕");
        assertFalse(isShown());
        tell(robot, Type.RINGING, Calls.ringing("u", Calls.customer(), Calls.NOW));
        assertTrue(robot.lookup("Copy number").tryQuery().isPresent(), "another call's");
    }

    @Test
    void theCustomerOfAMissedCallIsOpenedFromIt(FxRobot robot) {
        ring(robot, Calls.customer());
        robot.interact(() -> view.happened(Calls.event(Type.ENDED, Calls.missed("t", Calls.customer(), Calls.NOW))));
        robot.clickOn("Open in Agent Inbox");
        assertFalse(isShown());
        assertEquals(List.of("t"), customers);
    }

    @Test
    void aNameThatIsLearntWhileItRingsIsShownAndTheToastStaysOnTheScreen(FxRobot robot) {
        ring(robot, Calls.outside("+31612345678", ""));
        double before = bottom();
        robot.interact(() -> view.happened(Calls.event(Type.CHANGED,
                Calls.ringing("t", Calls.outside("+31612345678", "Looked Up"), Calls.NOW))));
        assertTrue(texts().contains("Looked Up"));
        assertEquals(before, bottom(), 0.5);
    }

    @Test
    void inQuietTimesNothingAppears(FxRobot robot) {
        desk.quiet = true;
        ring(robot, Calls.customer());
        assertFalse(isShown());
    }

    @Test
    void aRogueNameChangesNoLayoutAndIsOnlyText(FxRobot robot) {
        ring(robot, Calls.outside("+31612345678", "J"));
        List<Double> usual = size();
        tell(robot, Type.CHANGED, Calls.ringing("t", Calls.outside("+31612345678", Gallery.ROGUE), Calls.NOW));
        assertEquals(usual, size());
        assertTrue(texts().get(2).startsWith("<b>x</b><html> &amp; _\uD83D\uDE00%s{0}$(id)e\u0301"), texts().get(2));
        assertTrue(texts().stream().allMatch(text -> text.length() < 2 * OneLine.MOST));
    }

    @Test
    void aMissedCallIsCalledBackWhereThePhoneCan(FxRobot robot) {
        ring(robot, Calls.customer());
        assertFalse(robot.lookup("#callBack").query().isVisible());
        tell(robot, Type.ENDED, Calls.missed("t", Calls.customer(), Calls.NOW));
        robot.clickOn("Call back");
        assertEquals(List.of("t"), called);
    }

    private double bottom() {
        Popup popup = view.toast().popup();
        return popup.getAnchorY() + popup.getContent().getFirst().getLayoutBounds().getHeight();
    }

    private void ring(FxRobot robot, Party party) {
        Call call = Calls.ringing("t", party, Calls.NOW);
        desk.happened(Type.RINGING, call);
        tell(robot, Type.RINGING, call);
    }

    private void tell(FxRobot robot, Type type, Call call) {
        robot.interact(() -> view.happened(Calls.event(type, call)));
    }

    private boolean isShown() {
        return view.toast().popup().isShowing();
    }

    private List<Double> size() {
        return List.of(root().getLayoutBounds().getWidth(), root().getLayoutBounds().getHeight());
    }

    private Parent root() {
        return (Parent) view.toast().popup().getContent().getFirst();
    }

    private List<String> texts() {
        return root().lookupAll(".label").stream().filter(Node::isVisible).map(node -> ((Label) node).getText())
                .toList();
    }
}
