package io.deskbell;

import io.deskbell.desktop.Machine;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** What kind of computer this is, for support; nothing about who sits at it. */
final class SystemFacts {
    private static final List<String> PROPERTIES = List.of("os.name", "os.version", "os.arch", "java.vendor",
            "java.runtime.version", "java.vm.name", "native.encoding", "javafx.version");
    private static final List<String> VARIABLES = List.of("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "DISPLAY",
            "WAYLAND_DISPLAY", "SESSIONNAME");
    private static final long MEGABYTE = 1 << 20;

    private SystemFacts() {
    }

    static String text(Machine machine) {
        StringBuilder text = new StringBuilder("deskbell = " + Version.TEXT + "\n");
        PROPERTIES.forEach(name -> text.append(line(name, System.getProperty(name, ""))));
        VARIABLES.forEach(name -> text.append(line(name, machine.environment().getOrDefault(name, ""))));
        text.append(line("language", Locale.getDefault(Locale.Category.DISPLAY).toLanguageTag()));
        text.append(line("time zone", ZoneId.systemDefault().getId()));
        text.append(line("processors", Integer.toString(Runtime.getRuntime().availableProcessors())));
        text.append(line("memory, MB", Long.toString(Runtime.getRuntime().maxMemory() / MEGABYTE)));
        return text.toString();
    }

    private static String line(String name, String value) {
        return name + " = " + value + "\n";
    }
}
