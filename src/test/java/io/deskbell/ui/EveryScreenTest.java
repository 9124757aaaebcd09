package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What holds for every screen, whatever it shows; each leaves a picture in target/screenshots, {@link Screenshots}
 * leaves all. */
@ExtendWith(ApplicationExtension.class)
class EveryScreenTest {
    /** Other than 100 %, Windows' own steps; all of them in the language with the longest words. */
    private static final Map<String, List<Double>> SCALES = Map.of("en", List.of(1.25, 2.0), "nl", List.of(1.5, 2.0),
            "de", List.of(1.25, 1.5, 2.0));
    private static final double SCREEN_HEIGHT = 1080;
    private static final double FRAME_AND_TASK_BAR = 80;

    private final List<String> faults = new ArrayList<>();
    private Gallery gallery;

    /** Colours do not depend on the language, nor widths on the theme: together these are all. */
    static Stream<Look> looks() {
        return Stream.of(new Look("en", Theme.Palette.LIGHT), new Look("nl", Theme.Palette.DARK),
                new Look("de", Theme.Palette.LIGHT));
    }

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        gallery = new Gallery(folder);
    }

    @AfterEach
    void close() throws Exception {
        gallery.close();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void everybodyCanReadItAndIsToldWhatTakesTheFocus(Look look, FxRobot robot) {
        robot.interact(() -> gallery.screens().forEach((name, opening) -> {
            Window window = opening.apply(look);
            Parent root = window.getScene().getRoot();
            note(name, "no name", Walk.nameless(root));
            note(name, "weak", Contrast.tooWeak(root));
            if (window instanceof Stage) note(name, "keys", TabOrder.faults(window.getScene())); // A toast takes none.
            note(name, "no letter of its own", Letters.faults(root));
            if (!isRogue(name)) note(name, "cut", Walk.cutOff(root, window.getScene().getWidth(),
                    window.getScene().getHeight()));
            if (look.equals(Look.USUAL)) Picture.keep(root, Picture.KEPT.resolve(name + "-" + look + ".png"), 1);
            if (!isRogue(name)) SCALES.get(look.language()).forEach(scale -> lookAtScale(name, window, scale));
            window.hide();
        }));
        assertEquals("", String.join("\n", faults));
    }

    /** Parts of a pixel are rounded then, the screen is not as high, and what was measured before is stale. */
    private void lookAtScale(String name, Window window, double scale) {
        window.setRenderScaleX(scale);
        window.setRenderScaleY(scale);
        Parent root = window.getScene().getRoot();
        Walk.of(root).stream().filter(Parent.class::isInstance).map(Parent.class::cast).forEach(Parent::requestLayout);
        double height = Math.min(window.getScene().getHeight(), SCREEN_HEIGHT / scale - FRAME_AND_TASK_BAR);
        note(name, "cut at " + scale, Walk.cutOff(root, window.getScene().getWidth(), height));
    }

    /** A name of ten thousand letters may be cut. */
    private static boolean isRogue(String name) {
        return name.endsWith("rogue");
    }

    private void note(String screen, String kind, List<String> found) {
        found.forEach(what -> faults.add(screen + ", " + kind + ": " + what));
    }
}
