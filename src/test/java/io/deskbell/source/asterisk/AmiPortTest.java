package io.deskbell.source.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskbell.config.AsteriskSettings;
import io.deskbell.config.Secret;
import io.deskbell.source.LineLostException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmiPortTest {
    /** As one with TLS does, which waits for the other side to begin. */
    @Test
    void aPortThatSaysNothingIsNoneOfTheInterface() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                AmiPort port = AmiPort.open(settings(mute.getLocalPort()))) {
            LineLostException lost = assertThrows(LineLostException.class, () -> port.greeting(Duration.ofMillis(50)));
            assertEquals("127.0.0.1 port " + mute.getLocalPort() + " is no manager interface of Asterisk: check"
                    + " [asterisk] port and tls", lost.getMessage());
        }
    }

    private static AsteriskSettings settings(int port) {
        return new AsteriskSettings("127.0.0.1", port, false, Optional.empty(), AmiServer.USER,
                new Secret(AmiServer.SECRET), List.of("PJSIP/{extension}"), "from-internal", Optional.empty(), true);
    }
}
