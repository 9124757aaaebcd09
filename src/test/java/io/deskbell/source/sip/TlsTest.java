package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a certificate of the telephone system's own making, and with ones that must not be believed. */
@Timeout(60)
final class TlsTest {
    private final Recorded recorded = new Recorded();
    @TempDir
    private static Path folder;
    private static TestCertificate certificate;

    @BeforeAll
    static void certificate() throws Exception {
        certificate = TestCertificate.named(folder, "ip:127.0.0.1");
    }

    @Test
    void aCertificateNamedInTheSettingsIsBelieved() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.tls(certificate.sockets());
             Watch watch = Watch.start(Watch.settings(false, Optional.of(certificate.pem()), pbx.uri()), recorded)) {
            assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
            SipRequest subscribe = pbx.request();
            assertEquals("TLS", subscribe.topVia().orElseThrow().transport());
            assertTrue(subscribe.headers().first("Contact").orElseThrow().endsWith(";transport=tls>"));
            pbx.notifies("state 1");
            assertEquals("state 1", recorded.next());
            assertInstanceOf(InterruptedException.class, watch.stop());
            assertEquals(Optional.of("0"), pbx.request().headers().first("Expires"));
        }
    }

    @Test
    void sipsMeansTls() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.tls(certificate.sockets());
             Watch watch = Watch.start(Watch.settings(false, Optional.of(certificate.pem()),
                     "sips:127.0.0.1:" + pbx.port()), recorded)) {
            assertEquals(List.of("subscribed", "watching", "state 0"), recorded.next(3));
            watch.assertStillWatching();
        }
    }

    @Test
    void anUnknownCertificateIsNotBelieved() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.tls(certificate.sockets());
             Watch watch = Watch.start(Watch.settings(pbx.uri()), recorded)) {
            assertDistrusted(watch, pbx);
        }
    }

    @Test
    void aCertificateForAnotherNameIsNotBelieved() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("other"));
        TestCertificate other = TestCertificate.named(elsewhere, "ip:127.0.0.9,dns:pbx.test");
        try (ScriptedPbx pbx = ScriptedPbx.tls(other.sockets());
             Watch watch = Watch.start(Watch.settings(false, Optional.of(other.pem()), pbx.uri()), recorded)) {
            assertDistrusted(watch, pbx);
        }
    }

    private static void assertDistrusted(Watch watch, ScriptedPbx pbx) throws InterruptedException {
        String words = watch.lost().getMessage();
        String begin = "the certificate of 127.0.0.1 port " + pbx.port() + " is not trusted (";
        assertTrue(words.startsWith(begin) && words.contains("[sip] certificate"), words);
        assertEquals(List.of(), pbx.requestsSoFar());
    }

    @Test
    void aServerWithoutTlsIsToldAsSuch() throws Exception {
        try (ScriptedPbx pbx = ScriptedPbx.tcp()) {
            pbx.answering(ScriptedPbx::nothing);
            String plain = "sip:127.0.0.1:" + pbx.port() + ";transport=tls";
            SipTimers impatient = new SipTimers(Watch.QUICK.t1(), Watch.QUICK.t2(), Watch.QUICK.patience(),
                    Duration.ofMillis(300), Watch.QUICK.keepAliveDatagram(), Watch.QUICK.keepAliveStream(),
                    Watch.QUICK.look(), Watch.QUICK.askAgain(), Watch.QUICK.farewell());
            try (Watch watch = Watch.start(Watch.settings(plain), Watch.real(impatient), recorded)) {
                String words = watch.lost().getMessage();
                assertTrue(words.startsWith("127.0.0.1 port " + pbx.port()), words);
                assertTrue(words.contains("[sip] server"), words);
            }
        }
    }

    @Test
    void aFileThatHoldsNoCertificateIsNamed() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing here\n");
        try (ScriptedPbx pbx = ScriptedPbx.tcp()) {
            String plain = "sip:127.0.0.1:" + pbx.port() + ";transport=tls";
            try (Watch watch = Watch.start(Watch.settings(false, Optional.of(empty), plain), recorded)) {
                String words = watch.lost().getMessage();
                assertTrue(words.contains(empty + ": no certificate can be read in it"), words);
            }
        }
    }
}
