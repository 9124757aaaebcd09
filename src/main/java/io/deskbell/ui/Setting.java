package io.deskbell.ui;

import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One thing that can be set: its value as typed, and what is wrong with that. */
final class Setting {
    private static final Set<String> ABOUT_CUSTOMERS = Set.of("inbox.filter_field", "inbox.show_customer",
            "inbox.show_customer_secret", "agent.email");

    private final String section;
    private final String key;
    private final Kind kind;
    private final List<String> options;
    private final boolean locked;
    private final StringProperty value;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper wanted = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper stored = new ReadOnlyBooleanWrapper();
    private String wrong = "";
    private boolean touched;

    /** How it is asked for. */
    enum Kind { TEXT, SECRET, CHOICE, SWITCH }

    /** @param options of a choice, otherwise empty */
    Setting(String section, String key, Kind kind, List<String> options, String value, boolean locked) {
        this.section = section;
        this.key = key;
        this.kind = kind;
        this.options = List.copyOf(options);
        this.value = new SimpleStringProperty(value);
        this.locked = locked;
        this.value.addListener((of, was, is) -> touched = true);
    }

    String section() {
        return section;
    }

    /** Under which heading it stands: all about customers under one, wherever it is written. */
    String group() {
        return ABOUT_CUSTOMERS.contains(name()) ? "lookup" : section;
    }

    String key() {
        return key;
    }

    String name() {
        return section + "." + key;
    }

    Kind kind() {
        return kind;
    }

    List<String> options() {
        return options;
    }

    boolean isLocked() {
        return locked;
    }

    StringProperty value() {
        return value;
    }

    /** In words; empty when nothing is wrong, or when nobody has written anything yet that could be. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether it matters with the other settings as they are. */
    ReadOnlyBooleanProperty wanted() {
        return wanted.getReadOnlyProperty();
    }

    /** A secret is there already, and may be left as it is. */
    ReadOnlyBooleanProperty stored() {
        return stored.getReadOnlyProperty();
    }

    /** @param words what is wrong; empty for nothing */
    void judge(String words) {
        wrong = words;
        boolean untouched = !touched && value.get().isEmpty();
        problem.set(untouched ? "" : words);
    }

    /** Somebody wants to go on: now what is wrong is said also where nothing was written. */
    void insist() {
        touched = true;
        problem.set(wrong);
    }

    void want(boolean is) {
        wanted.set(is);
    }

    void store(boolean is) {
        stored.set(is);
    }

    boolean isWrong() {
        return wanted.get() && !wrong.isEmpty();
    }
}
