package io.deskbell.source.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The header fields of one message, in order. Names match in any case and in their compact form (RFC 3261 §7.3.3). */
record Headers(List<Field> fields) {
    static final Headers NONE = new Headers(List.of());

    /** RFC 3261 §20, RFC 6665 §8.2.1; others of their kind do not occur in what we read. */
    private static final Map<String, String> COMPACT = Map.ofEntries(Map.entry("i", "Call-ID"),
            Map.entry("m", "Contact"), Map.entry("e", "Content-Encoding"), Map.entry("l", "Content-Length"),
            Map.entry("c", "Content-Type"), Map.entry("f", "From"), Map.entry("s", "Subject"),
            Map.entry("k", "Supported"), Map.entry("t", "To"), Map.entry("v", "Via"), Map.entry("o", "Event"),
            Map.entry("u", "Allow-Events"), Map.entry("r", "Refer-To"));

    record Field(String name, String value) {
        Field {
            name = COMPACT.getOrDefault(name.toLowerCase(Locale.ROOT), name);
        }

        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    Headers {
        fields = List.copyOf(fields);
    }

    Headers with(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Headers(more);
    }

    Headers withAll(String name, List<String> values) {
        Headers all = this;
        for (String value : values) {
            all = all.with(name, value);
        }
        return all;
    }

    Headers without(String name) {
        return new Headers(fields.stream().filter(field -> !field.is(name)).toList());
    }

    Optional<String> first(String name) {
        return fields.stream().filter(field -> field.is(name)).map(Field::value).findFirst();
    }

    /** Field by field, as written: for fields whose values contain commas, such as WWW-Authenticate. */
    List<String> all(String name) {
        return fields.stream().filter(field -> field.is(name)).map(Field::value).toList();
    }

    /** Value by value, whether in one field with commas or in several fields. */
    List<String> list(String name) {
        return all(name).stream().flatMap(value -> Separated.by(',', value).stream()).toList();
    }
}
