package io.deskbell.desktop;

import io.deskbell.files.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A file for each secret, protected as far as the system can. */
final class SecretFiles implements SecretPlace {
    private final Path folder;
    private final String ending;
    private final Protection protection;
    private final String name;

    SecretFiles(Path folder, String ending, Protection protection, String name) {
        this.folder = folder;
        this.ending = ending;
        this.protection = protection;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<String> find(String key) throws IOException {
        try {
            byte[] plain = protection.unprotect(key, Files.readAllBytes(file(key)));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(String key, String value) throws IOException {
        PrivateFiles.write(file(key), protection.protect(key, value.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean remove(String key) throws IOException {
        return Files.deleteIfExists(file(key));
    }

    private Path file(String key) {
        return folder.resolve(key + ending);
    }
}
