package io.deskbell.ui;

import io.deskbell.call.Dialable;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;

/** What is typed into the search field may be a number to call. On JavaFX's thread. */
final class SearchToDial {
    /** Two digits are more often the start of a search than a number. */
    private static final int SHORTEST = 3;

    private final Desk desk;
    private final DialModel dialling;
    private final StringProperty text;
    private final Consumer<String> notice;
    private final BooleanBinding isNumber;

    SearchToDial(Desk desk, DialModel dialling, StringProperty text, Consumer<String> notice) {
        this.desk = desk;
        this.dialling = dialling;
        this.text = text;
        this.notice = notice;
        this.isNumber = Bindings.createBooleanBinding(() -> number().isPresent(), text);
    }

    BooleanBinding isNumber() {
        return isNumber;
    }

    void dial() {
        number().ifPresent(number -> {
            if (number.emergency()) dialling.ask(number);
            else dialling.dials().dial(number, notice, outcome -> { });
        });
    }

    private Optional<Dialable> number() {
        boolean possible = desk.canDial() && text.get().chars().filter(Character::isDigit).count() >= SHORTEST;
        return possible ? desk.toDial(text.get()) : Optional.empty();
    }
}
