package io.deskbell.source.intake;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What came in, before any profile has read it.
 *
 * @param values named, names in lower case
 * @param body as posted, empty when nothing was
 * @param sender the address it came from: the device, where nothing tells it better
 */
public record Telling(Map<String, String> values, byte[] body, String sender) {
    private static final Pattern UNFILLED =
            Pattern.compile("\\$+[A-Za-z_-]+\\$*|%[A-Za-z]+%|\\{[A-Za-z_]+}|<[A-Za-z.]+>");

    public Telling {
        values = Map.copyOf(values);
    }

    /** As it stands behind the question mark of a URL. */
    public static Telling ofQuery(String query, String sender) {
        return new Telling(QueryText.read(query), new byte[0], sender);
    }

    /** As it was posted. */
    public static Telling ofBody(byte[] body, String sender) {
        return new Telling(Map.of(), body, sender);
    }

    /** The values as they would stand behind a question mark, in the order of their names. */
    String query() {
        return values.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(value -> escaped(value.getKey()) + "=" + escaped(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The first of these that holds something. A phone that does not know a placeholder sends it as it stands. */
    Optional<String> value(String... names) {
        for (String name : names) {
            String value = values.getOrDefault(name, "").strip();
            if (!value.isEmpty() && !UNFILLED.matcher(value).matches()) return Optional.of(value);
        }
        return Optional.empty();
    }
}
