package io.deskbell.ui;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Which part of a page that scrolls can be seen, and how the rest comes there. On JavaFX's thread. */
final class InView {
    /** Beside what is brought in, so that its words and what is said of it are seen too. */
    private static final double MARGIN = 40;

    private InView() {
    }

    /** Wholly, from top to bottom; also what scrolls nowhere. */
    static boolean has(Node node) {
        return paneOf(node).filter(pane -> !isSeen(node, pane)).isEmpty();
    }

    /** The focus alone does not: JavaFX follows it only where Tab has moved it. */
    static void bring(Node node) {
        node.getScene().getRoot().layout(); // What came with it moved others.
        paneOf(node).filter(pane -> !isSeen(node, pane)).ifPresent(pane -> bring(node, pane));
    }

    private static void bring(Node node, ScrollPane pane) {
        Bounds at = within(node, pane);
        double hidden = pane.getContent().getLayoutBounds().getHeight() - height(pane);
        boolean above = at.getMinY() < top(pane);
        double top = above ? at.getMinY() - MARGIN : at.getMaxY() + MARGIN - height(pane);
        pane.setVvalue(Math.clamp(top / hidden, 0, 1));
    }

    private static boolean isSeen(Node node, ScrollPane pane) {
        Bounds at = within(node, pane);
        return at.getMinY() >= top(pane) && at.getMaxY() <= top(pane) + height(pane);
    }

    private static Bounds within(Node node, ScrollPane pane) {
        return pane.getContent().sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    private static double top(ScrollPane pane) {
        double hidden = pane.getContent().getLayoutBounds().getHeight() - height(pane);
        return Math.max(0, hidden) * pane.getVvalue();
    }

    private static double height(ScrollPane pane) {
        return pane.getViewportBounds().getHeight();
    }

    private static Optional<ScrollPane> paneOf(Node node) {
        Node at = node;
        while (at != null && !(at instanceof ScrollPane)) at = at.getParent();
        return Optional.ofNullable((ScrollPane) at);
    }
}
