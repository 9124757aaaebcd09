package io.deskbell.source.intake;

import io.deskbell.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the intake shows to a program on this computer that it is ours, without either of them saying the token:
 * {@code GET /status/{nonce}}, answered with the nonce's HMAC-SHA256 under the token (RFC 2104).
 */
public final class Proof {
    private static final String PATH = "/status/";

    private Proof() {
    }

    public static String path(String nonce) {
        return PATH + nonce;
    }

    public static String of(Secret token, String nonce) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(nonce.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The nonce, when that is what is asked for. */
    static Optional<String> asked(HttpRequest request) {
        String nonce = request.target().startsWith(PATH) ? request.target().substring(PATH.length()) : "";
        return nonce.matches("[0-9a-f]{32}") ? Optional.of(nonce) : Optional.empty();
    }
}
