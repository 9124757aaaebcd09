package io.deskbell.source.voipgrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskbell.config.Secret;
import io.deskbell.config.VoipgridSettings;
import io.deskbell.config.VoipgridSettings.Login;
import io.deskbell.config.VoipgridSettings.Numbering;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PlainPort;
import java.util.Optional;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** What stands between Deskbell and the platform. */
class PlatformTest {
    private final HeldCertificate held = new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    private final HandshakeCertificates certificates = new HandshakeCertificates.Builder().heldCertificate(held)
            .addTrustedCertificate(held.certificate()).build();

    @Test
    void itIsAskedOverTlsAndACertificateNobodyTrustsIsRefused() throws Exception {
        try (PlatformSimulator secure = PlatformSimulator.secure(certificates.sslSocketFactory())) {
            OkHttpClient trusting = new OkHttpClient.Builder()
                    .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager()).build();
            assertEquals(200, platform(secure.url(), trusting).get(Platform.PROFILE).code());
            assertEquals("the certificate of localhost is not trusted: check [voipgrid] url, and what this computer"
                    + " trusts", trouble(secure.url()));
        }
    }

    @Test
    void aPortWithoutTlsIsToldFromACertificateThatNobodyTrusts() throws Exception {
        try (PlainPort plain = PlainPort.open()) {
            assertEquals("127.0.0.1 does not speak TLS: check [voipgrid] url, its port and whether it begins with"
                    + " https", trouble(plain.url()));
        }
    }

    private static String trouble(String url) {
        Platform asked = platform(url, new OkHttpClient());
        return assertThrows(LineLostException.class, () -> asked.get(Platform.PROFILE)).getMessage();
    }

    private static Platform platform(String url, OkHttpClient client) {
        return new Platform(new VoipgridSettings(url, PlatformSimulator.USER, new Secret(PlatformSimulator.TOKEN),
                Login.TOKEN, Numbering.EITHER, Optional.empty(), true), client);
    }
}
