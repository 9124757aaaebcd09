package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XAuthorityTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void displaysAreReadAsTheyAreWritten() {
        assertEquals(List.of(Optional.of(new XDisplay("", 0)), Optional.of(new XDisplay("", 99)),
                        Optional.of(new XDisplay("", 1)), Optional.of(new XDisplay("localhost", 10)), Optional.empty(),
                        Optional.empty()),
                Stream.of(":0", ":99.0", "unix:1", "localhost:10.0", "wayland-0", ":x").map(XDisplay::of).toList());
        assertEquals(UnixDomainSocketAddress.of("/tmp/.X11-unix/X7"), new XDisplay("", 7).address());
    }

    @Test
    void theKeyOfTheDisplayIsFound() throws IOException {
        entry("desk", "3", "XDM-AUTHORIZATION-1", "no");
        entry("desk", "3", XAuthority.METHOD, "three");
        entry("desk", "", XAuthority.METHOD, "any");
        assertEquals(List.of("three", "any"), List.of(cookie(3), cookie(4)));
    }

    @Test
    void aSpoiltOrMissingFileHoldsNoKey() throws IOException {
        assertArrayEquals(new byte[0], XAuthority.cookie(folder.resolve("none"), new XDisplay("", 0)));
        entry("desk", "3", XAuthority.METHOD, "three");
        bytes.write(1);
        assertEquals("", cookie(4));
    }

    private void entry(String address, String number, String method, String key) throws IOException {
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(256);
        for (String part : List.of(address, number, method, key)) {
            out.writeShort(part.length());
            out.writeBytes(part);
        }
    }

    private String cookie(int display) throws IOException {
        Path file = Files.write(folder.resolve("Xauthority"), bytes.toByteArray());
        return new String(XAuthority.cookie(file, new XDisplay("", display)), StandardCharsets.US_ASCII);
    }
}
