package io.deskbell.doctor;

import io.deskbell.desktop.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where key and passwords are kept, and whether others can read them. The values are not looked at. */
public final class SecretsCheck implements Check {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);

    private final SecretStore store;
    private final List<String> keys;
    private final List<Written> written;

    /**
     * A secret that stands in a file.
     *
     * @param everybodys whether that is the file of all users of this computer
     */
    public record Written(String key, Path file, boolean everybodys) {
    }

    /** @param written those that the files hold: they win over the store */
    public SecretsCheck(SecretStore store, List<String> keys, List<Written> written) {
        this.store = store;
        this.keys = List.copyOf(keys);
        this.written = List.copyOf(written);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (String key : keys) {
            Optional<Written> inFile = written.stream().filter(one -> one.key().equals(key)).findFirst();
            findings.add(inFile.isPresent() ? inFile(inFile.get()) : inStore(key));
        }
        return findings;
    }

    private static Finding inFile(Written secret) {
        boolean readable = isReadByOthers(secret.file(), secret.everybodys());
        return (!readable ? DoctorReason.SECRET_IN_FILE : secret.everybodys() ? DoctorReason.SECRET_FOR_ALL
                : DoctorReason.SECRET_READABLE).found(secret.key(), secret.file());
    }

    private Finding inStore(String key) throws InterruptedException {
        try {
            return store.place(key).map(place -> DoctorReason.SECRET_STORED.found(key, place))
                    .orElseGet(() -> DoctorReason.SECRET_NOWHERE.found(key));
        } catch (IOException unreadable) {
            return DoctorReason.SECRET_STORE_SHUT.found(key, unreadable.getMessage());
        }
    }

    /** @param otherwise where the system does not tell: on Windows each folder is by itself as it should be */
    private static boolean isReadByOthers(Path file, boolean otherwise) {
        try {
            Set<PosixFilePermission> rights = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            rights.retainAll(OTHERS);
            return !rights.isEmpty();
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notKnown) {
            return otherwise;
        }
    }
}
