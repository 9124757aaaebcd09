package io.deskbell.desktop;

import io.deskbell.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the first one listens, and the password it wants to hear. */
record DoorAddress(int port, String password) {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,5}) ([0-9a-f]{32})");

    void write(Path file) throws IOException {
        PrivateFiles.write(file, (port + " " + password).getBytes(StandardCharsets.US_ASCII));
    }

    /** Empty while nobody listens. */
    static Optional<DoorAddress> read(Path file) throws IOException {
        try {
            Matcher parts = WRITTEN.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (!parts.matches()) return Optional.empty();
            return Optional.of(new DoorAddress(Integer.parseInt(parts.group(1)), parts.group(2)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "port " + port;
    }
}
