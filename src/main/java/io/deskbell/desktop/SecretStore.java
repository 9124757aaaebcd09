package io.deskbell.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps the user's secrets where the system keeps such things, or, where it has no such place, in a file that only the
 * user may read. Values never stand on a command line, in a log or in an exception's text.
 */
public final class SecretStore {
    /** Long enough for the user to unlock the keyring. */
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

    private final SecretPlace system;
    private final SecretPlace file;

    /**
     * Where a value went.
     *
     * @param place as in "stored in ..."
     * @param asWished false for the file, with the reason
     */
    public record Kept(String place, boolean asWished, String reason) {
    }

    SecretStore(SecretPlace system, SecretPlace file) {
        this.system = system;
        this.file = file;
    }

    /** The secrets of the user at this computer, whatever {@code --data} says. */
    public static SecretStore of(Machine machine) {
        Path folder = Folders.of(machine).data().resolve("secrets");
        SecretPlace file = plainFiles(folder);
        return switch (machine.system()) {
            case WINDOWS -> new SecretStore(new SecretFiles(folder, ".dpapi", new DpapiProtection(),
                    "Windows' data protection (DPAPI): " + folder), file);
            case MACOS -> new SecretStore(new Keychain(Dialogue.REAL), file);
            case LINUX -> new SecretStore(new SecretService(Dialogue.REAL), file);
        };
    }

    /** Files and nothing else. */
    public static SecretStore inFiles(Path folder) {
        return new SecretStore(new NoKeyring(), plainFiles(folder));
    }

    public Optional<String> find(String key) throws IOException, InterruptedException {
        Optional<String> found = system.find(check(key));
        return found.isPresent() ? found : file.find(key);
    }

    public Kept keep(String key, String value) throws IOException, InterruptedException {
        if (value.isEmpty()) throw new IOException("nothing to store: the value is empty");
        try {
            system.keep(check(key), value);
        } catch (IOException unwilling) {
            file.keep(key, value);
            return new Kept(file.name(), false, unwilling.getMessage());
        }
        file.remove(key);
        return new Kept(system.name(), true, "");
    }

    /** Whether there was one. */
    public boolean remove(String key) throws IOException, InterruptedException {
        boolean fromSystem = system.remove(check(key));
        return file.remove(key) || fromSystem;
    }

    /** Where it is, as in "stored in ..."; empty when it is nowhere. */
    public Optional<String> place(String key) throws IOException, InterruptedException {
        for (SecretPlace place : List.of(system, file)) {
            if (place.find(check(key)).isPresent()) return Optional.of(place.name());
        }
        return Optional.empty();
    }

    private static SecretPlace plainFiles(Path folder) {
        return new SecretFiles(folder, "", Protection.NONE, "a file that only you may read: " + folder);
    }

    private static String check(String key) {
        if (!KEY.matcher(key).matches()) throw new IllegalArgumentException("no name of a secret");
        return key;
    }
}
