package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrayProspectTest {
    @Test
    void windowsAndMacosHaveOne() throws IOException {
        assertEquals("the system's tray", TrayProspect.of(machine(OperatingSystem.WINDOWS, Map.of())));
    }

    @Test
    void aLinuxWithoutASessionHasNone() {
        IOException none = assertThrows(IOException.class,
                () -> TrayProspect.of(machine(OperatingSystem.LINUX, Map.of())));
        assertEquals("there is no D-Bus session here", none.getMessage());
    }

    @Test
    void anOlderPanelMayBeThereButNotOnGnome() throws IOException {
        assertEquals("an older panel (XEmbed), if one runs; else the window has all that the menu has",
                TrayProspect.of(machine(OperatingSystem.LINUX, Map.of("DISPLAY", ":0"))));
        assertThrows(IOException.class, () -> TrayProspect.of(machine(OperatingSystem.LINUX,
                Map.of("DISPLAY", ":0", "XDG_CURRENT_DESKTOP", "ubuntu:GNOME"))));
    }

    private static Machine machine(OperatingSystem system, Map<String, String> environment) {
        return new Machine(system, environment, Path.of("/home/anna"), false);
    }
}
