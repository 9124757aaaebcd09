package io.deskbell.call;

/**
 * How a phone names one call. The value is whatever the phone uses, white space and what is no character removed, cut
 * to {@value #MAX} characters; the scope says what it is worth.
 */
public record CallKey(String value, Scope scope) {
    static final int MAX = 200;
    /** Half a surrogate pair is not text, and receivers of JSON may refuse it (RFC 8259 §8.2). */
    private static final String NO_CHARACTER = "[\\s\\p{Cntrl}\\p{Cs}]+";

    /** How far a name is unique. */
    public enum Scope {
        /** The same at every desk, for the whole call (AMI Linkedid, VoIPGRID call_id). */
        SHARED,
        /** Unique, but of this desk's leg only (SIP Call-ID). */
        LEG,
        /** A small name that is used again for a later call; it is qualified before it is registered. */
        REUSED
    }

    public CallKey {
        value = cleaned(value);
        if (value.isEmpty()) throw new IllegalArgumentException("a call needs a name");
    }

    public static CallKey shared(String value) {
        return new CallKey(value, Scope.SHARED);
    }

    public static CallKey leg(String value) {
        return new CallKey(value, Scope.LEG);
    }

    public static CallKey reused(String value) {
        return new CallKey(value, Scope.REUSED);
    }

    static String cleaned(String value) {
        String one = value.replaceAll(NO_CHARACTER, "");
        if (one.length() <= MAX) return one;
        return one.substring(0, Character.isHighSurrogate(one.charAt(MAX - 1)) ? MAX - 1 : MAX);
    }
}
