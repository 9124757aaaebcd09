package io.deskbell.source.sip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils messages in the ways attackers and broken software do. The same seed gives the same spoilings. */
final class Mutations {
    private static final List<String> TROUBLE = List.of("\r\n", "\r\n\r\n", "\n ", ":", ";", "\"", "<", ">", ",", "=",
            "\\", "%", "@", "[", "]", "\u0000", "\u00ff", "99999999999999999999", "-1", ";tag=",
            "Content-Length: 7\r\n", "Via: x\r\n", "SIP/2.0", "sip:", ";;;;",
            "\"\"\"", "<<<>>>", ";branch=", ";rport=0", ";received=x");

    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    byte[] of(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        int times = 1 + random.nextInt(6);
        for (int i = 0; i < times; i++) bytes = once(bytes);
        return bytes;
    }

    private byte[] once(byte[] bytes) {
        if (bytes.length == 0) return bytes;
        int at = random.nextInt(bytes.length);
        int length = random.nextInt(Math.min(40, bytes.length - at) + 1);
        return switch (random.nextInt(6)) {
            case 0 -> changed(bytes, at);
            case 1 -> joined(bytes, at, new byte[0], at + length);
            case 2 -> joined(bytes, at, Arrays.copyOfRange(bytes, at, at + length), at);
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> joined(bytes, at, trouble(), at);
            default -> joined(bytes, at, trouble(), at + length);
        };
    }

    private byte[] trouble() {
        return TROUBLE.get(random.nextInt(TROUBLE.size())).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] changed(byte[] bytes, int at) {
        byte[] copy = bytes.clone();
        copy[at] = (byte) random.nextInt(256);
        return copy;
    }

    private static byte[] joined(byte[] bytes, int to, byte[] middle, int from) {
        byte[] all = new byte[to + middle.length + bytes.length - from];
        System.arraycopy(bytes, 0, all, 0, to);
        System.arraycopy(middle, 0, all, to, middle.length);
        System.arraycopy(bytes, from, all, to + middle.length, bytes.length - from);
        return all;
    }
}
