package io.deskbell.call;

/**
 * A number that may be dialled.
 *
 * @param digits what the phone is told to dial, the number for an outside line before it
 * @param party whom it reaches
 * @param emergency police, ambulance, fire brigade: nobody's program dials these without being asked to by a person
 */
public record Dialable(String digits, Party party, boolean emergency) {
    public Dialable {
        if (!digits.matches("\\+?[0-9]{2,24}")) throw new IllegalArgumentException("only digits can be dialled");
    }

    /** Numbers of customers never reach a log by way of {@code toString}. */
    @Override
    public String toString() {
        return "…" + digits.substring(digits.length() - 2);
    }
}
