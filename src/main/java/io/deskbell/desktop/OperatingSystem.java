package io.deskbell.desktop;

import java.util.Locale;

/** The families of systems an agent may work on. */
public enum OperatingSystem {
    WINDOWS,
    MACOS,
    /** Linux and all that behaves like it. */
    LINUX;

    /** @param name as in the system property {@code os.name} */
    static OperatingSystem named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) return WINDOWS;
        return lower.startsWith("mac") || lower.contains("darwin") ? MACOS : LINUX;
    }
}
