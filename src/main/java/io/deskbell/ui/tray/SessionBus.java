package io.deskbell.ui.tray;

import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Where the bus of the user's session is, if there is one we can speak to. */
final class SessionBus {
    private SessionBus() {
    }

    /** D-Bus Specification, "Well-known Message Bus Instances"; sockets without a file are beyond the JDK (JEP 380). */
    static Optional<String> address(Machine machine) {
        if (machine.system() != OperatingSystem.LINUX) return Optional.empty();
        String told = machine.environment().getOrDefault("DBUS_SESSION_BUS_ADDRESS", "");
        String runtime = machine.environment().getOrDefault("XDG_RUNTIME_DIR", "");
        if (!told.isBlank()) {
            return Arrays.stream(told.split(";")).filter(one -> one.startsWith("unix:path=")).findFirst();
        }
        if (runtime.isBlank() || !Files.exists(Path.of(runtime, "bus"))) return Optional.empty();
        return Optional.of("unix:path=" + Path.of(runtime, "bus"));
    }

    /** Whether there is anything at the address: the library would look for it for ten seconds. */
    static boolean isThere(String address) {
        return Files.exists(Path.of(address.replaceFirst("^unix:path=", "").replaceFirst(",.*", "")));
    }
}
