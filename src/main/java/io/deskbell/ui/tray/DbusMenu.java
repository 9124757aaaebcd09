package io.deskbell.ui.tray;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A menu, as panels ask for it (libdbusmenu's {@code dbus-menu.xml}). Public only because D-Bus calls it. */
@DBusInterfaceName(DbusMenu.NAME)
public interface DbusMenu extends DBusInterface {
    String NAME = "com.canonical.dbusmenu";

    /** @param depth how many levels below, -1 for all */
    Layout<UInt32, Node> GetLayout(int parent, int depth, List<String> names);

    List<Item> GetGroupProperties(List<Integer> ids, List<String> names);

    Variant<?> GetProperty(int id, String name);

    void Event(int id, String kind, Variant<?> data, UInt32 timestamp);

    /** Returns the ids that there are not. */
    List<Integer> EventGroup(List<Happening> events);

    /** Returns whether the panel has to ask for the layout again. */
    boolean AboutToShow(int id);

    Pending<List<Integer>, List<Integer>> AboutToShowGroup(List<Integer> ids);

    /** An item with those below it: {@code (ia{sv}av)}. */
    final class Node extends Struct {
        @Position(0)
        private final int id;
        @Position(1)
        private final Map<String, Variant<?>> properties;
        @Position(2)
        private final List<Variant<?>> children;

        public Node(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
            this.id = id;
            this.properties = properties;
            this.children = children;
        }

        int id() {
            return id;
        }

        Map<String, Variant<?>> properties() {
            return properties;
        }

        List<Variant<?>> children() {
            return children;
        }
    }

    /** An item without those below it: {@code (ia{sv})}. */
    final class Item extends Struct {
        @Position(0)
        private final int id;
        @Position(1)
        private final Map<String, Variant<?>> properties;

        public Item(int id, Map<String, Variant<?>> properties) {
            this.id = id;
            this.properties = properties;
        }

        int id() {
            return id;
        }

        Map<String, Variant<?>> properties() {
            return properties;
        }
    }

    /** What the user did with an item: {@code (isvu)}. */
    final class Happening extends Struct {
        @Position(0)
        private final int id;
        @Position(1)
        private final String kind;
        @Position(2)
        private final Variant<?> data;
        @Position(3)
        private final UInt32 timestamp;

        public Happening(int id, String kind, Variant<?> data, UInt32 timestamp) {
            this.id = id;
            this.kind = kind;
            this.data = data;
            this.timestamp = timestamp;
        }

        int id() {
            return id;
        }

        String kind() {
            return kind;
        }
    }

    /** Two answers at once: the revision and the layout. */
    final class Layout<R, N> extends Tuple {
        @Position(0)
        private final R revision;
        @Position(1)
        private final N root;

        public Layout(R revision, N root) {
            this.revision = revision;
            this.root = root;
        }

        R revision() {
            return revision;
        }

        N root() {
            return root;
        }
    }

    /** Two answers at once: which items changed, and which there are not. */
    final class Pending<U, M> extends Tuple {
        @Position(0)
        private final U updatesNeeded;
        @Position(1)
        private final M missing;

        public Pending(U updatesNeeded, M missing) {
            this.updatesNeeded = updatesNeeded;
            this.missing = missing;
        }
    }

    /** Ask again for the layout below this item. */
    final class LayoutUpdated extends DBusSignal {
        private final UInt32 revision;

        public LayoutUpdated(String path, UInt32 revision, int parent) throws DBusException {
            super(path, revision, parent);
            this.revision = revision;
        }

        UInt32 revision() {
            return revision;
        }
    }
}
