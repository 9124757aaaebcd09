package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {
    private static final String KEY = "sip.password";

    @TempDir
    private Path folder;

    private final KeyringInMemory keyring = new KeyringInMemory();

    @Test
    void theSystemKeepsItWhereItCan() throws Exception {
        assertEquals(new SecretStore.Kept("memory", true, ""), store().keep(KEY, "s3cret"));
        assertEquals(Optional.of("s3cret"), store().find(KEY));
        assertEquals(Optional.of("memory"), store().place(KEY));
        assertEquals(List.of(), files());
    }

    @Test
    void withoutAKeyringAFileKeepsItAndThatIsSaid() throws Exception {
        keyring.locked = true;
        assertEquals(new SecretStore.Kept("a file", false, "locked"), store().keep(KEY, "s3cret"));
        assertEquals(Optional.of("s3cret"), store().find(KEY));
        assertEquals(Optional.of("a file"), store().place(KEY));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadTheFile() throws Exception {
        keyring.locked = true;
        store().keep(KEY, "s3cret");
        Path file = files().getFirst();
        assertEquals(List.of("rw-------", "rwx------"), List.of(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file)),
                PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent()))));
    }

    @Test
    void onceTheKeyringHasItTheFileIsGone() throws Exception {
        keyring.locked = true;
        store().keep(KEY, "old");
        keyring.locked = false;
        store().keep(KEY, "new");
        assertEquals(List.of(), files());
        assertEquals(Optional.of("new"), store().find(KEY));
    }

    @Test
    void whatIsRemovedIsNowhere() throws Exception {
        store().keep(KEY, "s3cret");
        assertTrue(store().remove(KEY));
        assertFalse(store().remove(KEY));
        assertEquals(Optional.empty(), store().place(KEY));
    }

    @Test
    void aKeyIsNoPath() {
        for (String key : List.of("../evil", "a/b", "", "A", "a..b")) {
            assertThrows(IllegalArgumentException.class, () -> store().keep(key, "x"), key);
        }
    }

    @Test
    void aProtectedFileHoldsNoPlainValue() throws IOException {
        SecretFiles files = new SecretFiles(folder.resolve("s"), ".dpapi", new Backwards(), "DPAPI");
        files.keep(KEY, "s3cret");
        assertEquals("terc3sdrowssap.pis", Files.readString(files().getFirst()));
        assertEquals(Optional.of("s3cret"), files.find(KEY));
        assertEquals(Optional.empty(), files.find("inbox.api_key"));
        assertTrue(files.remove(KEY));
        assertEquals(Optional.empty(), files.find(KEY));
    }

    @Test
    void aFileThatAnotherUserProtectedIsSaidInWords() throws IOException {
        SecretFiles files = new SecretFiles(folder.resolve("s"), ".dpapi", new Backwards(), "DPAPI");
        files.keep(KEY, "s3cret");
        Files.move(files().getFirst(), folder.resolve("s/inbox.api_key.dpapi"));
        assertEquals("it was stored by another user",
                assertThrows(IOException.class, () -> files.find("inbox.api_key")).getMessage());
    }

    private SecretStore store() {
        return new SecretStore(keyring, new SecretFiles(folder.resolve("secrets"), "", Protection.NONE, "a file"));
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static final class KeyringInMemory implements SecretPlace {
        private final Map<String, String> values = new HashMap<>();
        private boolean locked;

        @Override
        public String name() {
            return "memory";
        }

        @Override
        public Optional<String> find(String key) {
            return locked ? Optional.empty() : Optional.ofNullable(values.get(key));
        }

        @Override
        public void keep(String key, String value) throws IOException {
            if (locked) throw new IOException("locked");
            values.put(key, value);
        }

        @Override
        public boolean remove(String key) {
            return values.remove(key) != null;
        }
    }

    /** Stands in for DPAPI: turns key and value round, and knows whose it is. */
    private static final class Backwards implements Protection {
        @Override
        public byte[] protect(String key, byte[] plain) {
            return turn(key + new String(plain, StandardCharsets.UTF_8));
        }

        @Override
        public byte[] unprotect(String key, byte[] hidden) throws IOException {
            String both = new String(turn(new String(hidden, StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
            if (!both.startsWith(key)) throw new IOException("it was stored by another user");
            return both.substring(key.length()).getBytes(StandardCharsets.UTF_8);
        }

        private static byte[] turn(String text) {
            return new StringBuilder(text).reverse().toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
