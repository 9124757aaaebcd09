package io.deskbell.source.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The hashes of RFC 8760 §2.1, by their JDK names. */
enum DigestAlgorithm {
    MD5("MD5", "MD5"), SHA_256("SHA-256", "SHA-256"), SHA_512_256("SHA-512-256", "SHA-512/256");

    private final String written;
    private final String digest;

    DigestAlgorithm(String written, String digest) {
        this.written = written;
        this.digest = digest;
    }

    /** @param name in any case, with or without -sess */
    static Optional<DigestAlgorithm> named(String name) {
        for (DigestAlgorithm algorithm : values()) {
            if (name.equalsIgnoreCase(algorithm.written) || name.equalsIgnoreCase(algorithm.written + "-sess")) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    /** In lower-case hexadecimal digits. */
    String hash(String... parts) {
        try {
            byte[] text = String.join(":", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(digest).digest(text));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has " + digest, missing);
        }
    }
}
