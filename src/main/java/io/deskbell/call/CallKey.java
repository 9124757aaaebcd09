package io.deskbell.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How a phone names one call. The value is whatever the phone uses, white space and what is no character removed, and
 * brought down to {@value #MAX} characters, the last of them a digest of all; the scope says what it is worth.
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
        String digest = digest(one); // Long names may differ in their ends only.
        return one.substring(0, MAX - digest.length()).replaceAll(NO_CHARACTER, "") + digest;
    }

    private static String digest(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "~" + HexFormat.of().formatHex(all, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
