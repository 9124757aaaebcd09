package io.deskbell.ui.tray;

import java.util.List;

/**
 * All there is to see of the tray icon.
 *
 * @param words one line, for the tooltip
 */
public record TrayView(TrayState state, String words, List<MenuItem> menu) {
    public TrayView {
        menu = List.copyOf(menu);
    }
}
