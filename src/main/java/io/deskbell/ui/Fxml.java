package io.deskbell.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads FXML: a file and a controller of the same name, built by us, with the texts of the agent's language. */
final class Fxml {
    private Fxml() {
    }

    static Parent load(Object controller, Words words) {
        String name = controller.getClass().getSimpleName() + ".fxml";
        FXMLLoader loader = new FXMLLoader(Fxml.class.getResource(name), words.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
