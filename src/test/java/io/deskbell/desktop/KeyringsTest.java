package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said to the keyrings' tools; the real ones are met in {@link SecretServiceIT}. */
class KeyringsTest {
    private static final String KEY = "sip.password";

    private final List<String> commands = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @Test
    void theKeyringIsToldTheValueAndTheCommandLineIsNot() throws Exception {
        new SecretService(answering(0, "")).keep(KEY, "s3cret");
        assertEquals(List.of("secret-tool store --label=Deskbell: sip.password service io.deskbell key sip.password"),
                commands);
        assertEquals(List.of("s3cret"), said);
    }

    @Test
    void theKeyringAnswersWithTheValueAndNothingElse() throws Exception {
        assertEquals(Optional.of(" s3cret "), new SecretService(answering(0, " s3cret ")).find(KEY));
        assertEquals(Optional.empty(), new SecretService(answering(1, "")).find(KEY));
    }

    @Test
    void withoutTheToolItIsSaidWhatToInstall() throws Exception {
        SecretService service = new SecretService((command, words, patience) -> {
            throw new IOException("no such file");
        });
        assertEquals("secret-tool is not installed (Debian and Ubuntu: libsecret-tools)",
                assertThrows(IOException.class, () -> service.keep(KEY, "x")).getMessage());
        assertEquals(Optional.empty(), service.find(KEY));
        assertEquals(false, service.remove(KEY));
    }

    @Test
    void aLockedKeyringIsSaidInWords() {
        assertEquals("the desktop has no keyring, or it stayed locked", assertThrows(IOException.class,
                () -> new SecretService(answering(1, "")).keep(KEY, "x")).getMessage());
    }

    @Test
    void theKeychainIsToldTheValueInBase64AndAskedWhetherItHasIt() throws Exception {
        new Keychain(answering(0, "czNjcmV0IFpvw6s=\n")).keep(KEY, "s3cret Zoë");
        assertEquals(List.of("/usr/bin/security -i",
                "/usr/bin/security find-generic-password -s io.deskbell -a sip.password -w"), commands);
        assertEquals(List.of("add-generic-password -U -s io.deskbell -a sip.password -l \"Deskbell: sip.password\" "
                + "-w czNjcmV0IFpvw6s=\n", ""), said);
    }

    @Test
    void aKeychainThatDoesNotTakeItIsFoundOut() {
        assertEquals("the keychain did not take it", assertThrows(IOException.class,
                () -> new Keychain(answering(44, "")).keep(KEY, "x")).getMessage());
    }

    @Test
    void anEntryThatIsNotOursIsSaidInWords() {
        IOException wrong = assertThrows(IOException.class, () -> new Keychain(answering(0, "{not ours}")).find(KEY));
        assertEquals("the keychain's entry io.deskbell was not written by Deskbell; store it again: "
                + "deskbell secret set sip.password", wrong.getMessage());
    }

    private Dialogue answering(int exit, String text) {
        return (command, words, patience) -> {
            commands.add(String.join(" ", command));
            said.add(words);
            return new Dialogue.Answer(exit, text);
        };
    }
}
