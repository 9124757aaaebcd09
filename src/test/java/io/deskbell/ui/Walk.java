package io.deskbell.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/** Goes through everything that is shown, and says what a person could not read, reach or be told. */
final class Walk {
    private static final double ROUNDING = 1;

    private Walk() {
    }

    /** All that can be seen, laid out. */
    static List<Node> of(Parent root) {
        root.applyCss();
        root.layout();
        return under(root).toList();
    }

    /** What takes the focus and has no words a screen reader could say. */
    static List<String> nameless(Parent root) {
        List<Node> all = of(root);
        List<Node> labelled = all.stream().filter(Label.class::isInstance).map(node -> ((Label) node).getLabelFor())
                .toList();
        return all.stream().filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .filter(node -> !labelled.contains(node) && !isWords(node.getAccessibleText())
                        && !(node instanceof Labeled said && isWords(said.getText()))).map(Node::toString).toList();
    }

    /** Words that end in dots. */
    static List<String> dotted(Parent part) {
        part.getScene().getRoot().applyCss();
        part.getScene().getRoot().layout();
        return of(part).stream().filter(node -> node instanceof Labeled labeled && isDotted(labeled))
                .map(node -> ((Labeled) node).getText()).toList();
    }

    /** Words that end in dots, are cut by an edge, or stand outside a window of this size or over one another. */
    static List<String> cutOff(Parent root, double width, double height) {
        root.resize(width, height);
        Bounds window = new BoundingBox(0, 0, width, height);
        List<String> found = new ArrayList<>();
        List<Node> all = of(root);
        for (Node node : all) {
            if (node instanceof Labeled labeled && isDotted(labeled)) found.add("dotted: " + labeled.getText());
            if (node instanceof TextInputControl field && isTooLong(field)) found.add("cut: " + field.getPromptText());
            if (node instanceof Text text && isWords(text.getText()) && isOutside(text, window)) {
                found.add("outside: " + text.getText());
            }
        }
        found.addAll(overlapping(all));
        return found;
    }

    private static List<String> overlapping(List<Node> nodes) {
        List<Shown> said = nodes.stream().filter(Text.class::isInstance).map(Text.class::cast)
                .filter(text -> isWords(text.getText())).map(Shown::of)
                .filter(shown -> !(shown.frame() instanceof TextInputControl)).toList();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            Shown one = said.get(i);
            said.subList(i + 1, said.size()).stream().filter(one::isOver)
                    .forEach(other -> found.add("over one another: " + one.words() + " / " + other.words()));
        }
        return found;
    }

    /** Words, where they are, and in what they are cut off. */
    private record Shown(String words, Bounds at, Node frame) {
        static Shown of(Text text) {
            return new Shown(text.getText(), text.localToScene(text.getLayoutBounds()), Walk.frame(text));
        }

        boolean isOver(Shown other) {
            double across = Math.min(at.getMaxX(), other.at.getMaxX()) - Math.max(at.getMinX(), other.at.getMinX());
            double down = Math.min(at.getMaxY(), other.at.getMaxY()) - Math.max(at.getMinY(), other.at.getMinY());
            return frame == other.frame && across > ROUNDING && down > ROUNDING;
        }
    }

    private static Stream<Node> under(Node node) {
        if (!node.isVisible()) return Stream.empty();
        Stream<Node> below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Walk::under) : Stream.empty();
        return Stream.concat(Stream.of(node), below);
    }

    private static boolean isWords(String text) {
        return text != null && text.chars().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isDotted(Labeled labeled) {
        String wanted = labeled.isMnemonicParsing() ? labeled.getText().replaceFirst("_", "") : labeled.getText();
        return isWords(wanted) && labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText()).anyMatch(shown -> !shown.equals(wanted));
    }

    private static boolean isTooLong(TextInputControl field) {
        Text measured = new Text(field.getPromptText());
        measured.setFont(field.getFont());
        double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
        return field.getText().isEmpty() && measured.getLayoutBounds().getWidth() > room + ROUNDING;
    }

    /** Beyond the window's edge; within what scrolls, only to the sides. */
    private static boolean isOutside(Text text, Bounds window) {
        Bounds at = text.localToScene(text.getLayoutBounds());
        Node frame = frame(text);
        Bounds room = frame.getParent() == null ? window : frame.localToScene(frame.getLayoutBounds());
        boolean sideways = at.getMinX() < room.getMinX() - ROUNDING || at.getMaxX() > room.getMaxX() + ROUNDING;
        boolean upDown = at.getMinY() < room.getMinY() - ROUNDING || at.getMaxY() > room.getMaxY() + ROUNDING;
        return !(frame instanceof TextInputControl) && (sideways || upDown && frame.getParent() == null);
    }

    /** In what it is cut off: what scrolls, a field, or the window. */
    private static Node frame(Text text) {
        Node frame = text;
        while (frame.getParent() != null && !(frame instanceof ScrollPane) && !(frame instanceof VirtualFlow)
                && !(frame instanceof TextInputControl)) {
            frame = frame.getParent();
        }
        return frame;
    }
}
