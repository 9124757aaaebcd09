package io.deskbell.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** What the Tab key comes to: everything that can be used, in the order in which it is read, and seen to be there. */
final class TabOrder {
    private static final double OF_FOCUS = 3; // WCAG 2.2, 1.4.11 and 2.4.7.

    private TabOrder() {
    }

    /** What is wrong with it, in words; the focus goes once round. */
    static List<String> faults(Scene scene) {
        List<Node> usable = Walk.of(scene.getRoot()).stream()
                .filter(node -> node.isFocusTraversable() && !node.isDisabled() && !isOneOfAGroup(node)).toList();
        if (usable.isEmpty()) return List.of();
        List<Node> reached = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        usable.getFirst().requestFocus();
        for (int i = 0; i < usable.size(); i++) {
            Node now = scene.getFocusOwner();
            if (!usable.contains(now)) faults.add("the focus is lost on " + now);
            if (!reached.isEmpty() && isBefore(now, reached.getLast())) faults.add("goes back to " + now);
            if (reached.contains(now)) faults.add("comes twice to " + now);
            if (!isSeen(now)) faults.add("not seen to have the focus: " + now);
            reached.add(now);
            press(now, KeyCode.TAB);
        }
        usable.stream().filter(node -> !reached.contains(node)).forEach(node -> faults.add("not reached: " + node));
        return faults;
    }

    static void press(Node node, KeyCode key) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_RELEASED, "", "", key, false, false, false, false));
    }

    /** The arrow keys go from one to the next of a group; Tab comes to that which holds. */
    private static boolean isOneOfAGroup(Node node) {
        return node instanceof ToggleButton toggle && toggle.getToggleGroup() != null && !toggle.isSelected();
    }

    /** Above, or further left in the same line. */
    private static boolean isBefore(Node one, Node other) {
        Bounds a = one.localToScene(one.getLayoutBounds());
        Bounds b = other.localToScene(other.getLayoutBounds());
        boolean sameLine = a.getMinY() < b.getMaxY() && b.getMinY() < a.getMaxY();
        return sameLine ? a.getCenterX() < b.getCenterX() : a.getMaxY() <= b.getMinY();
    }

    /** Its edge, or that of the box in it, is another than without the focus, and stands out. */
    private static boolean isSeen(Node node) {
        Region shown = (Region) (node.lookup(".box") == null ? node : node.lookup(".box"));
        node.applyCss(); // Nothing else looks another way for it.
        Color with = Contrast.edge(shown);
        return Contrast.between(with, Contrast.ground(shown.getParent())) >= OF_FOCUS;
    }
}
