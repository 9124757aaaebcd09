package io.deskbell.desktop;

import java.util.List;
import java.util.Locale;

/** Whether a window's title is one we look for. */
final class WindowTitle {
    private WindowTitle() {
    }

    static boolean matches(String title, List<String> wanted) {
        String shown = title.toLowerCase(Locale.ROOT);
        return wanted.stream().map(text -> text.strip().toLowerCase(Locale.ROOT))
                .anyMatch(text -> !text.isEmpty() && shown.contains(text));
    }
}
