package io.deskbell.ui;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Shows values of a choice by their texts; nobody types them. */
final class Labels<T> extends StringConverter<T> {
    private final Function<T, String> label;

    Labels(Function<T, String> label) {
        this.label = label;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : label.apply(value);
    }

    @Override
    public T fromString(String typed) {
        throw new UnsupportedOperationException("chosen, not typed");
    }
}
