package io.deskbell.source.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads {@code a=b&c=d} as phones write it. Many put a number's plus there as it is, so a plus is a space in a name
 * only; a percent sign that escapes nothing stands for itself. A dash in a name is an underscore, as in deskbell event.
 */
final class QueryText {
    private static final int MOST_VALUES = 60;

    private QueryText() {
    }

    static Map<String, String> read(String query) {
        Map<String, String> values = new HashMap<>();
        for (String part : query.split("&", MOST_VALUES)) {
            int equals = part.indexOf('=');
            if (equals <= 0) continue;
            String name = unescaped(part.substring(0, equals)).toLowerCase(Locale.ROOT).replace('-', '_');
            String value = part.substring(equals + 1);
            values.put(name, unescaped(name.equals("name") ? value.replace('+', ' ') : value));
        }
        return values;
    }

    private static String unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = c == '%' && text.length() > i + 2 && hex(text.charAt(i + 1)) && hex(text.charAt(i + 2));
            if (escape) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c); // The request's bytes are held as Latin-1.
            }
        }
        return HttpRequest.text(bytes.toString(StandardCharsets.ISO_8859_1));
    }

    private static boolean hex(char c) {
        return Character.digit(c, 16) >= 0;
    }
}
