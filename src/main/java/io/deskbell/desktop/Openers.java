package io.deskbell.desktop;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The programs that open an address with whatever browser the user chose; tried in this order. */
final class Openers {
    private Openers() {
    }

    /** The same without the browsers, for what is no page. */
    static List<List<String>> ofLinks(Machine machine) {
        List<List<String>> all = of(machine);
        return all.subList(0, Math.min(2, all.size()));
    }

    /** The program of the first that is on this computer. Starts nothing. */
    static Optional<String> first(List<List<String>> openers, Machine machine) {
        return openers.stream().map(List::getFirst).filter(program -> isThere(program, machine)).findFirst();
    }

    /** @param program a path, or a name to be looked for where the system looks */
    static boolean isThere(String program, Machine machine) {
        if (program.contains("/") || program.contains("\\")) return Files.exists(Path.of(program));
        String[] folders = machine.variable("PATH").orElse("").split(File.pathSeparator);
        return Arrays.stream(folders).filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
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
