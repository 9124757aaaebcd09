package io.deskbell.ui;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.transform.Transform;

/** The figure of the tray and of the packages, for task bars and title bars. Drawn, so that each size is sharp. */
final class AppIcon {
    private static final double DRAWN = 100;
    private static final int[] SIZES = {16, 32, 48, 128};

    private AppIcon() {
    }

    /** From small to large. On JavaFX's thread. */
    static List<Image> images() {
        return Drawn.IMAGES;
    }

    /** Drawn once, when the first window needs them. */
    private static final class Drawn {
        static final List<Image> IMAGES = IntStream.of(SIZES).mapToObj(AppIcon::image).toList();
    }

    private static Image image(int size) {
        Group figure = new Group(new Circle(DRAWN / 2, DRAWN / 2, DRAWN / 2, Color.web("#1f78d1")),
                line("M85.38 74.48 A53 53 0 0 1 25.51 14.62", 13, StrokeLineCap.BUTT),
                line("M27 25 L36 24 M75 73 L76 64", 19, StrokeLineCap.ROUND));
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(Color.TRANSPARENT);
        how.setTransform(Transform.scale(size / DRAWN, size / DRAWN));
        how.setViewport(new javafx.geometry.Rectangle2D(0, 0, size, size));
        return figure.snapshot(how, null);
    }

    private static SVGPath line(String path, double width, StrokeLineCap end) {
        SVGPath line = new SVGPath();
        line.setContent(path);
        line.setFill(null);
        line.setStroke(Color.WHITE);
        line.setStrokeWidth(width);
        line.setStrokeLineCap(end);
        return line;
    }
}
