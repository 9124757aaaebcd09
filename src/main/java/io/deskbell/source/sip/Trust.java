package io.deskbell.source.sip;

import io.deskbell.source.LineLostException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whose certificates are believed: the computer's own store, or the PEM file the settings name. */
final class Trust {
    private Trust() {
    }

    /** The default context follows javax.net.ssl.trustStore, by which a company's store is set. */
    static SSLSocketFactory sockets(Optional<Path> pem) throws IOException {
        if (pem.isEmpty()) return (SSLSocketFactory) SSLSocketFactory.getDefault();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager(pem.get())}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException unusable) {
            throw new LineLostException(SipReason.NO_CERTIFICATE.of(pem.get()));
        }
    }

    /** What stands behind {@link #sockets} of that file. */
    static X509TrustManager manager(Path pem) throws IOException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store(pem));
            return (X509TrustManager) trust.getTrustManagers()[0]; // The JDK makes one, of this type.
        } catch (GeneralSecurityException unusable) {
            throw new LineLostException(SipReason.NO_CERTIFICATE.of(pem));
        }
    }

    private static KeyStore store(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) throw new GeneralSecurityException("empty");
        return store;
    }
}
