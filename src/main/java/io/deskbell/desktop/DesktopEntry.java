package io.deskbell.desktop;

/** What entries for desktops have in common (Desktop Entry Specification 1.5). */
final class DesktopEntry {
    private DesktopEntry() {
    }

    /** Quoted for Exec, then the backslashes once more for a string ("Exec key"). */
    static String quoted(String path) {
        String argument = path.replaceAll("([\"`$\\\\])", "\\\\$1").replace("%", "%%");
        return "\"" + argument.replace("\\", "\\\\") + "\"";
    }
}
