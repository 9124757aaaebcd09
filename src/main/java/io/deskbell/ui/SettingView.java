package io.deskbell.ui;

import java.text.Collator;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** One setting as a person fills it in: what it is, the field, and below it what is wrong or what it is for. */
final class SettingView extends VBox {
    private final Setting setting;
    private final Words words;
    private final Control control;

    SettingView(Setting setting, Words words) {
        this.setting = setting;
        this.words = words;
        getStyleClass().add("field");
        setId(setting.section() + "-" + setting.key());
        control = control();
        control.setDisable(setting.isLocked());
        control.accessibleTextProperty().bind(spoken());
        control.setAccessibleHelp(hint());
        if (!(control instanceof CheckBox)) {
            Label label = new Label(words.of("setting." + setting.name()));
            label.setLabelFor(control);
            getChildren().add(label);
        }
        getChildren().addAll(control, below());
        managedProperty().bind(setting.wanted());
        visibleProperty().bind(setting.wanted());
    }

    /** What is typed goes into its field, not to the whole. */
    @Override
    public void requestFocus() {
        control.requestFocus();
    }

    /** Says of each that is wrong what is, and goes to the first; false where none is. */
    static boolean pointOut(List<SettingView> shown) {
        List<SettingView> wrong = shown.stream().filter(view -> view.setting.isWrong()).toList();
        wrong.forEach(view -> view.setting.insist());
        if (wrong.isEmpty()) return false;
        wrong.getFirst().requestFocus();
        InView.bring(wrong.getFirst());
        return true;
    }

    /** With what is wrong in it: a screen reader says it where the focus comes, and reads nothing that stands below. */
    private StringBinding spoken() {
        String name = words.of("setting." + setting.name());
        return Bindings.createStringBinding(() -> setting.problem().get().isEmpty() ? name
                : name + ": " + setting.problem().get(), setting.problem());
    }

    boolean canBeFilledIn() {
        return !setting.isLocked();
    }

    private Control control() {
        return switch (setting.kind()) {
            case TEXT -> text(new TextField());
            case SECRET -> secret();
            case CHOICE -> choice();
            case SWITCH -> checkBox();
        };
    }

    private TextField secret() {
        TextField field = text(new PasswordField());
        field.promptTextProperty().bind(Bindings.when(setting.stored()).then(words.of("settings.stored"))
                .otherwise(""));
        return field;
    }

    private TextField text(TextField field) {
        field.textProperty().bindBidirectional(setting.value());
        setting.problem().addListener((of, was, is) -> mark(field, is));
        mark(field, setting.problem().get());
        return field;
    }

    private static void mark(TextField field, String problem) {
        field.getStyleClass().remove("wrong");
        if (!problem.isEmpty()) field.getStyleClass().add("wrong");
    }

    private ComboBox<String> choice() {
        ComboBox<String> box = new ComboBox<>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new Labels<>(this::optionLabel));
        box.getItems().setAll(setting.options());
        if (setting.key().equals("country")) box.getItems().sort(this::byLabel);
        box.valueProperty().bindBidirectional(setting.value());
        TypeAhead.in(box);
        return box;
    }

    private int byLabel(String one, String other) {
        return Collator.getInstance(words.locale()).compare(optionLabel(one), optionLabel(other));
    }

    private CheckBox checkBox() {
        CheckBox box = new CheckBox(words.of("setting." + setting.name()));
        box.setSelected(setting.value().get().equals("yes"));
        box.selectedProperty().addListener((of, was, is) -> setting.value().set(is ? "yes" : "no"));
        return box;
    }

    private String optionLabel(String option) {
        if (setting.key().equals("country")) return Locale.of("", option).getDisplayCountry(words.locale());
        String key = "option." + setting.name() + "." + option;
        return words.bundle().containsKey(key) ? words.of(key) : option;
    }

    private Node below() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.textProperty().bind(Bindings.when(setting.problem().isEmpty()).then(hint()).otherwise(setting.problem()));
        setting.problem().addListener((of, was, is) -> style(label, is));
        style(label, setting.problem().get());
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static void style(Label label, String problem) {
        label.getStyleClass().setAll("label", problem.isEmpty() ? "hint" : "wrong-text");
    }

    private String hint() {
        if (setting.isLocked()) return words.of("settings.locked");
        String key = "hint." + setting.name();
        return words.bundle().containsKey(key) ? words.of(key) : "";
    }
}
