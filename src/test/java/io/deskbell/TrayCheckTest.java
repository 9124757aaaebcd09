package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.desktop.Desktop;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import io.deskbell.doctor.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrayCheckTest {
    @Test
    void whatWouldShowTheIconIsNamed() {
        assertEquals(List.of("ok    tray       a panel with StatusNotifierItem, over D-Bus"),
                look(":0", () -> "a panel with StatusNotifierItem, over D-Bus"));
    }

    @Test
    void whereNothingWouldTheWindowIsKept() {
        assertEquals(List.of("note  tray       there is no D-Bus session here: without an icon the window is kept"),
                look(":0", () -> {
                    throw new IOException("there is no D-Bus session here");
                }));
    }

    @Test
    void withoutAScreenNobodyIsAsked() {
        assertEquals(List.of("note  tray       there is no screen here: look again in the agent's own session"),
                look("", () -> {
                    throw new AssertionError("there is nothing to ask");
                }));
    }

    private static List<String> look(String screen, TrayCheck.Prospect prospect) {
        Machine machine = new Machine(OperatingSystem.LINUX, Map.of("DISPLAY", screen), Path.of("/home/anna"), false);
        return new TrayCheck(new Desktop(machine), prospect).look().stream().map(Finding::toString).toList();
    }
}
