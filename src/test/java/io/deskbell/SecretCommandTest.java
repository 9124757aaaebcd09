package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.Config;
import io.deskbell.desktop.SecretStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCommandTest {
    private static final String VALUE = "k3y-Zoë";

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path home;

    private SecretStore store;

    @BeforeEach
    void openTheStore() {
        store = SecretStore.inFiles(home);
    }

    @Test
    void whatIsSetIsListedAndCanBeRemoved() throws Exception {
        assertEquals(0, run("set", "inbox.api_key"));
        assertEquals(Optional.of(VALUE), store.find("inbox.api_key"));
        assertEquals(0, run("list"));
        assertEquals(0, run("remove", "inbox.api_key"));
        assertEquals(0, run("remove", "inbox.api_key"));
        String said = printed.toString(StandardCharsets.UTF_8);
        assertFalse(said.contains(VALUE));
        assertTrue(said.contains("Not as safe as it could be: this computer has no keyring."), said);
        assertTrue(said.contains("inbox.api_key: removed\ninbox.api_key: was not stored\n"), said);
    }

    @Test
    void aValueOnTheCommandLineIsRefused() {
        assertTrue(wrong("set", "inbox.api_key", VALUE).contains("not given on the command line"));
        assertFalse(wrong("set", "inbox.api_key", VALUE).contains(VALUE));
    }

    @Test
    void onlySecretsAreKept() {
        assertEquals("agent.country: no secret; keys are " + String.join(", ", Config.SECRET_KEYS),
                wrong("set", "agent.country"));
    }

    @Test
    void wrongWordsAreAnsweredWithTheRightOnes() {
        for (String[] words : List.of(new String[] {}, new String[] {"set"}, new String[] {"show", "sip.password"})) {
            assertTrue(wrong(words).startsWith("secret set KEY"), wrong(words));
        }
    }

    @Test
    void anEmptyValueIsNotStored() {
        SecretCommand command = new SecretCommand(store, key -> "", new PrintStream(printed));
        assertThrows(IOException.class, () -> command.run(List.of("set", "sip.password")));
    }

    private int run(String... words) throws Exception {
        return new SecretCommand(store, key -> VALUE, new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(List.of(words));
    }

    private String wrong(String... words) {
        return assertThrows(CommandLine.UsageException.class, () -> run(words)).getMessage();
    }
}
