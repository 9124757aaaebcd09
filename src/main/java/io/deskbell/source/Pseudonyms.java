package io.deskbell.source;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Puts other digits in the place of telephone numbers: the last seven of each run of seven and more. The same digits
 * always get the same ones, in local and international form, so a recording still tells callers and calls apart; the
 * key is drawn anew for each recording and kept nowhere. Not thread safe.
 */
public final class Pseudonyms implements UnaryOperator<String> {
    private static final int REPLACED = 7;
    /** Spaces and dashes as people write them; not dots, which addresses of computers have. */
    private static final Pattern NUMBER = Pattern.compile("[0-9](?:[ -]?[0-9]){6,}");

    private final Mac mac;

    public Pseudonyms() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String apply(String text) {
        return NUMBER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replaced(found.group())));
    }

    private String replaced(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        String last = digits.substring(digits.length() - REPLACED);
        StringBuilder all = new StringBuilder(written);
        byte[] other = mac.doFinal(last.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        int replaced = 0;
        for (int at = all.length() - 1; replaced < REPLACED; at--) {
            if (!Character.isDigit(all.charAt(at))) continue;
            all.setCharAt(at, (char) ('0' + (other[replaced] & 0xFF) % 10));
            replaced++;
        }
        return all.toString();
    }
}
