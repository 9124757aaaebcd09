package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    /** What a window has on a screen of 1920 by 1080 at 200 %, beside its frame and the task bar. */
    private static final double SMALL_HEIGHT = 460;

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
            if (!isRogue(name)) note(name, "cut", Walk.cutOff(root, window.getScene().getWidth(),
                    window.getScene().getHeight()));
            if (look.equals(Look.USUAL)) Picture.keep(root, Picture.KEPT.resolve(name + "-" + look + ".png"), 1);
            window.setRenderScaleX(2); // Half a pixel is one to round to, then.
            window.setRenderScaleY(2);
            double height = Math.min(window.getScene().getHeight(), SMALL_HEIGHT);
            if (!isRogue(name)) note(name, "cut at 200 %", Walk.cutOff(root, window.getScene().getWidth(), height));
            window.hide();
        }));
        assertEquals("", String.join("\n", faults));
    }

    /** A name of ten thousand letters may be cut. */
    private static boolean isRogue(String name) {
        return name.endsWith("rogue");
    }

    private void note(String screen, String kind, List<String> found) {
        found.forEach(what -> faults.add(screen + ", " + kind + ": " + what));
    }
}
