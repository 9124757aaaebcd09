package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {
    @Test
    void linuxFollowsTheXdgFolders() {
        assertEquals(new Folders(Path.of("/etc/deskbell"), Path.of("/home/anna/.config/deskbell"),
                Path.of("/home/anna/.local/state/deskbell"), Path.of("/home/anna/.local/state/deskbell")),
                of(OperatingSystem.LINUX, "/home/anna", Map.of()));
        assertEquals(new Folders(Path.of("/etc/deskbell"), Path.of("/c/deskbell"), Path.of("/s/deskbell"),
                        Path.of("/s/deskbell")),
                of(OperatingSystem.LINUX, "/home/anna", Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "/s")));
    }

    @Test
    void aRelativeOrEmptyXdgFolderIsIgnored() {
        assertEquals(of(OperatingSystem.LINUX, "/home/anna", Map.of()), of(OperatingSystem.LINUX, "/home/anna",
                Map.of("XDG_CONFIG_HOME", "config", "XDG_STATE_HOME", " ")));
    }

    /** Java has it from the list of users, where HOME is what scripts and session managers change. */
    @Test
    void linuxGoesByTheHomeOfTheEnvironment() {
        Path listed = Path.of("/home/anna");
        assertEquals(Path.of("/mnt/anna"), Machine.of("Linux", Map.of("HOME", "/mnt/anna"), listed, true).home());
        for (String nowhere : List.of("", "mnt")) {
            assertEquals(listed, Machine.of("Linux", Map.of("HOME", nowhere), listed, true).home());
        }
        assertEquals(listed, Machine.of("Windows 11", Map.of("HOME", "/mnt/anna"), listed, true).home());
    }

    @Test
    void macosUsesTheLibrary() {
        Path library = Path.of("/Users/anna/Library/Application Support/Deskbell");
        assertEquals(new Folders(Path.of("/Library/Application Support/Deskbell"), library, library,
                        Path.of("/Users/anna/Library/Logs/Deskbell")),
                of(OperatingSystem.MACOS, "/Users/anna", Map.of("XDG_CONFIG_HOME", "/c")));
    }

    @Test
    void windowsUsesItsThreeFolders() {
        Map<String, String> variables = Map.of("ProgramData", "/ProgramData", "APPDATA", "/Users/anna/Roaming",
                "LOCALAPPDATA", "/Users/anna/Local");
        assertEquals(new Folders(Path.of("/ProgramData/Deskbell"), Path.of("/Users/anna/Roaming/Deskbell"),
                Path.of("/Users/anna/Local/Deskbell"), Path.of("/Users/anna/Local/Deskbell")),
                of(OperatingSystem.WINDOWS, "/Users/anna", variables));
    }

    @Test
    void windowsWithoutItsVariablesStillHasFolders() {
        Folders folders = of(OperatingSystem.WINDOWS, "/Users/anna", Map.of());
        assertEquals(Path.of("C:\\ProgramData").resolve("Deskbell"), folders.machineConfig());
        assertEquals(Path.of("/Users/anna/AppData/Roaming/Deskbell"), folders.userConfig());
        assertEquals(Path.of("/Users/anna/AppData/Local/Deskbell"), folders.data());
    }

    @Test
    void theConfigurationIsOneFileInEachFolder() {
        Folders folders = of(OperatingSystem.LINUX, "/home/anna", Map.of());
        assertEquals(Path.of("/etc/deskbell/config.ini"), folders.machineConfigFile());
        assertEquals(Path.of("/home/anna/.config/deskbell/config.ini"), folders.userConfigFile());
    }

    private static Folders of(OperatingSystem system, String home, Map<String, String> variables) {
        return Folders.of(new Machine(system, variables, Path.of(home), false));
    }
}
