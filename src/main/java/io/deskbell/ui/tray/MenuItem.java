package io.deskbell.ui.tray;

import java.util.List;

/** What a menu consists of. Texts are shown as they are: nothing in them is a shortcut or markup. */
public sealed interface MenuItem {
    /** Words to read, not to choose. */
    record Words(String text) implements MenuItem {
    }

    record Entry(String text, TrayAction action) implements MenuItem {
    }

    record Checked(String text, boolean checked, TrayAction action) implements MenuItem {
    }

    record Submenu(String text, List<MenuItem> items) implements MenuItem {
        public Submenu {
            items = List.copyOf(items);
        }
    }

    record Separator() implements MenuItem {
    }
}
