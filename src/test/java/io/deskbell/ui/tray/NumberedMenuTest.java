package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.ui.tray.MenuItem.Checked;
import io.deskbell.ui.tray.MenuItem.Entry;
import io.deskbell.ui.tray.MenuItem.Separator;
import io.deskbell.ui.tray.MenuItem.Submenu;
import io.deskbell.ui.tray.MenuItem.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;

class NumberedMenuTest {
    private static final List<MenuItem> ITEMS = List.of(
            new Words("Watching"),
            new Submenu("Last callers", List.of(new Entry("Jan", new TrayAction.ShowCall("1")))),
            new Separator(),
            new Checked("Pause", false, new TrayAction.Pause(Paused.POPS)),
            new Entry("Quit", new TrayAction.Quit()));

    private final NumberedMenu menu = NumberedMenu.of(ITEMS);

    @Test
    void itemsAreNumberedFromTheTop() {
        assertEquals(List.of("0 {children-display=submenu}", "1 {enabled=false, label=Watching}",
                "2 {children-display=submenu, label=Last callers}", "3 {label=Jan}", "4 {type=separator}",
                "5 {label=Pause, toggle-state=0, toggle-type=checkmark}", "6 {label=Quit}"), described(menu));
    }

    @Test
    void onlyWhatCanBeChosenHasAnAction() {
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(new TrayAction.ShowCall("1")), Optional.empty(),
                Optional.of(new TrayAction.Pause(Paused.POPS)), Optional.of(new TrayAction.Quit())),
                List.of(0, 1, 2, 3, 4, 5, 6).stream().map(menu::action).toList());
    }

    @Test
    void aChangedMenuHasNumbersOfItsOwn() {
        NumberedMenu changed = menu.changedTo(List.of(new Entry("Quit", new TrayAction.Quit())));
        assertEquals(new UInt32(1), menu.revision());
        assertEquals(new UInt32(2), changed.revision());
        assertEquals(List.of("0 {children-display=submenu}", "7 {label=Quit}"), described(changed));
        assertFalse(changed.has(6));
        assertTrue(changed.has(7));
    }

    @Test
    void theLayoutGoesAsDeepAsAsked() {
        assertEquals(List.of(0, 5, 6), List.of(count(0), count(1), count(-1)));
    }

    @Test
    void onlyThePropertiesAskedForAreTold() {
        assertEquals(List.of("label"), List.copyOf(menu.properties(5, List.of("label", "visible")).keySet()));
        assertEquals(Map.of(), menu.properties(99, List.of()));
    }

    @Test
    void anUnderscoreIsNoShortcut() {
        NumberedMenu odd = NumberedMenu.of(List.of(new Words("a_b __c")));
        assertEquals("a__b ____c", odd.properties(1, List.of()).get("label").getValue());
    }

    private static List<String> described(NumberedMenu menu) {
        return menu.ids().stream().map(id -> {
            Map<String, Object> said = new TreeMap<>();
            menu.properties(id, List.of()).forEach((name, value) -> said.put(name, value.getValue()));
            return id + " " + said;
        }).toList();
    }

    private int count(int depth) {
        return below(menu.layout(0, depth, List.of()));
    }

    private static int below(DbusMenu.Node node) {
        int sum = 0;
        for (Variant<?> child : node.children()) {
            sum += 1 + below((DbusMenu.Node) child.getValue());
        }
        return sum;
    }
}
