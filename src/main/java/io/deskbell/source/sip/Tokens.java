package io.deskbell.source.sip;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Branches, tags, Call-IDs and cnonces that nobody can guess (RFC 3261 §19.3 asks for 32 random bits at least). */
final class Tokens implements Supplier<String> {
    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
