package io.deskbell.desktop;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinUser;
import java.awt.HeadlessException;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Windows: RegisterHotKey and the messages it sends to the thread that asked. There is no selection to be read without
 * pressing keys in somebody else's window, so it takes what was copied.
 */
final class WindowsShortcut implements GlobalShortcut {
    private static final Logger LOG = LoggerFactory.getLogger(WindowsShortcut.class);
    private static final int ID = 1;
    private static final int NOT_AGAIN_WHILE_HELD = 0x4000; // MOD_NOREPEAT
    private static final int VK_F1 = 0x70;

    private final Keys keys;
    private final Consumer<String> onText;
    private volatile Optional<String> trouble = Optional.empty();
    private volatile int thread;

    private WindowsShortcut(Keys keys, Consumer<String> onText) {
        this.keys = keys;
        this.onText = onText;
    }

    static GlobalShortcut start(Keys keys, Consumer<String> onText) {
        WindowsShortcut shortcut = new WindowsShortcut(keys, onText);
        Thread.ofPlatform().name("shortcut").daemon().start(shortcut::listen);
        return shortcut;
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void close() {
        if (thread != 0) User32.INSTANCE.PostThreadMessage(thread, WinUser.WM_QUIT, null, null);
    }

    static int modifiers(Keys keys) {
        return keys.modifiers().stream().mapToInt(modifier -> switch (modifier) {
            case ALT -> WinUser.MOD_ALT;
            case CTRL -> WinUser.MOD_CONTROL;
            case SHIFT -> WinUser.MOD_SHIFT;
            case SUPER -> WinUser.MOD_WIN;
        }).sum();
    }

    /** Letters and digits are their own virtual key. */
    static int virtualKey(Keys keys) {
        return keys.function().map(number -> VK_F1 + number - 1).orElseGet(() -> (int) keys.key().charAt(0));
    }

    private void listen() {
        try {
            thread = Kernel32.INSTANCE.GetCurrentThreadId();
            User32 user32 = User32.INSTANCE;
            if (!user32.RegisterHotKey(null, ID, modifiers(keys) | NOT_AGAIN_WHILE_HELD, virtualKey(keys))) {
                fail("another program has taken these keys; choose others");
                return;
            }
            WinUser.MSG message = new WinUser.MSG();
            while (user32.GetMessage(message, null, 0, 0) > 0) {
                if (message.message == WinUser.WM_HOTKEY) onText.accept(copied());
            }
            user32.UnregisterHotKey(null, ID);
        } catch (LinkageError notInstalledWhole) {
            fail("a part of the installation is missing: jnidispatch");
        }
    }

    private static String copied() {
        try {
            Object text = Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
            String copied = String.valueOf(text);
            return copied.substring(0, Math.min(X11Shortcut.LONGEST_TEXT + 1, copied.length()));
        } catch (UnsupportedFlavorException | IOException | IllegalStateException | HeadlessException noText) {
            return "";
        }
    }

    private void fail(String why) {
        trouble = Optional.of(why);
        LOG.warn("[dial] shortcut does not work: {}", why);
    }
}
