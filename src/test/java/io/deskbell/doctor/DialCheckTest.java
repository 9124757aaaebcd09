package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.config.DialSettings;
import io.deskbell.config.Secret;
import io.deskbell.desktop.Desktop;
import io.deskbell.desktop.Machine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DialCheckTest {
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @Test
    void aSourceThatDialsComesFirst() {
        assertEquals(PhoneReason.DIAL_BY_SOURCE.well("dial", "sip"),
                look(Optional.of("sip"), Optional.of("http://nowhere.invalid/{number}"), ""));
    }

    @Test
    void nothingSetUpIsNothingBroken() {
        assertEquals(PhoneReason.DIAL_UNWANTED.well("dial"), look(Optional.empty(), Optional.empty(), ""));
    }

    @Test
    void aDeskPhonesWebAddressIsConnectedToAndNotCalledUp() throws IOException {
        try (ServerSocket phone = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String url = "http://127.0.0.1:" + phone.getLocalPort() + "/servlet?key=number={number}";
            assertEquals(PhoneReason.DIAL_WEB.well("dial", "127.0.0.1"),
                    look(Optional.empty(), Optional.of(url), ""));
            assertEquals(-1, phone.accept().getInputStream().read(), "something was asked for");
        }
    }

    @Test
    void aDeskPhoneThatIsOffIsBroken() throws IOException {
        int port;
        try (ServerSocket phone = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = phone.getLocalPort();
        }
        assertEquals(PhoneReason.DIAL_WEB_SILENT.broken("dial", "127.0.0.1", port),
                look(Optional.empty(), Optional.of("http://127.0.0.1:" + port + "/dial/{number}"), ""));
    }

    @Test
    void aNameNobodyKnowsIsBroken() {
        assertEquals(PhoneReason.DIAL_WEB_UNKNOWN.broken("dial", "nowhere.invalid"),
                look(Optional.empty(), Optional.of("http://nowhere.invalid/{number}"), ""));
    }

    @Test
    void aSoftphoneNeedsAProgramThatHandsAddressesOver() {
        assertEquals(PhoneReason.DIAL_NO_SOFTPHONE.broken("dial"),
                look(Optional.empty(), Optional.of("sip:{number}"), ""));
    }

    @Test
    void aProgramIsLookedForAndNotStarted() {
        assertEquals(PhoneReason.DIAL_PROGRAM.well("dial", JAVA), look(Optional.empty(), Optional.empty(), JAVA));
        assertEquals(PhoneReason.DIAL_NO_PROGRAM.broken("dial", "/no/such/program"),
                look(Optional.empty(), Optional.empty(), "/no/such/program"));
    }

    private static Finding look(Optional<String> source, Optional<String> url, String program) {
        List<String> command = program.isEmpty() ? List.of() : List.of(program, DialSettings.NUMBER);
        DialSettings settings = new DialSettings(url, "", new Secret(""), command, false, Optional.empty());
        return new DialCheck(settings, source, new Desktop(Machine.here()), Optional::empty).look().getFirst();
    }
}
