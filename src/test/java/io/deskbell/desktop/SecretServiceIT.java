package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real gnome-keyring on a session bus of its own; it ends with its bus. */
@Timeout(60)
class SecretServiceIT {
    private static final String KEY = "sip.password";
    private static final String VALUE = "s3cret Zoë \"$(id)\"";
    private static final String UNLOCKED =
            "printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null; exec \"$@\"";

    @TempDir
    private Path home;

    @BeforeEach
    void needTheParts() {
        Installed.program("dbus-run-session", "dbus-daemon");
        Installed.program("gnome-keyring-daemon", "gnome-keyring");
        Installed.program("secret-tool", "libsecret-tools");
    }

    @Test
    void aRealKeyringKeepsFindsAndForgets() throws Exception {
        SecretService service = new SecretService(inASession());
        service.keep(KEY, VALUE);
        assertEquals(Optional.of(VALUE), service.find(KEY));
        assertEquals(Optional.empty(), service.find("inbox.api_key"));
        service.keep(KEY, "another");
        assertEquals(Optional.of("another"), service.find(KEY));
        assertTrue(service.remove(KEY));
        assertEquals(Optional.empty(), service.find(KEY));
    }

    @Test
    void withoutAKeyringNothingIsKeptAndThatIsSaid() {
        SecretService service = new SecretService((command, said, patience) ->
                within(List.of("env", "DBUS_SESSION_BUS_ADDRESS=unix:path=/none"), command, said));
        assertEquals("the desktop has no keyring, or it stayed locked",
                assertThrows(IOException.class, () -> service.keep(KEY, VALUE)).getMessage());
    }

    private Dialogue inASession() {
        return (command, said, patience) -> within(List.of("dbus-run-session", "--", "sh", "-c",
                UNLOCKED, "sh"), command, said);
    }

    private Dialogue.Answer within(List<String> wrapper, List<String> command, String said)
            throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(List.of("env", "HOME=" + home, "XDG_RUNTIME_DIR=" + home));
        whole.addAll(wrapper);
        whole.addAll(command);
        return Dialogue.REAL.ask(whole, said, SecretStore.PATIENCE);
    }
}
