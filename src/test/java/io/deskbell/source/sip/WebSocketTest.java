package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.Secret;
import io.deskbell.config.SipSettings;
import io.deskbell.source.ClosedPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** SIP over a websocket (RFC 7118), each message of the server's in several frames. */
@Timeout(60)
final class WebSocketTest {
    private final Recorded recorded = new Recorded();
    @TempDir
    private Path folder;

    @Test
    void aLineIsWatchedOverAWebsocketAndLeftWithAFarewell() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.websocket();
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
            SipRequest subscribe = pbx.request();
            assertEquals("WS", subscribe.topVia().orElseThrow().transport());
            String contact = subscribe.headers().first("Contact").orElseThrow();
            assertTrue(contact.matches("<sip:203@127\\.0\\.0\\.1:[1-9][0-9]*;transport=ws>"), contact);
            pbx.notifies("state 1");
            assertEquals("state 1", recorded.next());
            assertInstanceOf(InterruptedException.class, watch.stop());
            assertEquals(Optional.of("0"), pbx.request().headers().first("Expires"));
        }
    }

    @Test
    void overTlsTheTransportOfContactIsWsAllTheSame() throws Exception {
        TestCertificate certificate = TestCertificate.named(folder, "ip:127.0.0.1");
        try (ScriptedPbx pbx = ScriptedPbx.secureWebsocket(certificate.sockets());
             Watch watch = Watch.start(Watch.settings(false, Optional.of(certificate.pem()), pbx.uri()), recorded)) {
            assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
            SipRequest subscribe = pbx.request();
            assertEquals("WSS", subscribe.topVia().orElseThrow().transport());
            assertTrue(subscribe.headers().first("Contact").orElseThrow().endsWith(";transport=ws>"));
            watch.assertStillWatching();
        }
    }

    @Test
    void aCertificateNobodyTrustsIsRefused() throws Exception {
        TestCertificate certificate = TestCertificate.named(folder, "ip:127.0.0.1");
        try (ScriptedPbx pbx = ScriptedPbx.secureWebsocket(certificate.sockets());
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            String words = watch.lost().getMessage();
            assertTrue(words.startsWith("the certificate of 127.0.0.1 port " + pbx.port() + " is not trusted ("),
                    words);
        }
    }

    @Test
    void theUserIsAnEmailAddressAndThePasswordItsToken() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.websocket()
                .asking(new PbxLogin(401, "MD5", "0123456789abcdef"))) {
            SipSettings settings = new SipSettings(List.of(pbx.uri()), Optional.of("websocket.voipgrid.nl"),
                    "agent@example.com", "agent@example.com", new Secret("0123456789abcdef"), "123450042", false,
                    Duration.ofSeconds(600), Duration.ofSeconds(30), Optional.empty(), SipSettings.Dial.NO,
                    SipSettings.Event.DIALOG, Optional.empty());
            try (Watch watch = Watch.start(settings, recorded)) {
                assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
                SipRequest subscribe = pbx.request();
                assertEquals("sip:123450042@websocket.voipgrid.nl", subscribe.uri());
                assertTrue(subscribe.headers().first("From").orElseThrow()
                        .startsWith("<sip:agent%40example.com@websocket.voipgrid.nl>"));
                assertTrue(pbx.request().headers().first("Authorization").orElseThrow()
                        .contains("username=\"agent@example.com\""));
                watch.assertStillWatching();
            }
        }
    }

    @Test
    void aConnectionThatIsCutIsALostLineAndTheNextOneServes() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.websocket()) {
            try (Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
                assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
                pbx.restart();
                String words = watch.lost().getMessage();
                assertTrue(words.startsWith("the connection with 127.0.0.1 was lost ("), words);
            }
            try (Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
                assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
                watch.assertStillWatching();
            }
        }
    }

    @Test
    void aServerWithoutSuchAWebsocketIsToldAsSuch() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.websocket();
             Watch watch = Watch.start(Watch.settings(pbx.uri().replaceFirst("/ws$", "/elsewhere")), recorded)) {
            assertEquals("127.0.0.1 port " + pbx.port() + " opens no websocket for SIP (404): check [sip] server, its"
                    + " path too", watch.lost().getMessage());
        }
        try (ClosedPort closed = ClosedPort.hold();
             Watch watch = Watch.start(Watch.settings("ws://127.0.0.1:" + closed.port()), recorded)) {
            String words = watch.lost().getMessage();
            assertTrue(words.startsWith("127.0.0.1 port " + closed.port() + " cannot be reached over WS ("), words);
        }
    }

    @Test
    void addressesOfWebsocketsAreReadAsPeopleWriteThem() {
        assertEquals(new ServerAddress(TransportKind.WSS, "websocket.voipgrid.nl", Optional.empty(), "/"),
                ServerAddress.read("wss://websocket.voipgrid.nl"));
        assertEquals(new ServerAddress(TransportKind.WS, "pbx.example.com", Optional.of(8088), "/asterisk/ws"),
                ServerAddress.read("ws://pbx.example.com:8088/asterisk/ws"));
        assertEquals(new ServerAddress(TransportKind.WSS, "pbx.example.com", Optional.empty(), "/"),
                ServerAddress.read("sip:pbx.example.com;transport=wss"));
    }
}
