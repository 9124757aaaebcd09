package io.deskbell.desktop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Linux with X: grabs a key of the root window (X Window System Protocol, X.Org 7.7, chapter 9, GrabKey) and, when it
 * is pressed, asks for the selection as a paste with the middle button does (ICCCM 2.0 §2). One thread of its own.
 */
final class X11Shortcut implements GlobalShortcut {
    /** More is no number. */
    static final int LONGEST_TEXT = 512;
    private static final Logger LOG = LoggerFactory.getLogger(X11Shortcut.class);
    private static final Duration FOR_EVER = Duration.ofDays(3_650);
    private static final int KEY_PRESS = 2;
    private static final int SELECTION_NOTIFY = 31;
    private static final int PRIMARY = 1;
    /** With Caps Lock and Num Lock on and off: to X these are modifiers like any other. */
    private static final int[] LOCKS = {0, 2, 16, 18};
    private static final String HERE = "DESKBELL_SELECTION";

    private final XConnection x;
    private final Consumer<String> onText;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Optional<String> trouble = Optional.empty();

    private X11Shortcut(XConnection x, Consumer<String> onText) {
        this.x = x;
        this.onText = onText;
    }

    static GlobalShortcut start(Machine machine, Keys keys, Consumer<String> onText) {
        if (machine.variable("WAYLAND_DISPLAY").isPresent()) {
            return new NoShortcut("Wayland lets no program listen to keys while another is in front");
        }
        Optional<XDisplay> display = machine.variable("DISPLAY").flatMap(XDisplay::of);
        if (display.isEmpty()) return new NoShortcut("there is no X display");
        byte[] cookie = XAuthority.cookie(XAuthority.file(machine), display.get());
        try {
            XConnection x = XConnection.open(display.get().address(), cookie, FOR_EVER);
            X11Shortcut shortcut = new X11Shortcut(x, onText);
            shortcut.grab(keys);
            Thread.ofPlatform().name("shortcut").daemon().start(shortcut::listen);
            return shortcut;
        } catch (IOException refused) {
            return new NoShortcut(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void close() {
        closed.set(true);
        try {
            x.close(); // The server lets go of what we grabbed.
        } catch (IOException gone) {
            LOG.debug("the X server was gone before us");
        }
    }

    private void grab(Keys keys) throws IOException {
        ByteBuffer window = XConnection.request(1, 0, 32).putInt(x.ownWindow()).putInt(x.root());
        window.putShort((short) 0).putShort((short) 0).putShort((short) 1).putShort((short) 1).putShort((short) 0);
        x.tell(window.putShort((short) 2).putInt(0).putInt(0)); // InputOnly, never shown: the selection's addressee.
        int key = XKeyboard.codeOf(x, XKeyboard.symbolOf(keys))
                .orElseThrow(() -> new IOException("the keyboard has no key " + keys.key()));
        for (int locks : LOCKS) {
            ByteBuffer grab = XConnection.request(33, 0, 16).putInt(x.root());
            grab.putShort((short) (XKeyboard.mask(keys) | locks)).put((byte) key).put((byte) 1).put((byte) 1);
            x.tell(grab);
        }
        if (x.wasTaken()) return;
        x.close();
        throw new IOException("another program has taken these keys; choose others");
    }

    private void listen() {
        try {
            int text = x.atom("UTF8_STRING");
            int here = x.atom(HERE);
            while (true) {
                ByteBuffer event = x.event();
                int code = event.get(0) & 0x7F;
                if (code == KEY_PRESS) askForSelection(text, here, event.getInt(4));
                if (code == SELECTION_NOTIFY) hear(event.getInt(20) != 0);
            }
        } catch (IOException ended) {
            if (closed.get()) return;
            trouble = Optional.of("the X server hung up");
            LOG.warn("[dial] shortcut no longer works: {}", ended.getMessage());
        }
    }

    private void askForSelection(int text, int here, int time) throws IOException {
        x.tell(XConnection.request(24, 0, 24).putInt(x.ownWindow()).putInt(PRIMARY).putInt(text).putInt(here)
                .putInt(time));
    }

    /** Nothing selected is heard as well: the agent pressed the keys and waits for something. */
    private void hear(boolean something) throws IOException {
        byte[] bytes = something ? x.property(x.ownWindow(), HERE) : new byte[0];
        String text = new String(bytes, StandardCharsets.UTF_8);
        onText.accept(text.substring(0, Math.min(LONGEST_TEXT + 1, text.length())));
    }
}
