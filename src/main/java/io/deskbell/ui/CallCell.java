package io.deskbell.ui;

import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One call of the list, in two lines, of one height whatever the caller is called. */
final class CallCell extends ListCell<Optional<CallRow>> {
    static final double HEIGHT = 54;
    private static final PseudoClass MISSED = PseudoClass.getPseudoClass("missed");

    private final Words words;
    private final Region sign = new Region();
    private final Label title = new Label();
    private final Label number = new Label();
    private final Label moment = new Label();
    private final Label delivery = new Label();
    private final HBox box;

    CallCell(Words words) {
        this.words = words;
        getStyleClass().add("call-cell");
        title.getStyleClass().add("title");
        number.getStyleClass().add("quiet");
        moment.getStyleClass().add("quiet");
        VBox who = new VBox(title, number);
        who.getStyleClass().add("who");
        who.setMinWidth(0);
        HBox.setHgrow(who, Priority.ALWAYS);
        VBox when = new VBox(moment, delivery);
        when.getStyleClass().add("when");
        when.setMinWidth(Region.USE_PREF_SIZE);
        box = new HBox(sign, who, when);
        box.getStyleClass().add("call-row");
        setPrefWidth(0); // As wide as the list, never as the longest name.
        setText("");
    }

    @Override
    protected void updateItem(Optional<CallRow> item, boolean empty) {
        super.updateItem(item, empty);
        boolean nothing = empty || item == null;
        Optional<CallRow> row = nothing ? Optional.empty() : item;
        row.ifPresent(this::fill);
        setGraphic(row.isPresent() ? box : null);
        setAccessibleText(row.map(CallRow::spoken).orElse(nothing ? "" : words.of("list.loading")));
        pseudoClassStateChanged(MISSED, row.filter(call -> call.style().equals("missed")).isPresent());
    }

    private void fill(CallRow row) {
        sign.getStyleClass().setAll("sign", row.style());
        title.setText(row.title());
        number.setText(secondLine(row));
        moment.setText(row.lasted().isEmpty() ? row.moment() : row.moment() + " · " + row.lasted());
        delivery.setText(row.delivery());
        delivery.getStyleClass().setAll("label", "delivery", row.delivered().name().toLowerCase(Locale.ROOT));
    }

    private static String secondLine(CallRow row) {
        boolean told = row.number().isEmpty() || row.number().equals(row.title());
        String line = told ? row.sign() : row.number();
        return row.handed().isEmpty() ? line : line + " · " + row.handed();
    }
}
