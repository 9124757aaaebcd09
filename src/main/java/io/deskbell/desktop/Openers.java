package io.deskbell.desktop;

import java.util.List;

/** The programs that open an address with whatever browser the user chose; tried in this order. */
final class Openers {
    private Openers() {
    }

    /** The same without the browsers, for what is no page. */
    static List<List<String>> ofLinks(Machine machine) {
        List<List<String>> all = of(machine);
        return all.subList(0, Math.min(2, all.size()));
    }

    /** Each a program and its first arguments; the address comes after them, as an argument of its own. */
    static List<List<String>> of(Machine machine) {
        return switch (machine.system()) {
            // By full path: a program of that name in the working folder is not meant.
            case WINDOWS -> List.of(List.of(
                    machine.variable("SystemRoot").orElse("C:\\Windows") + "\\System32\\rundll32.exe",
                    "url.dll,FileProtocolHandler"));
            case MACOS -> List.of(List.of("/usr/bin/open"));
            case LINUX -> List.of(List.of("xdg-open"), List.of("gio", "open"), List.of("sensible-browser"),
                    List.of("x-www-browser"), List.of("firefox"), List.of("chromium"), List.of("google-chrome"));
        };
    }
}
