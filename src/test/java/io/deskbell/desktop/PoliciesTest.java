package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.desktop.WindowsRegistry.Root;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private final RegistryInMemory registry = new RegistryInMemory();

    @Test
    void theComputersWinOverTheUsers() throws IOException {
        put(Root.MACHINE, "Software\\Policies\\Deskbell\\agent", "country", "DE");
        put(Root.USER, "Software\\Policies\\Deskbell\\agent", "country", "NL");
        put(Root.USER, "Software\\Policies\\Deskbell\\agent", "extension", "207");
        put(Root.USER, "Software\\Deskbell\\pop", "when", "never");
        assertEquals(new Policies.Found(Map.of("agent.country", "DE", "agent.extension", "207"), Set.of()),
                new Policies(registry).found());
    }

    @Test
    void whatNobodyKnowsIsReadTooInAnyCase() throws IOException {
        put(Root.USER, "Software\\Policies\\Deskbell\\Agent", "Country", "NL");
        put(Root.MACHINE, "Software\\Policies\\Deskbell\\agent", "contry", "DE");
        put(Root.MACHINE, "Software\\Policies\\Deskbell", "country", "BE");
        assertEquals(Map.of("agent.country", "NL", "agent.contry", "DE", ".country", "BE"),
                new Policies(registry).found().values());
    }

    @Test
    void whatIsNoTextIsNamedWhosePolicyItMayBe() throws IOException {
        put(Root.USER, "Software\\Policies\\Deskbell\\agent", "country", "NL");
        registry.others.add("MACHINE\\Software\\Policies\\Deskbell\\Agent\\Country");
        registry.others.add("USER\\Software\\Policies\\Deskbell\\pop\\when");
        assertEquals(new Policies.Found(Map.of("agent.country", "NL"), Set.of("agent.country", "pop.when")),
                new Policies(registry).found());
    }

    @Test
    void otherSystemsHaveNone() throws IOException {
        Machine linux = new Machine(OperatingSystem.LINUX, Map.of(), Path.of("/home/anna"), true);
        assertEquals(new Policies.Found(Map.of(), Set.of()), Policies.of(linux));
    }

    private void put(Root root, String key, String name, String value) {
        registry.texts.put(root + "\\" + key + "\\" + name, value);
    }
}
