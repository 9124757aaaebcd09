package io.deskbell.desktop;

import io.deskbell.desktop.WindowsRegistry.Root;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the administrator of a Windows domain has set: text values below {@code Software\\Policies\\Deskbell}, in a key
 * for each section. The computer's win over the user's. Users cannot write there.
 */
public final class Policies {
    static final String KEY = "Software\\Policies\\Deskbell";

    private final WindowsRegistry registry;

    Policies(WindowsRegistry registry) {
        this.registry = registry;
    }

    /**
     * All that is set, by names such as {@code agent.country}, in lower case and whether or not anybody knows them;
     * what lies in no section's key begins with the dot, what is neither text nor a number is blank. None on other
     * systems.
     *
     * @throws IOException in words for a person
     */
    public static Map<String, String> of(Machine machine) throws IOException {
        return machine.system() == OperatingSystem.WINDOWS ? new Policies(new JnaRegistry()).values() : Map.of();
    }

    Map<String, String> values() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Root root : List.of(Root.USER, Root.MACHINE)) { // The later one wins.
            read(root, KEY, "", values);
            for (String section : registry.keys(root, KEY)) read(root, KEY + "\\" + section, section, values);
        }
        return values;
    }

    private void read(Root root, String key, String section, Map<String, String> into) throws IOException {
        for (String name : registry.names(root, key)) {
            if (name.isEmpty()) continue; // The key's own, which editors of the registry always show.
            String full = (section + "." + name).toLowerCase(Locale.ROOT);
            registry.text(root, key, name).ifPresentOrElse(text -> into.put(full, text),
                    () -> into.putIfAbsent(full, ""));
        }
    }
}
