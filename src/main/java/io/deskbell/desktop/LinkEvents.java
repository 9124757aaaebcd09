package io.deskbell.desktop;

import java.awt.Desktop;
import java.util.function.Consumer;

/** macOS hands links to a program that runs, or that it starts for them, as events and not as arguments. */
public final class LinkEvents {
    private LinkEvents() {
    }

    /** Best called before JavaFX starts, which would take the events for itself. Does nothing on other systems. */
    public static void listen(Machine machine, Consumer<String> onLink) {
        if (machine.system() != OperatingSystem.MACOS || !Desktop.isDesktopSupported()) return;
        boolean possible = Desktop.getDesktop().isSupported(Desktop.Action.APP_OPEN_URI);
        if (possible) Desktop.getDesktop().setOpenURIHandler(link -> onLink.accept(link.getURI().toString()));
    }
}
