package io.deskbell.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/** Contrast as WCAG 2.2 has it, of the colours a screen has come to: 4.5 for text (1.4.3), 3 for signs (1.4.11). */
final class Contrast {
    private static final double OF_TEXT = 4.5;
    private static final double OF_SIGNS = 3;
    private static final List<String> SIGNS = List.of("lamp", "sign", "box", "text-field", "combo-box", "choice-box");

    private Contrast() {
    }

    /** What is too weak to be read or seen, in words. What cannot be used now may be weak. */
    static List<String> tooWeak(Parent root) {
        List<String> weak = new ArrayList<>();
        for (Node node : Walk.of(root)) {
            if (node.isDisabled()) continue;
            if (node instanceof Text text && text.getSelectionStart() >= 0) {
                note(weak, "selected", colour(text.getSelectionFill()), highlight(text), OF_TEXT);
            } else if (node instanceof Text text && !text.getText().isBlank()) {
                note(weak, text.getText(), colour(text.getFill()), ground(text.getParent()), OF_TEXT);
            }
            boolean sign = node instanceof Region && SIGNS.stream().anyMatch(node.getStyleClass()::contains);
            if (sign) note(weak, node.toString(), edge((Region) node), ground(node.getParent()), OF_SIGNS);
        }
        return weak;
    }

    static double between(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** What a node is told apart by: the outermost of what it is painted with. */
    static Color edge(Region region) {
        return Optional.ofNullable(region.getBackground()).map(Background::getFills)
                .filter(fills -> !fills.isEmpty()).map(fills -> colour(fills.getFirst().getFill()))
                .orElse(Color.TRANSPARENT);
    }

    /** What is painted behind, through all that is not opaque. */
    static Color ground(Node node) {
        Color seen = Color.TRANSPARENT;
        for (Node at = node; at != null && !seen.isOpaque(); at = at.getParent()) {
            Background background = at instanceof Region region ? region.getBackground() : null;
            List<BackgroundFill> fills = background == null ? List.of() : background.getFills();
            for (BackgroundFill fill : fills.reversed()) seen = over(seen, colour(fill.getFill()));
        }
        return seen;
    }

    /** What is painted beside the text and below it, where a part of it is selected. */
    private static Color highlight(Text text) {
        return text.getParent().getChildrenUnmodifiable().stream().filter(Path.class::isInstance)
                .map(beside -> ((Path) beside).getFill()).filter(Color.class::isInstance).map(Color.class::cast)
                .findFirst().orElseThrow();
    }

    private static void note(List<String> weak, String what, Color colour, Color ground, double least) {
        double contrast = between(over(colour, ground), ground);
        if (contrast < least) weak.add("%.2f of %s on %s: %s".formatted(contrast, colour, ground, what));
    }

    /** A gradient is none of our palette's. */
    private static Color colour(Paint paint) {
        if (paint instanceof Color colour) return colour;
        throw new AssertionError("not a colour: " + paint);
    }

    private static Color over(Color above, Color below) {
        double share = above.getOpacity() + below.getOpacity() * (1 - above.getOpacity());
        if (share == 0) return Color.TRANSPARENT;
        double part = above.getOpacity() / share;
        return new Color(above.getRed() * part + below.getRed() * (1 - part),
                above.getGreen() * part + below.getGreen() * (1 - part),
                above.getBlue() * part + below.getBlue() * (1 - part), share);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
