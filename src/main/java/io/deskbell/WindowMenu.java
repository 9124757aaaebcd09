package io.deskbell;

import io.deskbell.ui.Choice;
import io.deskbell.ui.tray.MenuItem;
import io.deskbell.ui.tray.TrayAction;
import java.util.List;
import java.util.function.Consumer;

/** Tells the window what the tray's menu offers: the two do not know each other, and there may be no tray. */
final class WindowMenu {
    private final Consumer<TrayAction> onAction;

    WindowMenu(Consumer<TrayAction> onAction) {
        this.onAction = onAction;
    }

    List<Choice> of(List<MenuItem> items) {
        return items.stream().filter(item -> !(item instanceof MenuItem.Separator)).map(this::of).toList();
    }

    private Choice of(MenuItem item) {
        return switch (item) {
            case MenuItem.Words words -> new Choice.Words(words.text());
            case MenuItem.Entry entry -> new Choice.Entry(entry.text(), () -> onAction.accept(entry.action()));
            case MenuItem.Checked checked -> new Choice.Checked(checked.text(), checked.checked(),
                    () -> onAction.accept(checked.action()));
            case MenuItem.Submenu submenu -> new Choice.Among(submenu.text(), of(submenu.items()));
            case MenuItem.Separator separator -> new Choice.Words("");
        };
    }
}
