package io.deskbell.config;

import java.util.Locale;
import java.util.Optional;

/** How {@code [agent] extension_from} says where an agent's extension is found. */
record ExtensionRule(Kind kind, String operand) {
    static final String FORMS = "env NAME, user, command PROGRAM ..., or csv FILE";

    /** Where to look. */
    enum Kind { ENV, USER, COMMAND, CSV }

    static Optional<ExtensionRule> parse(String text) {
        String[] words = text.strip().split("\\s+", 2);
        String operand = words.length > 1 ? words[1].strip() : "";
        try {
            Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
            boolean whole = operand.isEmpty() == (kind == Kind.USER);
            return whole ? Optional.of(new ExtensionRule(kind, operand)) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
