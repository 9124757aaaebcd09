package io.deskbell.desktop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;

/** Finds the key that bears a sign (X Window System Protocol, X.Org 7.7, chapter 5 and GetKeyboardMapping). */
final class XKeyboard {
    private static final int F1 = 0xFFBE;

    private XKeyboard() {
    }

    /** Letters and digits are their own Latin-1 code, letters the small one's. */
    static int symbolOf(GlobalShortcut.Keys keys) {
        return keys.function().map(number -> F1 + number - 1)
                .orElseGet(() -> (int) keys.key().toLowerCase(Locale.ROOT).charAt(0));
    }

    static int mask(GlobalShortcut.Keys keys) {
        return keys.modifiers().stream().mapToInt(modifier -> switch (modifier) {
            case SHIFT -> 1;
            case CTRL -> 4;
            case ALT -> 8;
            case SUPER -> 64;
        }).sum();
    }

    /** Whatever layout the keyboard has: Z is elsewhere on a German one. */
    static Optional<Integer> codeOf(XConnection x, int symbol) throws IOException {
        int count = x.lastKey() - x.firstKey() + 1;
        ByteBuffer request = XConnection.request(101, 0, 8).put((byte) x.firstKey()).put((byte) count);
        ByteBuffer answer = x.ask(request).orElseThrow(() -> new IOException("the X server tells no keys"));
        int each = answer.get(1) & 0xFF;
        for (int column = 0; column < Math.min(2, each); column++) {
            for (int key = 0; key < count; key++) {
                if (answer.getInt(32 + 4 * (key * each + column)) == symbol) return Optional.of(x.firstKey() + key);
            }
        }
        return Optional.empty();
    }
}
