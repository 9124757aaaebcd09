package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.desktop.WindowsRegistry.Root;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final List<String> NAMES = List.of("agent.country", "agent.extension", "pop.when");
    private final RegistryInMemory registry = new RegistryInMemory();

    @Test
    void theComputersWinOverTheUsers() throws IOException {
        put(Root.MACHINE, "Software\\Policies\\Deskbell\\agent", "country", "DE");
        put(Root.USER, "Software\\Policies\\Deskbell\\agent", "country", "NL");
        put(Root.USER, "Software\\Policies\\Deskbell\\agent", "extension", "207");
        put(Root.USER, "Software\\Deskbell\\pop", "when", "never");
        assertEquals(Map.of("agent.country", "DE", "agent.extension", "207"), new Policies(registry).values(NAMES));
    }

    @Test
    void otherSystemsHaveNone() throws IOException {
        Machine linux = new Machine(OperatingSystem.LINUX, Map.of(), Path.of("/home/anna"), true);
        assertEquals(Map.of(), Policies.of(linux, NAMES));
    }

    private void put(Root root, String key, String name, String value) {
        registry.texts.put(root + "\\" + key + "\\" + name, value);
    }
}
