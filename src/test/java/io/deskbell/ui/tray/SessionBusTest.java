package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionBusTest {
    @TempDir
    private Path folder;

    @Test
    void itIsWhereTheSessionSays() {
        assertEquals(Optional.of("unix:path=/run/user/1000/bus,guid=5"), SessionBus.address(linux(Map.of(
                "DBUS_SESSION_BUS_ADDRESS", "unix:abstract=/tmp/dbus-1;unix:path=/run/user/1000/bus,guid=5"))));
    }

    @Test
    void aSocketWithoutAFileIsBeyondUs() {
        assertEquals(Optional.empty(), SessionBus.address(linux(Map.of(
                "DBUS_SESSION_BUS_ADDRESS", "unix:abstract=/tmp/dbus-1", "XDG_RUNTIME_DIR", folder.toString()))));
    }

    @Test
    void whereTheSessionSaysNothingItIsInTheRuntimeFolder() throws IOException {
        Machine machine = linux(Map.of("XDG_RUNTIME_DIR", folder.toString()));
        assertEquals(Optional.empty(), SessionBus.address(machine));
        Files.createFile(folder.resolve("bus"));
        assertEquals(Optional.of("unix:path=" + folder.resolve("bus")), SessionBus.address(machine));
    }

    @Test
    void onlyLinuxHasOne() {
        Map<String, String> environment = Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/run/user/1000/bus");
        assertEquals(Optional.empty(), SessionBus.address(
                new Machine(OperatingSystem.MACOS, environment, Path.of("/"), false)));
    }

    @Test
    void whereThereIsNeitherBusNorScreenThereIsNoTrayAndItSaysSoOnce() throws InterruptedException {
        AtomicInteger said = new AtomicInteger();
        Trays trays = new Trays(linux(Map.of()), Duration.ofDays(1), said::incrementAndGet);
        assertEquals(Optional.empty(), trays.open(new TrayView(TrayState.WATCHING, "", List.of()), a -> { }));
        assertEquals(1, said.get());
    }

    @Test
    void whetherItIsThereIsSeenByItsSocket() throws IOException {
        String address = "unix:path=" + folder.resolve("bus") + ",guid=5";
        assertFalse(SessionBus.isThere(address));
        Files.createFile(folder.resolve("bus"));
        assertTrue(SessionBus.isThere(address));
    }

    @Test
    void aBusThatIsGoneIsNoReasonToWait() throws InterruptedException {
        AtomicInteger said = new AtomicInteger();
        Trays trays = new Trays(linux(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder.resolve("gone"))),
                Duration.ofDays(1), said::incrementAndGet);
        assertEquals(Optional.empty(), trays.open(new TrayView(TrayState.WATCHING, "", List.of()), a -> { }));
        assertEquals(1, said.get());
    }

    private static Machine linux(Map<String, String> environment) {
        return new Machine(OperatingSystem.LINUX, environment, Path.of("/"), false);
    }
}
