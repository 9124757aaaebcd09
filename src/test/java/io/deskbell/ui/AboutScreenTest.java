package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.ui.AboutProgram.Kind;
import io.deskbell.ui.AboutProgram.Library;
import io.deskbell.ui.AboutProgram.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class AboutScreenTest {
    private static final AboutProgram PROGRAM = new AboutProgram("0.1.0", "25.0.3+9-LTS (Eclipse Adoptium)",
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

    @Test
    void everythingIsCopiedAsAMailWouldHaveIt() {
        String copied = OnScreen.get(() -> {
            Parent root = shown(Locale.ENGLISH, Theme.Palette.LIGHT);
            buttons(root).getFirst().fire();
            OnScreen.picture(root, "about-copied", 1);
            buttons(root).getLast().fire();
            root.getScene().getWindow().hide();
            return Clipboard.getSystemClipboard().getString();
        });
        assertEquals(TEXT, copied);
        assertEquals(List.of("closed"), closed);
    }

    @Test
    void itIsDrawnInEveryLanguageAndTheme() {
        for (String language : List.of("en", "nl", "de")) {
            for (Theme.Palette palette : Theme.Palette.values()) {
                OnScreen.run(() -> {
                    Parent root = shown(Locale.of(language), palette);
                    OnScreen.picture(root, "about-" + language + "-" + palette.name().toLowerCase(Locale.ROOT), 1);
                    root.getScene().getWindow().hide();
                });
            }
        }
    }

    private Parent shown(Locale locale, Theme.Palette palette) {
        Words words = new Words(locale);
        Parent root = Fxml.load(new About(new AboutModel(PROGRAM, "25.0.4", words), words,
                () -> closed.add("closed")), words);
        Scene scene = new Scene(root);
        new Theme(palette).dress(scene.getStylesheets());
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        root.applyCss();
        root.layout();
        return root;
    }

    private static List<Button> buttons(Parent root) {
        return root.lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast).toList();
    }
}
