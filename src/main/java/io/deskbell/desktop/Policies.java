package io.deskbell.desktop;

import io.deskbell.desktop.WindowsRegistry.Root;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the administrator of a Windows domain has set: text values below {@code Software\\Policies\\Deskbell}, in a key
 * for each section. The computer's win over the user's. Users cannot write there.
 */
public final class Policies {
    static final String KEY = "Software\\Policies\\Deskbell";

    private final WindowsRegistry registry;

    /**
     * All that is set, by names such as {@code agent.country}, in lower case and whether or not anybody knows them;
     * what lies in no section's key begins with the dot.
     *
     * @param values text, and numbers as text
     * @param unread set as something else, for the computer or for the user
     */
    public record Found(Map<String, String> values, Set<String> unread) {
        private static final Found NOTHING = new Found(Map.of(), Set.of());

        public Found {
            values = Map.copyOf(values);
            unread = Set.copyOf(unread);
        }
    }

    Policies(WindowsRegistry registry) {
        this.registry = registry;
    }

    /**
     * Nothing on other systems.
     *
     * @throws IOException in words for a person
     */
    public static Found of(Machine machine) throws IOException {
        return machine.system() == OperatingSystem.WINDOWS ? new Policies(new JnaRegistry()).found() : Found.NOTHING;
    }

    Found found() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> unread = new TreeSet<>();
        for (Root root : List.of(Root.USER, Root.MACHINE)) { // The later one wins.
            read(root, KEY, "", values, unread);
            for (String section : registry.keys(root, KEY)) read(root, KEY + "\\" + section, section, values, unread);
        }
        return new Found(values, unread);
    }

    private void read(Root root, String key, String section, Map<String, String> values, Set<String> unread)
            throws IOException {
        for (String name : registry.names(root, key)) {
            if (name.isEmpty()) continue; // The key's own, which editors of the registry always show.
            String full = (section + "." + name).toLowerCase(Locale.ROOT);
            registry.text(root, key, name).ifPresentOrElse(text -> values.put(full, text), () -> unread.add(full));
        }
    }
}
