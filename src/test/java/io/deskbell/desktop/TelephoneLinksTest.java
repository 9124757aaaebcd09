package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.desktop.TelephoneLinks.State;
import io.deskbell.desktop.WindowsRegistry.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelephoneLinksTest {
    private static final Path PROGRAM = Path.of("/bin/true");

    @TempDir
    private Path folder;

    @Test
    void linuxTakesThemAndGivesThemBackAndLeavesOtherChoicesAlone() throws IOException {
        String others = "# mine\n[Added Associations]\nx-scheme-handler/tel=zoiper.desktop;\n[Default Applications]\n"
                + "text/html=firefox.desktop\n";
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(choices(), others);
        assertEquals(State.OFF, links().state());

        links().turn(true);
        assertEquals(State.ON, links().state());
        assertEquals(others.replace("[Default Applications]\n", "[Default Applications]\n"
                + "x-scheme-handler/tel=deskbell-tel.desktop\nx-scheme-handler/callto=deskbell-tel.desktop\n"),
                Files.readString(choices()));

        links().turn(false);
        assertEquals(State.OFF, links().state());
        assertEquals(others, Files.readString(choices()));
    }

    @Test
    void anotherProgramThatHadThemIsReplacedAndTheUserMayChooseAgain() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(choices(), "[Default Applications]\nx-scheme-handler/tel=zoiper.desktop\n");
        links().turn(true);
        assertTrue(Files.readAllLines(choices()).stream().noneMatch(line -> line.contains("zoiper")));
        Files.writeString(choices(), "[Default Applications]\nx-scheme-handler/tel=zoiper.desktop\n");
        assertEquals(State.OFFERED, links().state());
    }

    @Test
    void theRealToolsOfTheDesktopSeeIt() throws IOException {
        Installed.program("xdg-mime", "xdg-utils");
        links().turn(true);
        for (String scheme : List.of("tel", "callto")) {
            ProcessBuilder query = new ProcessBuilder("xdg-mime", "query", "default", "x-scheme-handler/" + scheme);
            query.environment().putAll(Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString(),
                    "XDG_DATA_HOME", folder.resolve("data").toString(), "HOME", folder.toString()));
            try (var answer = query.start().inputReader()) {
                assertEquals("deskbell-tel.desktop", answer.readLine());
            }
        }
    }

    @Test
    void windowsIsToldWhatWeCanAndTheUserChooses() throws IOException {
        RegistryInMemory registry = new RegistryInMemory();
        UrlAssociations links = new UrlAssociations(registry, Path.of("Deskbell.exe"));
        assertEquals(State.OFF, links.state());
        links.turn(true);
        assertEquals(State.OFFERED, links.state());
        assertEquals(Optional.of("\"Deskbell.exe\" \"%1\""),
                registry.text(Root.USER, UrlAssociations.CLASS_KEY + "\\shell\\open\\command", ""));
        assertEquals(Optional.of("Deskbell.tel"),
                registry.text(Root.USER, UrlAssociations.CAPABILITIES + "\\URLAssociations", "callto"));
        registry.write(UrlAssociations.CHOSEN, "ProgId", UrlAssociations.CLASS);
        assertEquals(State.ON, links.state());
        links.turn(false);
        assertEquals(State.OFF, links.state());
    }

    @Test
    void onAMacThePackageSaysIt() {
        Machine mac = new Machine(OperatingSystem.MACOS, Map.of(), folder, false);
        assertEquals(Optional.empty(), TelephoneLinks.of(mac, PROGRAM));
    }

    private Path choices() {
        return folder.resolve("config").resolve("mimeapps.list");
    }

    private XdgLinks links() {
        Machine machine = new Machine(OperatingSystem.LINUX, Map.of("XDG_CONFIG_HOME",
                folder.resolve("config").toString(), "XDG_DATA_HOME", folder.resolve("data").toString()),
                folder, false);
        return XdgLinks.of(machine, PROGRAM);
    }
}
