package io.deskbell.source.sip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Named values as in {@code ;tag=a;lr} or {@code realm="b", qop=auth}: names in lower case, values unquoted. */
record Parameters(Map<String, String> byName) {
    static final Parameters NONE = new Parameters(Map.of());

    Parameters {
        byName = Map.copyOf(byName);
    }

    /** Of two with the same name the first counts; a name without a value has the empty one. */
    static Parameters of(List<String> parts) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            String value = equals < 0 ? "" : unquoted(part.substring(equals + 1).strip());
            found.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), value);
        }
        return new Parameters(found);
    }

    static Parameters after(char separator, String text) {
        return of(Separated.by(separator, text));
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    boolean has(String name) {
        return byName.containsKey(name);
    }

    /** Escapes stay as they are: digest hashes the characters between the marks (RFC 7616 §3.4.1, unq). */
    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
