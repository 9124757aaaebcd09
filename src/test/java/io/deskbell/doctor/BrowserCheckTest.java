package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.PopSettings;
import io.deskbell.desktop.Desktop;
import io.deskbell.desktop.Launcher;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserCheckTest {
    private static final Launcher NEVER = (command, patience) -> {
        throw new AssertionError("the doctor opens nothing");
    };
    private static final String SCREEN = ":0";

    @TempDir
    private Path folder;

    @Test
    void theFirstProgramThatIsThereIsNamed() throws IOException {
        Path browser = Files.createFile(folder.resolve("browse"));
        assertTrue(browser.toFile().setExecutable(true));
        assertEquals(List.of("ok    browser    addresses are opened with browse"),
                look(SCREEN, Optional.of(PopSettings.When.ANSWERED)));
        assertEquals(List.of("ok    browser    addresses are opened with browse"), look(SCREEN, Optional.empty()),
                "a configuration that cannot be read is no reason not to look");
    }

    @Test
    void whereThereIsNoneItIsSaidWhatToInstall() {
        assertEquals(List.of("FAIL  browser    nothing that opens an address: install a browser and xdg-utils"),
                look(SCREEN, Optional.of(PopSettings.When.CLICK)));
    }

    @Test
    void whoIsNotInTheAgentsSessionIsSentThere() {
        assertEquals(List.of("note  browser    there is no screen here: look again in the agent's own session"),
                look("", Optional.of(PopSettings.When.RINGING)));
    }

    @Test
    void whoWantsNoneNeedsNone() {
        assertEquals(List.of("ok    browser    not wanted: [pop] when = never"),
                look("", Optional.of(PopSettings.When.NEVER)));
    }

    private List<String> look(String screen, Optional<PopSettings.When> when) {
        Machine machine = new Machine(OperatingSystem.LINUX, Map.of("DISPLAY", screen, "PATH", folder.toString()),
                folder, false);
        Desktop desktop = new Desktop(machine, List.of(List.of("not-there"), List.of("browse", "--new")), NEVER);
        return new BrowserCheck(desktop, when.map(moment -> new PopSettings(moment, PopSettings.Mode.FOCUS,
                "https://app.robinhq.com/", List.of("Agent Inbox")))).look().stream().map(Finding::toString).toList();
    }
}
