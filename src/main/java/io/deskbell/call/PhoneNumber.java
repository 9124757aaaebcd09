package io.deskbell.call;

/** A number of the public telephone network in E.164 form, "+" and at most fifteen digits (ITU-T E.164). */
public record PhoneNumber(String e164) {
    public PhoneNumber {
        if (!e164.matches("\\+[0-9]{3,15}")) {
            throw new IllegalArgumentException("an E.164 number is + and 3 to 15 digits");
        }
    }

    /** The digits without the leading plus. */
    public String digits() {
        return e164.substring(1);
    }

    /** Shows the end only: numbers of callers never reach a log by way of {@code toString}. */
    @Override
    public String toString() {
        return "…" + e164.substring(e164.length() - 2);
    }
}
