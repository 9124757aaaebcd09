package io.deskbell.desktop;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The few words of the X protocol that it takes to find a window and ask for it (X Window System Protocol, X.Org
 * document version 7.7, chapters 8 to 11). Spoken by ourselves: the X library ends the whole program when a window
 * closes while it is asked about, and its way out of that is shared with JavaFX and AWT.
 */
final class XConnection implements AutoCloseable {
    static final int MOST_PROPERTY_WORDS = 16_384;
    private static final int UNIT = 32;
    private static final int ERROR = 0;
    private static final int REPLY = 1;
    private static final int PROPERTY_NOTIFY = 28;
    private static final int CLIENT_MESSAGE = 33;
    private static final int GENERIC_EVENT = 35;
    private static final int SENT_BY_A_CLIENT = 0x80;
    private static final int EVENT_MASK_ATTRIBUTE = 0x800;
    private static final int PROPERTY_CHANGE = 0x400000;
    private static final int SUBSTRUCTURE_NOTIFY_AND_REDIRECT = 0x180000;

    private final XWire wire;
    private final Greeting greeting;
    private final Map<String, Integer> atoms = new HashMap<>();
    private boolean propertyChanged;

    /** What the server said of itself: resourceBase is where names of our own begin. */
    private record Greeting(int root, int resourceBase, int firstKey, int lastKey) {
    }

    private XConnection(XWire wire, Greeting greeting) {
        this.wire = wire;
        this.greeting = greeting;
    }

    /** @throws IOException in words for a person */
    static XConnection open(SocketAddress server, byte[] cookie, Duration patience) throws IOException {
        XWire wire = XWire.open(server, patience);
        try {
            return new XConnection(wire, greet(wire, cookie));
        } catch (IOException refused) {
            wire.close();
            throw refused;
        }
    }

    /** The first screen's root window. */
    int root() {
        return greeting.root();
    }

    /** A name for our own one window. */
    int ownWindow() {
        return greeting.resourceBase() | 1;
    }

    int firstKey() {
        return greeting.firstKey();
    }

    int lastKey() {
        return greeting.lastKey();
    }

    /** A request that is answered, if only by an error, which is empty. */
    Optional<ByteBuffer> ask(ByteBuffer request) throws IOException {
        wire.write(request.position(0));
        return answer();
    }

    /** A request that is answered by an error only: that comes to whoever asks next. */
    void tell(ByteBuffer request) throws IOException {
        wire.write(request.position(0));
    }

    /** Whether all that was told so far was taken. */
    boolean wasTaken() throws IOException {
        wire.write(request(43, 0, 4).position(0)); // GetInputFocus, which is always answered.
        boolean taken = true;
        ByteBuffer unit = next();
        while (unit.get(0) != REPLY) {
            taken &= unit.get(0) != ERROR;
            unit = next();
        }
        return taken;
    }

    /** The next event, whatever it is; an error is one too, with code 0. */
    ByteBuffer event() throws IOException {
        return next();
    }

    int atom(String name) throws IOException {
        Integer known = atoms.get(name);
        if (known != null) return known;
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer request = request(16, 0, 8 + padded(text.length));
        request.putShort((short) text.length).putShort((short) 0).put(text);
        wire.write(request.position(0));
        int atom = answer().orElseThrow(() -> new IOException("the X server knows no names")).getInt(8);
        atoms.put(name, atom);
        return atom;
    }

    /** The property's bytes; empty when the window does not have it, or is gone. */
    byte[] property(int window, String name) throws IOException {
        ByteBuffer request = request(20, 0, 24);
        request.putInt(window).putInt(atom(name)).putInt(0).putInt(0).putInt(MOST_PROPERTY_WORDS);
        wire.write(request.position(0));
        Optional<ByteBuffer> answer = answer();
        if (answer.isEmpty()) return new byte[0];
        int length = answer.get().getInt(16) * (answer.get().get(1) & 0xFF) / 8;
        return Arrays.copyOfRange(answer.get().array(), UNIT, Math.min(UNIT + length, answer.get().limit()));
    }

