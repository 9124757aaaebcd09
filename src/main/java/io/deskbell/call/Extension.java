package io.deskbell.call;

/** A colleague's number within the telephone system, leading zeros kept; text, because some systems use names. */
public record Extension(String digits) {
    public Extension {
        if (digits.isBlank()) throw new IllegalArgumentException("an extension has at least one digit");
    }

    @Override
    public String toString() {
        return digits;
    }
}
