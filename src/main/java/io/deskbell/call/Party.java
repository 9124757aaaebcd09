package io.deskbell.call;

import java.util.Optional;

/**
 * The other end of a call, as far as the phone tells. Names are the phone's words: untrusted text, cleaned of control
 * and bidirectional characters and of towers of marks, and cut to {@value #MAX_NAME} characters; empty when none was
 * given.
 */
public sealed interface Party {
    int MAX_NAME = 120;
    /** On one letter: Vietnamese needs two. */
    int MAX_MARKS = 2;

    String name();

    /** Somebody on the public network. */
    record Outside(PhoneNumber number, String name) implements Party {
        public Outside {
            name = clean(name);
        }
    }

    /** Somebody with an extension of the same telephone system. */
    record Colleague(Extension extension, String name) implements Party {
        public Colleague {
            name = clean(name);
        }
    }

    /** Somebody who does not want the number shown. */
    record Withheld() implements Party {
        @Override
        public String name() {
            return "";
        }
    }

    /** The phone told no number, or none that can be read. */
    record Unknown(String name) implements Party {
        public static final Unknown NOBODY = new Unknown("");

        public Unknown {
            name = clean(name);
        }
    }

    default boolean isKnown() {
        return !(this instanceof Unknown);
    }

    default boolean isColleague() {
        return this instanceof Colleague;
    }

    default Optional<PhoneNumber> outsideNumber() {
        return this instanceof Outside outside ? Optional.of(outside.number()) : Optional.empty();
    }

    /** The same end, whatever name is shown. */
    default boolean sameNumberAs(Party other) {
        return switch (this) {
            case Outside outside -> other instanceof Outside o && o.number().equals(outside.number());
            case Colleague colleague -> other instanceof Colleague c && c.extension().equals(colleague.extension());
            case Withheld ignored -> other instanceof Withheld;
            case Unknown ignored -> other instanceof Unknown;
        };
    }

    private static String clean(String name) {
        StringBuilder kept = new StringBuilder();
        int marks = 0;
        for (int c : name.codePoints().limit(4L * MAX_NAME).toArray()) {
            int type = Character.getType(c);
            marks = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK ? marks + 1 : 0;
            if (marks <= MAX_MARKS) kept.appendCodePoint(isInvisible(type) ? ' ' : c);
        }
        String one = kept.toString().strip().replaceAll("\\s+", " ");
        return one.codePointCount(0, one.length()) <= MAX_NAME
                ? one : one.substring(0, one.offsetByCodePoints(0, MAX_NAME));
    }

    private static boolean isInvisible(int type) {
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }
}
