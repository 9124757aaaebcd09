package io.deskbell.lookup;

import io.deskbell.config.Percent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code [lookup] url}, filled for one caller; every value is percent-encoded. */
record AddressTemplate(String template) {
    private static final Pattern BRACES = Pattern.compile("\\{([a-z_]+)}");

    String fill(Caller caller) {
        return BRACES.matcher(template).replaceAll(found ->
                Matcher.quoteReplacement(Percent.encode(value(found.group(1), caller))));
    }

    private static String value(String name, Caller caller) {
        return switch (name) {
            case "phone" -> caller.number().e164();
            case "phone_digits" -> caller.number().digits();
            case "extension" -> caller.extension().digits();
            case "referrer" -> caller.referrer().orElse("");
            default -> ""; // The configuration lets no other name through.
        };
    }
}
