package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapiSectionTest {
    private static final String FILE = "[agent]\nextension = 201\n[inbox]\napi_key = abc\n[phone]\nsource = tapi\n";

    @TempDir
    Path folder;

    @Test
    void theLineMayBeLeftOut() throws Exception {
        assertEquals(Optional.of(new TapiSettings(Optional.empty(), false)), load(FILE, true).tapi());
    }

    @Test
    void aLineAndIdsThatAreTheSameAtEveryDesk() throws Exception {
        assertEquals(Optional.of(new TapiSettings(Optional.of("Agent 201"), true)),
                load(FILE + "[tapi]\nline = Agent 201\nshared_ids = yes\n", true).tapi());
    }

    @Test
    void elsewhereThanOnWindowsItIsOneLineOfError() {
        ConfigException wrong = assertThrows(ConfigException.class, () -> load(FILE, false));
        assertEquals(List.of(folder.resolve("config.ini")
                + " [phone] source = tapi: only Windows has tapi; choose another here"),
                wrong.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void elsewhereThanOnWindowsItIsNotOfferedAsAChoice() throws Exception {
        assertEquals(List.of("sip", "intake", "simulator"), choices(false));
        assertEquals(List.of("sip", "tapi", "intake", "simulator"), choices(true));
    }

    private List<String> choices(boolean windows) throws ConfigException {
        List<String> all = ConfigDraft.open(List.of(), folder.resolve("none.ini"), outside(windows)).sources();
        return all.stream().filter(List.of("sip", "tapi", "intake", "simulator")::contains).toList();
    }

    private Config load(String text, boolean windows) throws Exception {
        Path file = Files.writeString(folder.resolve("config.ini"), text);
        return Config.load(List.of(file), outside(windows));
    }

    private static Outside outside(boolean windows) {
        return new Outside(StoredSecrets.NONE, ExtensionLookup.NONE, Policy.NONE, windows);
    }
}
