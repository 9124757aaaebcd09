package io.deskbell.desktop;

import java.util.Locale;

/**
 * Whether the agent has told the desktop to show no notifications, where a program of it tells. Answers within a
 * quarter of a second. Windows tells by {@link FullScreen}, in part: what it calls Do not disturb it tells nobody.
 */
@FunctionalInterface
public interface DoNotDisturb {
    boolean isOn();

    /** GNOME and its kin; KDE and Xfce are asked over D-Bus, by the tray. */
    static DoNotDisturb of(Machine machine) {
        String desktop = machine.variable("XDG_CURRENT_DESKTOP").orElse("").toUpperCase(Locale.ROOT);
        boolean gnome = desktop.contains("GNOME") || desktop.contains("UNITY");
        return machine.system() == OperatingSystem.LINUX && gnome ? new GnomeBanners(Dialogue.REAL) : () -> false;
    }
}
