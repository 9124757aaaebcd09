package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.ui.AboutProgram.Kind;
import io.deskbell.ui.AboutProgram.Library;
import io.deskbell.ui.AboutProgram.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class AboutScreenTest {
    static final AboutProgram PROGRAM = new AboutProgram("0.1.0", "25.0.3+9-LTS (Eclipse Adoptium)",
            List.of(new Place(Kind.CONFIG, Path.of("/etc/deskbell/config.ini")),
                    new Place(Kind.CONFIG, Path.of("/home/j/.config/deskbell/config.ini")),
                    new Place(Kind.DATA, Path.of("/home/j/.local/state/deskbell")),
                    new Place(Kind.LOG, Path.of("/home/j/.local/state/deskbell/deskbell.log"))),
            List.of(new Library("javafx-base", Optional.empty(), "GPL-2.0 with Classpath-exception-2.0"),
                    new Library("jna", Optional.of("5.19.1"), "LGPL-2.1-or-later or Apache-2.0"),
                    new Library("slf4j-api", Optional.of("2.0.20"), "MIT")));
    private static final String TEXT = """
            Deskbell, Version 0.1.0
            Java 25.0.3+9-LTS (Eclipse Adoptium), JavaFX 25.0.4
            Configuration: /etc/deskbell/config.ini
            Configuration: /home/j/.config/deskbell/config.ini
            Calls and events: /home/j/.local/state/deskbell
            Log: /home/j/.local/state/deskbell/deskbell.log
            Built with
              javafx-base 25.0.4: GPL-2.0 with Classpath-exception-2.0
              jna 5.19.1: LGPL-2.1-or-later or Apache-2.0
              slf4j-api 2.0.20: MIT
            """;

    private final List<String> closed = new ArrayList<>();
    private Stage stage;

    @Start
    void open(Stage unused) {
        Words words = Look.USUAL.words();
        About about = new About(new AboutModel(PROGRAM, "25.0.4", words), words, () -> closed.add("closed"));
        stage = new Stage();
        Framed.put(stage, Fxml.load(about, words), words.of("about.title"), Look.USUAL.theme());
        stage.show();
        about.opened();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(stage::hide);
    }

    @Test
    void everythingIsCopiedAsAMailWouldHaveIt(FxRobot robot) {
        robot.clickOn("Copy as text");
        robot.interact(() -> assertEquals(TEXT, Clipboard.getSystemClipboard().getString()));
        assertTrue(robot.lookup("This is copied.").tryQuery().isPresent());
    }

    @Test
    void theFirstKeyClosesIt(FxRobot robot) {
        robot.type(KeyCode.SPACE);
        assertEquals(List.of("closed"), closed);
    }
}
