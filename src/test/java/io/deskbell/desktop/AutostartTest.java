package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.desktop.Autostart.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AutostartTest {
    private static final Path PROGRAM = Path.of("/opt/Desk bell/bin/deskbell");

    @TempDir
    private Path folder;

    private final RegistryInMemory registry = new RegistryInMemory();

    @Test
    void linuxIsSwitchedOnAndOffInTheUsersFolder() throws IOException {
        assertSwitches(xdg());
        xdg().turn(true);
        assertEquals("""
                [Desktop Entry]
                Type=Application
                Name=Deskbell
                Exec="/opt/Desk bell/bin/deskbell"
                Terminal=false
                """.replace("/", PROGRAM.getFileSystem().getSeparator()), Files.readString(mine()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void oddPathsAreQuotedForTheDesktopEntry() throws IOException {
        new XdgAutostart(mine(), List.of(), Path.of("/a$b/50%/\"c\"")).turn(true);
        assertTrue(Files.readString(mine()).contains("\nExec=\"/a\\\\$b/50%%/\\\\\"c\\\\\"\"\n"));
    }

    @Test
    void linuxKnowsWhatTheAdministratorSet() throws IOException {
        Files.createDirectories(folder.resolve("etc"));
        Files.writeString(everybodys(), "[Desktop Entry]\n");
        assertSetByAdministrator(xdg());
        assertFalse(Files.exists(mine()));
    }

    @Test
    void whoHidEverybodysEntryMayTakeItBack() throws IOException {
        Files.createDirectories(folder.resolve("etc"));
        Files.writeString(everybodys(), "[Desktop Entry]\n");
        Files.createDirectories(mine().getParent());
        for (String hidden : List.of("Hidden=true", "X-GNOME-Autostart-enabled = false")) {
            Files.writeString(mine(), "[Desktop Entry]\n" + hidden + "\n");
            assertEquals(State.OFF, xdg().state());
            xdg().turn(true);
            assertEquals(State.SET_BY_ADMINISTRATOR, xdg().state());
        }
    }

    @Test
    void theFoldersOfLinuxAreTheSpecifications() {
        Machine machine = new Machine(OperatingSystem.LINUX, Map.of("XDG_CONFIG_HOME", folder.toString(),
                "XDG_CONFIG_DIRS", folder.resolve("etc").toString()), Path.of("/home/anna"), false);
        assertEquals(List.of(folder.resolve("autostart/deskbell.desktop")),
                turnedOn(XdgAutostart.of(machine, PROGRAM)));
    }

    @Test
    void macosIsSwitchedOnAndOffWithAnAgent() throws IOException {
        Path program = Path.of("/A & <B>/deskbell");
        LaunchAgent agent = new LaunchAgent(folder.resolve("mine"), folder.resolve("all"), program);
        assertSwitches(agent);
        agent.turn(true);
        assertTrue(Files.readString(folder.resolve("mine/io.deskbell.plist"))
                .contains("<string>/A &amp; &lt;B>/deskbell</string>".replace("/A", Path.of("/A").toString())));
    }

    @Test
    void macosKnowsWhatTheAdministratorSet() throws IOException {
        Files.createDirectories(folder.resolve("all"));
        Files.createFile(folder.resolve("all").resolve(LaunchAgent.FILE));
        assertSetByAdministrator(new LaunchAgent(folder.resolve("mine"), folder.resolve("all"), PROGRAM));
    }

    @Test
    void windowsIsSwitchedOnAndOffInTheUsersRunKey() throws IOException {
        RunKey run = new RunKey(registry, PROGRAM);
        assertSwitches(run);
        run.turn(true);
        assertEquals(Map.of("USER\\" + RunKey.RUN + "\\Deskbell", "\"" + PROGRAM + "\""), registry.texts);
    }

    @Test
    void windowsKnowsWhatTheAdministratorSet() throws IOException {
        registry.texts.put("MACHINE\\" + RunKey.RUN + "\\Deskbell", "x");
        assertSetByAdministrator(new RunKey(registry, PROGRAM));
    }

    @Test
    void whatTheTaskManagerSwitchedOffIsOffUntilItIsSwitchedOnHere() throws IOException {
        RunKey run = new RunKey(registry, PROGRAM);
        run.turn(true);
        registry.marks.put(RunKey.APPROVED + "\\Deskbell", new byte[] {2, 0, 0});
        assertEquals(State.ON, run.state());
        registry.marks.put(RunKey.APPROVED + "\\Deskbell", new byte[] {3, 0, 0});
        assertEquals(State.OFF, run.state());
        run.turn(true);
        assertEquals(State.ON, run.state());
    }

    @Test
    void theLauncherIsFoundBesideTheJar() throws IOException {
        Path jar = folder.resolve("app/deskbell.jar");
        assertEquals(Optional.empty(), InstalledProgram.besides(jar));
        Path launcher = folder.resolve("bin/deskbell");
        Files.createDirectories(launcher.getParent());
        Files.createFile(launcher);
        assertTrue(launcher.toFile().setExecutable(true));
        assertEquals(Optional.of(launcher), InstalledProgram.besides(jar));
        assertEquals(Optional.empty(), InstalledProgram.besides(folder.resolve("classes")));
        assertEquals(Optional.empty(), InstalledProgram.here()); // A build is nothing to start at login.
    }

    private static void assertSwitches(Autostart autostart) throws IOException {
        assertEquals(State.OFF, autostart.state());
        autostart.turn(true);
        assertEquals(State.ON, autostart.state());
        autostart.turn(true);
        autostart.turn(false);
        assertEquals(State.OFF, autostart.state());
        autostart.turn(false);
    }

    private static void assertSetByAdministrator(Autostart autostart) throws IOException {
        assertEquals(State.SET_BY_ADMINISTRATOR, autostart.state());
        for (boolean on : List.of(true, false)) {
            assertEquals("That Deskbell starts at login is set by your administrator",
                    assertThrows(IOException.class, () -> autostart.turn(on)).getMessage());
        }
    }

    private List<Path> turnedOn(Autostart autostart) {
        try {
            autostart.turn(true);
            try (var files = Files.walk(folder)) {
                return files.filter(Files::isRegularFile).toList();
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private XdgAutostart xdg() {
        return new XdgAutostart(mine(), List.of(everybodys()), PROGRAM);
    }

    private Path mine() {
        return folder.resolve("autostart").resolve(XdgAutostart.FILE);
    }

    private Path everybodys() {
        return folder.resolve("etc").resolve(XdgAutostart.FILE);
    }
}
