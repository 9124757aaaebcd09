package io.deskbell.ui.tray;

import io.deskbell.ui.tray.MenuItem.Checked;
import io.deskbell.ui.tray.MenuItem.Entry;
import io.deskbell.ui.tray.MenuItem.Separator;
import io.deskbell.ui.tray.MenuItem.Submenu;
import io.deskbell.ui.tray.MenuItem.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/**
 * A menu with a number on each item, as D-Bus wants it. A later menu has other numbers: a click that was under way
 * while the menu changed then does nothing, instead of what has come to stand there. Immutable.
 */
final class NumberedMenu {
    private static final int ROOT = 0;

    private final int revision;
    private final int lastId;
    private final Map<Integer, Map<String, Variant<?>>> properties = new LinkedHashMap<>();
    private final Map<Integer, List<Integer>> children = new HashMap<>();
    private final Map<Integer, TrayAction> actions = new HashMap<>();

    private NumberedMenu(int revision, int lastId, List<MenuItem> items) {
        this.revision = revision;
        properties.put(ROOT, Map.of("children-display", new Variant<>("submenu")));
        Numbering numbering = new Numbering(lastId);
        numbering.addAll(ROOT, items);
        this.lastId = numbering.last;
    }

    static NumberedMenu of(List<MenuItem> items) {
        return new NumberedMenu(1, ROOT, items);
    }

    NumberedMenu changedTo(List<MenuItem> items) {
        return new NumberedMenu(revision + 1, lastId, items);
    }

    UInt32 revision() {
        return new UInt32(revision);
    }

    /** What choosing the item asks for; empty for an item there is not (any more) or that cannot be chosen. */
    Optional<TrayAction> action(int id) {
        return Optional.ofNullable(actions.get(id));
    }

    boolean has(int id) {
        return properties.containsKey(id);
    }

    List<Integer> ids() {
        return List.copyOf(properties.keySet());
    }

    /** @param names those wanted, none for all */
    Map<String, Variant<?>> properties(int id, List<String> names) {
        Map<String, Variant<?>> wanted = new LinkedHashMap<>(properties.getOrDefault(id, Map.of()));
        if (!names.isEmpty()) wanted.keySet().retainAll(names);
        return wanted;
    }

    /** @param depth how many levels below, negative for all */
    DbusMenu.Node layout(int id, int depth, List<String> names) {
        List<Variant<?>> below = new ArrayList<>();
        if (depth != 0) {
            for (int child : children.getOrDefault(id, List.of())) {
                below.add(new Variant<>(layout(child, depth - 1, names), "(ia{sv}av)"));
            }
        }
        return new DbusMenu.Node(id, properties(id, names), below);
    }

    private static Map<String, Variant<?>> describe(MenuItem item) {
        Map<String, Variant<?>> said = new LinkedHashMap<>();
        switch (item) {
            case Words words -> {
                said.put("label", label(words.text()));
                said.put("enabled", new Variant<>(false));
            }
            case Entry entry -> said.put("label", label(entry.text()));
            case Checked checked -> {
                said.put("label", label(checked.text()));
                said.put("toggle-type", new Variant<>("checkmark"));
                said.put("toggle-state", new Variant<>(checked.checked() ? 1 : 0));
            }
            case Submenu submenu -> {
                said.put("label", label(submenu.text()));
                said.put("children-display", new Variant<>("submenu"));
            }
            case Separator separator -> said.put("type", new Variant<>("separator"));
        }
        return said;
    }

    /** A single underscore would mark a shortcut. */
    private static Variant<String> label(String text) {
        return new Variant<>(text.replace("_", "__"));
    }

    /** Hands out the numbers, upwards from the last one used. */
    private final class Numbering {
        private int last;

        Numbering(int last) {
            this.last = last;
        }

        void addAll(int parent, List<MenuItem> items) {
            List<Integer> ids = new ArrayList<>();
            for (MenuItem item : items) {
                int id = ++last;
                ids.add(id);
                properties.put(id, describe(item));
                if (item instanceof Entry entry) actions.put(id, entry.action());
                if (item instanceof Checked checked) actions.put(id, checked.action());
                if (item instanceof Submenu submenu) addAll(id, submenu.items());
            }
            children.put(parent, ids);
        }
    }
}
