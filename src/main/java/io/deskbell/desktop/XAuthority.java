package io.deskbell.desktop;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file in which the X server's key for its users lies: family, address, display number, name of the method and the
 * key, each but the family with its length before it, two bytes, high byte first (libXau, Xauth).
 */
final class XAuthority {
    static final String METHOD = "MIT-MAGIC-COOKIE-1";
    private static final byte[] NONE = {};

    private XAuthority() {
    }

    static Path file(Machine machine) {
        return machine.variable("XAUTHORITY").map(Path::of).orElse(machine.home().resolve(".Xauthority"));
    }

    /** Empty where there is none: the server may let us in all the same. */
    static byte[] cookie(Path file, XDisplay display) {
        try (InputStream bytes = Files.newInputStream(file)) {
            DataInputStream in = new DataInputStream(bytes);
            while (true) {
                Optional<byte[]> cookie = entry(in, Integer.toString(display.number()));
                if (cookie.isPresent()) return cookie.get();
            }
        } catch (EOFException nothingFits) {
            return NONE;
        } catch (IOException unreadable) {
            return NONE;
        }
    }

    private static Optional<byte[]> entry(DataInputStream in, String display) throws IOException {
        in.readUnsignedShort();
        next(in);
        String number = new String(next(in), StandardCharsets.ISO_8859_1);
        String method = new String(next(in), StandardCharsets.ISO_8859_1);
        byte[] key = next(in);
        boolean fits = method.equals(METHOD) && (number.isEmpty() || number.equals(display));
        return fits ? Optional.of(key) : Optional.empty();
    }

    private static byte[] next(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        return bytes;
    }
}
