package io.deskbell.ui.tray;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.freedesktop.dbus.errors.InvalidMethodArgument;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** Answers a panel's questions about the menu, and passes on what is chosen in it. */
final class ExportedMenu implements DbusMenu, Properties {
    static final String PATH = "/MenuBar";

    private final Consumer<TrayAction> onAction;
    private volatile NumberedMenu menu;

    ExportedMenu(List<MenuItem> items, Consumer<TrayAction> onAction) {
        this.menu = NumberedMenu.of(items);
        this.onAction = onAction;
    }

    /** Returns the new revision. */
    UInt32 show(List<MenuItem> items) {
        menu = menu.changedTo(items);
        return menu.revision();
    }

    UInt32 revision() {
        return menu.revision();
    }

    @Override
    public Layout<UInt32, Node> GetLayout(int parent, int depth, List<String> names) {
        NumberedMenu now = menu;
        if (!now.has(parent)) throw new InvalidMethodArgument("no item " + parent);
        return new Layout<>(now.revision(), now.layout(parent, depth, names));
    }

    @Override
    public List<DbusMenu.Item> GetGroupProperties(List<Integer> ids, List<String> names) {
        NumberedMenu now = menu;
        List<Integer> wanted = ids.isEmpty() ? now.ids() : ids;
        return wanted.stream().filter(now::has)
                .map(id -> new DbusMenu.Item(id, now.properties(id, names))).toList();
    }

    @Override
    public Variant<?> GetProperty(int id, String name) {
        Variant<?> value = menu.properties(id, List.of()).get(name);
        if (value == null) throw new InvalidMethodArgument("no item " + id + " or no " + name);
        return value;
    }

    @Override
    public void Event(int id, String kind, Variant<?> data, UInt32 timestamp) {
        if (kind.equals("clicked")) menu.action(id).ifPresent(onAction);
    }

    @Override
    public List<Integer> EventGroup(List<Happening> events) {
        NumberedMenu now = menu;
        List<Integer> missing = new ArrayList<>();
        for (Happening event : events) {
            if (!now.has(event.id())) missing.add(event.id());
            if (event.kind().equals("clicked")) now.action(event.id()).ifPresent(onAction);
        }
        return missing;
    }

    @Override
    public boolean AboutToShow(int id) {
        return false; // Changes are announced when they happen.
    }

    @Override
    public Pending<List<Integer>, List<Integer>> AboutToShowGroup(List<Integer> ids) {
        NumberedMenu now = menu;
        return new Pending<>(List.of(), ids.stream().filter(id -> !now.has(id)).toList());
    }

    @Override
    public Map<String, Variant<?>> GetAll(String interfaceName) {
        Map<String, Variant<?>> all = new LinkedHashMap<>();
        if (!interfaceName.equals(DbusMenu.NAME)) return all;
        all.put("Version", new Variant<>(new UInt32(3)));
        all.put("TextDirection", new Variant<>("ltr"));
        all.put("Status", new Variant<>("normal"));
        all.put("IconThemePath", new Variant<>(new String[0]));
        return all;
    }

    @Override
    public <A> A Get(String interfaceName, String property) {
        return ExportedProperties.one(property, GetAll(interfaceName));
    }

    @Override
    public <A> void Set(String interfaceName, String property, A value) {
        throw new PropertyReadOnly(property);
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }
}
