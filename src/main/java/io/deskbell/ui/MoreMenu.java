package io.deskbell.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Puts what can be chosen at the moment above what always can, each time the menu opens. */
final class MoreMenu {
    private final MenuButton button;
    private final Supplier<List<Choice>> choices;
    private List<MenuItem> shown = List.of();

    private MoreMenu(MenuButton button, Supplier<List<Choice>> choices) {
        this.button = button;
        this.choices = choices;
    }

    static void fill(MenuButton button, Supplier<List<Choice>> choices) {
        MoreMenu menu = new MoreMenu(button, choices);
        button.setOnShowing(opening -> menu.renew());
    }

    private void renew() {
        button.getItems().removeAll(shown);
        List<MenuItem> items = items(choices.get());
        if (!items.isEmpty()) items.add(new SeparatorMenuItem());
        shown = items;
        button.getItems().addAll(0, shown);
    }

    private static List<MenuItem> items(List<Choice> choices) {
        return new java.util.ArrayList<>(choices.stream().map(MoreMenu::item).toList());
    }

    private static MenuItem item(Choice choice) {
        MenuItem item = switch (choice) {
            case Choice.Words words -> new MenuItem();
            case Choice.Entry entry -> doing(new MenuItem(), entry.onChosen());
            case Choice.Checked checked -> {
                CheckMenuItem line = new CheckMenuItem();
                line.setSelected(checked.checked());
                yield doing(line, checked.onChosen());
            }
            case Choice.Among among -> new Menu("", null, items(among.choices()).toArray(MenuItem[]::new));
        };
        item.setMnemonicParsing(false); // Callers' names may hold underscores.
        item.setText(OneLine.of(choice.text()));
        item.setDisable(choice instanceof Choice.Words);
        return item;
    }

    private static MenuItem doing(MenuItem item, Runnable onChosen) {
        item.setOnAction(chosen -> onChosen.run());
        return item;
    }
}
