package io.deskbell.source.mqtt;

import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are believed in place of the computer's own store. */
final class Certificates {
    private Certificates() {
    }

    static TrustManagerFactory trust(Path pem) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            try (InputStream in = Files.newInputStream(pem)) {
                for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    store.setCertificateEntry("trusted-" + store.size(), certificate);
                }
            }
            if (store.size() == 0) throw new LineLostException(Reason.of(MqttReason.NO_CERTIFICATE, pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust;
        } catch (GeneralSecurityException unusable) {
            throw new LineLostException(Reason.of(MqttReason.NO_CERTIFICATE, pem));
        }
    }
}
