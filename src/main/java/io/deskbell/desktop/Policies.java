package io.deskbell.desktop;

import io.deskbell.desktop.WindowsRegistry.Root;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the administrator of a Windows domain has set: text values below {@code Software\\Policies\\Deskbell}, in a key
 * for each section. The computer's win over the user's. Users cannot write there.
 */
public final class Policies {
    static final String KEY = "Software\\Policies\\Deskbell\\";

    private final WindowsRegistry registry;

    Policies(WindowsRegistry registry) {
        this.registry = registry;
    }

    /**
     * The values of those keys that are set; none on other systems.
     *
     * @param names such as {@code agent.country}
     * @throws IOException in words for a person
     */
    public static Map<String, String> of(Machine machine, List<String> names) throws IOException {
        return machine.system() == OperatingSystem.WINDOWS ? new Policies(new JnaRegistry()).values(names) : Map.of();
    }

    Map<String, String> values(List<String> names) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            int dot = name.indexOf('.');
            String key = KEY + name.substring(0, dot);
            Optional<String> value = registry.text(Root.MACHINE, key, name.substring(dot + 1));
            if (value.isEmpty()) value = registry.text(Root.USER, key, name.substring(dot + 1));
            value.ifPresent(text -> values.put(name, text));
        }
        return values;
    }
}
