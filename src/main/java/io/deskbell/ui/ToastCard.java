package io.deskbell.ui;

import io.deskbell.call.Call;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** What stands on the toast. */
final class ToastCard {
    private final Predicate<Call> hasConversation;
    private final Consumer<Call> onOpen;
    private final Consumer<Call> onShow;
    private final Consumer<String> onCopy;
    private final Runnable onDismiss;
    private final Optional<Consumer<Call>> onCallBack;
    private final Function<Call, Optional<Runnable>> onCustomer;
    private Optional<ToastModel.Saying> shown = Optional.empty();

    @FXML private ResourceBundle resources;
    @FXML private Node toast;
    @FXML private Label state;
    @FXML private Label history;
    @FXML private Label title;
    @FXML private Label number;
    @FXML private Label line;
    @FXML private Button open;
    @FXML private Button copy;
    @FXML private Button callBack;
    @FXML private Button customer;

    /** @param onShow shows it in the window; @param onCallBack where numbers can be dialled; @param onCustomer
     *  where the customer can be opened in Agent Inbox */
    ToastCard(Desk desk, Consumer<Call> onShow, Consumer<String> onCopy, Runnable onDismiss,
              Optional<Consumer<Call>> onCallBack, Function<Call, Optional<Runnable>> onCustomer) {
        this.hasConversation = desk::hasConversation;
        this.onCustomer = onCustomer;
        this.onShow = onShow;
        this.onCallBack = onCallBack;
        this.onOpen = desk::openConversation;
        this.onCopy = onCopy;
        this.onDismiss = onDismiss;
    }

    void show(ToastModel.Saying saying) {
        boolean same = shown.filter(before -> before.call().id().equals(saying.call().id())).isPresent();
        if (!same) copy.setText(resources.getString("action.copy"));
        shown = Optional.of(saying);
        state.setText(saying.state());
        history.setText(saying.history());
        title.setText(saying.title());
        put(number, saying.number());
        put(line, saying.calledLine());
        copy.setDisable(!saying.hasNumber());
        boolean missed = saying.call().isMissed() && saying.hasNumber() && onCallBack.isPresent();
        present(callBack, missed);
        boolean ofCustomer = onCustomer.apply(saying.call()).isPresent();
        present(customer, ofCustomer);
        present(open, !ofCustomer && hasConversation.test(saying.call())); // Nobody answered: there is none yet.
        present(copy, !(ofCustomer && missed)); // One row, whatever the language.
        toast.setAccessibleText(String.join(", ", saying.state(), saying.title(), saying.number(), saying.history()));
    }

    @FXML
    void open() {
        shown.ifPresent(saying -> onOpen.accept(saying.call()));
        onDismiss.run();
    }

    /** A click on who calls. */
    @FXML
    void showCall() {
        shown.ifPresent(saying -> onShow.accept(saying.call()));
        onDismiss.run();
    }

    @FXML
    void copyNumber() {
        shown.ifPresent(saying -> onCopy.accept(CallWords.copied(saying.call().party())));
        copy.setText(resources.getString("toast.copied")); // There is no other place to say so.
    }

    @FXML
    void callBack() {
        shown.ifPresent(saying -> onCallBack.ifPresent(dial -> dial.accept(saying.call())));
        onDismiss.run();
    }

    @FXML
    void showCustomer() {
        shown.flatMap(saying -> onCustomer.apply(saying.call())).ifPresent(Runnable::run);
        onDismiss.run();
    }

    @FXML
    void dismiss() {
        onDismiss.run();
    }

    private static void put(Label label, String text) {
        label.setText(text);
        present(label, !text.isEmpty());
    }

    private static void present(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
