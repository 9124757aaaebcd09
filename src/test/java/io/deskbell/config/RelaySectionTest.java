package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelaySectionTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNotThereIsNamedOnceAndByItsOwnKey() throws IOException {
        Path file = Files.writeString(folder.resolve("relay.ini"), """
                [relay]
                certificate = /nowhere/cert.pem
                key = /nowhere/key.pem
                broker_certificate = /nowhere/ca.pem
                token = 0123456789abcdef
                server = mqtts://mqtt.example.com
                """);
        List<Problem> problems = assertThrows(ConfigException.class,
                () -> Config.relay(List.of(file), Outside.NOTHING)).problems();
        assertEquals(List.of("broker_certificate", "certificate", "key"), problems.stream().map(Problem::key).toList());
    }

    /** Of any other, one account per extension cannot be had, and each desk would be told the same user's calls. */
    @Test
    void onlySourcesWhoseCallsDependOnTheExtensionAreRelayed() {
        assertEquals(List.of("voipgrid", "sip", "asterisk", "3cx", "simulator"), RelaySection.sources());
        assertTrue(Keys.SOURCES.containsAll(RelaySection.sources()));
    }
}
