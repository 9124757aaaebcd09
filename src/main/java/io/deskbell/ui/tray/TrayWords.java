package io.deskbell.ui.tray;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the tray in the agent's language; English where there is none. */
final class TrayWords {
    private static final String BUNDLE = TrayWords.class.getPackageName() + ".words";

    private final ResourceBundle bundle;
    private final Locale locale;

    TrayWords(Locale locale) {
        this.locale = locale;
        // Without this, a language we lack becomes that of the computer instead of English.
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    String of(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
    }
}
