package io.deskbell.desktop;

import java.util.List;
import java.util.Set;

/**
 * Windows. It lets a program change the foreground window only when that program had the user's last input; a program
 * in the tray had none. Of the ways round it we take the one that touches nothing: an empty mouse input of ours, after
 * which we are the one who had it. A tapped Alt key would open the menu of what the agent is typing in, and joining
 * that program's input queue (AttachThreadInput) would hang us whenever it hangs.
 */
final class WindowsFocus implements WindowFocus {
    /** Every Chromium has the one, Firefox the other; the names of the programs are legion. */
    private static final Set<String> BROWSERS = Set.of("Chrome_WidgetWin_1", "MozillaWindowClass");

    private final WindowsScreen screen;

    WindowsFocus(WindowsScreen screen) {
        this.screen = screen;
    }

    @Override
    public Outcome bringToFront(List<String> titles) {
        try {
            return bring(titles);
        } catch (LinkageError notInstalledWhole) {
            return new NotPossible("a part of the installation is missing: " + notInstalledWhole.getMessage());
        }
    }

    private Outcome bring(List<String> titles) {
        List<WindowsScreen.Shown> ours = screen.windows().stream()
                .filter(window -> BROWSERS.contains(window.kind()))
                .filter(window -> WindowTitle.matches(window.title(), titles)).toList();
        if (ours.isEmpty()) return new NoneOpen();
        WindowsScreen.Shown chosen = ours.stream().filter(window -> !window.minimised()).findFirst()
                .orElse(ours.getFirst());
        if (chosen.minimised()) screen.restore(chosen.handle());
        if (screen.foreground() == chosen.handle()) return new BroughtToFront();
        screen.raise(chosen.handle());
        if (screen.foreground() == chosen.handle()) return new BroughtToFront();
        screen.liftForegroundLock();
        screen.raise(chosen.handle());
        return screen.foreground() == chosen.handle() ? new BroughtToFront()
                : new NotPossible("Windows keeps another program in front");
    }
}
