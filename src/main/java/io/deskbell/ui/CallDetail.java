package io.deskbell.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** The chosen call: what became of it, and what can be done with it. */
final class CallDetail {
    private final CallActions actions;
    private Optional<CallRow> shown = Optional.empty();

    @FXML private Parent detail;
    @FXML private Label title;
    @FXML private Label about;
    @FXML private Label delivery;
    @FXML private Label trouble;
    @FXML private Button open;
    @FXML private Button copy;
    @FXML private Button again;
    @FXML private Button callBack;
    @FXML private Button customer;

    CallDetail(CallActions actions) {
        this.actions = actions;
    }

    void show(Optional<CallRow> row) {
        boolean same = row.isPresent() && id(row).equals(id(shown));
        shown = row;
        detail.setVisible(row.isPresent());
        detail.setManaged(row.isPresent());
        row.ifPresent(this::fill);
        row.ifPresent(call -> offerAgain(call.canSendAgain(), same));
    }

    @FXML
    void open() {
        shown.ifPresent(actions::open);
    }

    @FXML
    void copyNumber() {
        shown.ifPresent(actions::copyNumber);
    }

    @FXML
    void sendAgain() {
        shown.ifPresent(actions::sendAgain);
    }

    @FXML
    void callBack() {
        shown.ifPresent(actions::callBack);
    }

    @FXML
    void showCustomer() {
        shown.ifPresent(actions::showCustomer);
    }

    /** Where it was it stays, or another button would come under the pointer of whoever presses twice. */
    private void offerAgain(boolean possible, boolean same) {
        if (!possible && again.isFocused()) copy.requestFocus();
        present(again, possible || same && again.isVisible());
        again.setDisable(!possible);
    }

    private static Optional<String> id(Optional<CallRow> row) {
        return row.map(of -> of.call().id());
    }

    private void fill(CallRow row) {
        title.setText(row.title());
        about.setText(String.join(" · ", java.util.stream.Stream.of(row.sign(), row.number(), row.moment(),
                row.lasted(), row.handed()).filter(part -> !part.isEmpty() && !part.equals(row.title())).toList()));
        delivery.setText(row.delivery());
        delivery.getStyleClass().setAll("label", "delivery", row.delivered().name().toLowerCase(Locale.ROOT));
        trouble.setText(row.trouble());
        present(trouble, !row.trouble().isEmpty());
        present(open, actions.canOpen(row));
        copy.setDisable(!row.hasNumber());
        present(callBack, actions.canCallBack(row));
        present(customer, actions.canShowCustomer(row));
    }

    private static void present(javafx.scene.Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
