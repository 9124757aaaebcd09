package io.deskbell.ui;

import io.deskbell.call.Dialable;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/** What is typed into the search field may be a number to call. On JavaFX's thread. */
final class SearchToDial {
    /** Two digits are more often the start of a search than a number. */
    private static final int SHORTEST = 3;

    private final Desk desk;
    private final DialModel dialling;
    private final CallListModel list;
    private final Consumer<String> notice;
    private final BooleanBinding isNumber;

    SearchToDial(Desk desk, DialModel dialling, CallListModel list, Consumer<String> notice) {
        this.desk = desk;
        this.dialling = dialling;
        this.list = list;
        this.notice = notice;
        this.isNumber = Bindings.createBooleanBinding(() -> number().isPresent(), list.text());
    }

    BooleanBinding isNumber() {
        return isNumber;
    }

    /** The button beside it. */
    void pressed() {
        number().ifPresent(number -> dial(number, true));
    }

    /** Enter, which also ends a search: nothing is dialled unasked that may have been looked for. */
    void entered() {
        number().ifPresent(number -> dial(number, list.foundNone()));
    }

    private void dial(Dialable number, boolean meant) {
        if (meant && !number.emergency()) dialling.dials().dial(number, notice, outcome -> { });
        else dialling.ask(number);
    }

    private Optional<Dialable> number() {
        boolean possible = desk.canDial() && text().chars().filter(Character::isDigit).count() >= SHORTEST;
        return possible ? desk.toDial(text()) : Optional.empty();
    }

    private String text() {
        return list.text().get();
    }
}
