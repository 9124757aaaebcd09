package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.desktop.GlobalShortcut.Keys;
import io.deskbell.desktop.GlobalShortcut.Modifier;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShortcutKeysTest {
    @Test
    void keysAreReadAsPeopleWriteThem() {
        assertEquals(new Keys(Set.of(Modifier.CTRL, Modifier.ALT), "D"), Keys.read("Ctrl+Alt+D"));
        assertEquals(new Keys(Set.of(Modifier.SUPER), "F12"), Keys.read("win + f12"));
    }

    @Test
    void eachSystemHasItsNamesForThem() {
        assertEquals(0x64, XKeyboard.symbolOf(Keys.read("Ctrl+D")));
        assertEquals(0xFFC9, XKeyboard.symbolOf(Keys.read("Ctrl+F12")));
        assertEquals(12, XKeyboard.mask(Keys.read("Ctrl+Alt+D")));
        assertEquals(0x44, WindowsShortcut.virtualKey(Keys.read("Ctrl+d")));
        assertEquals(0x7B, WindowsShortcut.virtualKey(Keys.read("Ctrl+F12")));
        assertEquals(1 | 2, WindowsShortcut.modifiers(Keys.read("Ctrl+Alt+D")));
    }
}
