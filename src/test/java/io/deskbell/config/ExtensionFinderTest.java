package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ExtensionFinderTest {
    private final List<List<String>> asked = new ArrayList<>();
    private String answer = "204";

    @TempDir
    private Path folder;

    private final ExtensionFinder finder = new ExtensionFinder(Map.of("EXT", " 203 "), "Anna", (command, patience) -> {
        asked.add(command);
        return answer;
    });

    @Test
    void itIsInAVariableOrTheNameItself() throws IOException {
        assertEquals("203", finder.find("env EXT"));
        assertEquals("Anna", finder.find("user"));
        assertEquals("there is no environment variable EXTENSION for this user", failing("env EXTENSION"));
    }

    @Test
    void aProgramIsAskedWordByWordAndOnceAMinute() throws IOException {
        String rule = "command \"/opt/dir tool/lookup\" --user {user} ;rm";
        assertEquals("204", finder.find(rule));
        assertEquals("204", finder.find(rule));
        assertEquals(List.of(List.of("/opt/dir tool/lookup", "--user", "Anna", ";rm")), asked);
    }

    @Test
    void aProgramThatSaysNothingIsNoAnswer() {
        answer = "";
        assertEquals("lookup printed no extension for user Anna", failing("command lookup"));
    }

    @Test
    void aTableIsSearchedByTheNameInAnyCase() throws IOException {
        Path users = Files.writeString(folder.resolve("users.csv"), "user,extension\nbob,201\n\"anna\" ; \"202\"\n");
        assertEquals("202", finder.find("csv " + users));
        Files.writeString(users, "user,extension\nbob,201\n");
        assertEquals(users + " has no line for user Anna; a line is user,extension", failing("csv " + users));
        assertEquals(folder.resolve("none") + ": no such file", failing("csv " + folder.resolve("none")));
    }

    @Test
    void aWrongRuleAndAMissingExtensionAreALine() {
        ConfigException wrong = assertThrows(ConfigException.class, () -> load("nowhere"));
        assertEquals(folder.resolve("c.ini") + " [agent] extension_from = nowhere: not one of env NAME, user,"
                + " command PROGRAM ..., or csv FILE", wrong.getMessage());
        assertEquals(folder.resolve("c.ini") + " [agent] extension_from = env NONE: there is no environment variable"
                + " NONE for this user", assertThrows(ConfigException.class, () -> load("env NONE")).getMessage());
    }

    /** What was found is to be mended where it was found, not at a key that nobody wrote. */
    @Test
    void whatIsFoundAndIsNoExtensionIsToldWithItsPlace() throws IOException {
        Path users = Files.writeString(folder.resolve("users.csv"), "anna;20 2\n");
        String place = folder.resolve("c.ini") + " [agent] extension_from = csv " + users + ": ";
        assertEquals(place + "found 20 2 for this user, which is no extension: a short number such as 201",
                assertThrows(ConfigException.class, () -> load("csv " + users)).getMessage());
        Files.writeString(users, "anna;\n");
        assertEquals(place + "found no extension for this user",
                assertThrows(ConfigException.class, () -> load("csv " + users)).getMessage());
    }

    @Test
    void theOneWrittenWins() throws Exception {
        assertEquals("203", load("env EXT").agent().extension());
        assertEquals("7", load("env EXT\nextension = 7").agent().extension());
    }

    @Test
    void aRealProgramHasItsTimeAndItsFirstLine() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        assertEquals("204", FirstLine.of(List.of("/bin/sh", "-c", "echo 204; echo more"), Duration.ofSeconds(20)));
        assertEquals("/bin/sh failed with 3", assertThrows(IOException.class,
                () -> FirstLine.of(List.of("/bin/sh", "-c", "exit 3"), Duration.ofSeconds(20))).getMessage());
        assertEquals("/bin/sh took longer than 0 s", assertThrows(IOException.class,
                () -> FirstLine.of(List.of("/bin/sh", "-c", "exec sleep 20"), Duration.ofMillis(50))).getMessage());
        assertEquals("/no/such cannot be started; write its full path", assertThrows(IOException.class,
                () -> FirstLine.of(List.of("/no/such"), Duration.ofSeconds(1))).getMessage());
    }

    private Config load(String rule) throws ConfigException {
        Path file = folder.resolve("c.ini");
        try {
            Files.writeString(file, "[agent]\nextension_from = " + rule
                    + "\n[inbox]\napi_key = abc\n[phone]\nsource = simulator\n");
        } catch (IOException unwritten) {
            throw new AssertionError(unwritten);
        }
        return Config.load(List.of(file), new Outside(StoredSecrets.NONE, finder, Map.of()));
    }

    private String failing(String rule) {
        return assertThrows(IOException.class, () -> finder.find(rule)).getMessage();
    }
}
