package io.deskbell;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells this user on this computer, at an account somewhere, from all others; the same at every start, and names none.
 * Of two with one name a broker throws out the one whenever the other comes.
 */
final class ThisComputer {
    private ThisComputer() {
    }

    static String mark(String account) {
        String text = hostName() + " " + System.getProperty("user.name", "") + " " + account;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }
}
