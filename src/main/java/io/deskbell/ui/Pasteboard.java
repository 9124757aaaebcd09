package io.deskbell.ui;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Where copied numbers go. On JavaFX's thread. */
final class Pasteboard {
    private Pasteboard() {
    }

    static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
