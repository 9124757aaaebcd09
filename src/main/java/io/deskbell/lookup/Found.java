package io.deskbell.lookup;

import java.util.Optional;

/**
 * What is known of a caller; the value is the one for {@code [inbox] filter_field}. Neither is ever logged.
 */
public record Found(Optional<String> value, Optional<String> name) {
    /** Nobody knows the caller. */
    public static final Found NOTHING = new Found(Optional.empty(), Optional.empty());
    /** More is no key of a customer. */
    static final int LONGEST = 200;

    public Found {
        value = value.map(String::strip).filter(text -> !text.isEmpty());
        name = name.map(String::strip).filter(text -> !text.isEmpty());
    }

    public boolean isNothing() {
        return value.isEmpty() && name.isEmpty();
    }

    /** Whether it may stand in a field of an event: short, one line. */
    static boolean isFit(String value) {
        return value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return isNothing() ? "nobody" : "somebody";
    }
}
