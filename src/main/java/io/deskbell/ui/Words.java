package io.deskbell.ui;

import io.deskbell.call.Reason;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts, in the agent's language where we have it and in English elsewhere. Immutable. */
final class Words {
    static final String BUNDLE = "io.deskbell.ui.words";

    private final ResourceBundle bundle;
    private final Locale locale;

    /** @param locale of texts, dates and times */
    Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Words.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    String of(String key) {
        return bundle.getString(key);
    }

    /** With {0}, {1} … filled in. */
    String of(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** Why something does not work, fit to be shown. */
    String why(Reason reason) {
        return OneLine.of(reason.in(locale));
    }

    /** The text of the first key, or of the second where there is none for the first. */
    String either(String key, String otherwise) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException none) {
            return bundle.getString(otherwise);
        }
    }
}