    /** A property of windows, atoms or numbers. */
    int[] numbers(int window, String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(property(window, name)).order(ByteOrder.LITTLE_ENDIAN);
        int[] numbers = new int[bytes.remaining() / 4];
        bytes.asIntBuffer().get(numbers);
        return numbers;
    }

    /** To be told of every change of the window's properties from here on. */
    void watchProperties(int window) throws IOException {
        ByteBuffer request = request(2, 0, 16);
        request.putInt(window).putInt(EVENT_MASK_ATTRIBUTE).putInt(PROPERTY_CHANGE);
        wire.write(request.position(0));
    }

    /** Returns at once when a change came since it was last waited for. */
    void awaitPropertyChange() throws IOException {
        while (!propertyChanged) note(next());
        propertyChanged = false;
    }

    /** A message to the window manager about a window of somebody else's (EWMH 1.5, "Root Window Properties"). */
    void tellWindowManager(int window, String message, int... data) throws IOException {
        int type = atom(message);
        ByteBuffer request = request(25, 0, 12 + UNIT);
        request.putInt(root()).putInt(SUBSTRUCTURE_NOTIFY_AND_REDIRECT);
        request.put((byte) CLIENT_MESSAGE).put((byte) 32).putShort((short) 0).putInt(window).putInt(type);
        for (int number : data) request.putInt(number);
        wire.write(request.position(0));
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    private static Greeting greet(XWire wire, byte[] cookie) throws IOException {
        String method = cookie.length == 0 ? "" : XAuthority.METHOD;
        ByteBuffer hello = XWire.buffer(12 + padded(method.length()) + padded(cookie.length));
        hello.put((byte) 'l').put((byte) 0).putShort((short) 11).putShort((short) 0);
        hello.putShort((short) method.length()).putShort((short) cookie.length).putShort((short) 0);
        hello.put(method.getBytes(StandardCharsets.US_ASCII)).position(12 + padded(method.length())).put(cookie);
        wire.write(hello.position(0));
        ByteBuffer head = wire.read(8);
        ByteBuffer rest = wire.read((head.getShort(6) & 0xFFFF) * 4);
        if (head.get(0) != 1) throw new IOException("the X server does not let us in");
        int vendor = padded(rest.getShort(16) & 0xFFFF);
        int formats = (rest.get(21) & 0xFF) * 8;
        return new Greeting(rest.getInt(32 + vendor + formats), rest.getInt(4), rest.get(26) & 0xFF,
                rest.get(27) & 0xFF);
    }

    static ByteBuffer request(int code, int detail, int bytes) {
        return XWire.buffer(bytes).put((byte) code).put((byte) detail).putShort((short) (bytes / 4));
    }

    /** Empty for an error: one request is under way at a time, so it is the answer to that one. */
    private Optional<ByteBuffer> answer() throws IOException {
        while (true) {
            ByteBuffer unit = next();
            if (unit.get(0) == REPLY) return Optional.of(unit);
            if (unit.get(0) == ERROR) return Optional.empty();
            note(unit);
        }
    }

    private void note(ByteBuffer event) {
        if ((event.get(0) & ~SENT_BY_A_CLIENT) == PROPERTY_NOTIFY) propertyChanged = true;
    }

    private ByteBuffer next() throws IOException {
        ByteBuffer head = wire.read(UNIT);
        boolean longer = head.get(0) == REPLY || (head.get(0) & ~SENT_BY_A_CLIENT) == GENERIC_EVENT;
        int more = longer ? head.getInt(4) : 0;
        if (more < 0 || more > 2 * MOST_PROPERTY_WORDS) throw new IOException("the X server talks nonsense");
        if (more == 0) return head;
        return XWire.buffer(UNIT + more * 4).put(head).put(wire.read(more * 4)).flip();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }
}
