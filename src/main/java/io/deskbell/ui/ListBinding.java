package io.deskbell.ui;

import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/** Shows the model's rows in a list, keeps both at the same choice; keys and a double click do what buttons do. */
final class ListBinding {
    private final ListView<Optional<CallRow>> list;
    private final CallListModel model;
    private final CallActions actions;
    private boolean exchanging;

    private ListBinding(ListView<Optional<CallRow>> list, CallListModel model, CallActions actions) {
        this.list = list;
        this.model = model;
        this.actions = actions;
    }

    static void bind(ListView<Optional<CallRow>> list, CallListModel model, CallActions actions, Words words) {
        ListBinding binding = new ListBinding(list, model, actions);
        list.setFixedCellSize(CallCell.HEIGHT);
        list.setCellFactory(of -> binding.cell(words));
        list.setOnKeyPressed(binding::pressed);
        list.getSelectionModel().selectedIndexProperty().addListener((of, was, is) -> binding.choose(is.intValue()));
        model.rows().addListener((of, was, is) -> binding.exchange());
        binding.exchange();
    }

    private CallCell cell(Words words) {
        CallCell cell = new CallCell(words);
        cell.setOnMouseClicked(click -> {
            boolean twice = click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2;
            if (twice && cell.getItem() != null) cell.getItem().ifPresent(actions::open);
        });
        return cell;
    }

    private void choose(int index) {
        if (!exchanging) model.choose(index);
    }

    /** The list forgets its choice with its rows; the model does not. */
    private void exchange() {
        exchanging = true;
        list.setItems(model.rows().get());
        if (model.chosenAt() >= 0) {
            list.getSelectionModel().clearAndSelect(model.chosenAt());
            if (model.wasSought()) list.scrollTo(model.chosenAt());
        } else {
            list.getSelectionModel().clearSelection();
        }
        exchanging = false;
    }

    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER) model.chosen().get().ifPresent(actions::open);
        boolean copy = key.isShortcutDown() && key.getCode() == KeyCode.C;
        if (copy) model.chosen().get().ifPresent(actions::copyNumber);
    }
}
