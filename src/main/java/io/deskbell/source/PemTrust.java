package io.deskbell.source;

import io.deskbell.call.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/**
 * Whom a source believes: the computer's own store, or the certificates of a PEM file in its place. Throws a
 * {@link LineLostException}, in words, when the file holds no certificate.
 */
public final class PemTrust {
    private PemTrust() {
    }

    /** For OkHttp. */
    public static void add(OkHttpClient.Builder client, Optional<Path> pem) throws LineLostException {
        if (pem.isEmpty()) return;
        X509TrustManager trust = (X509TrustManager) factory(pem.get()).getTrustManagers()[0]; // The JDK makes one.
        client.sslSocketFactory(sockets(trust), trust);
    }

    /** For sockets. The default context follows javax.net.ssl.trustStore, by which a company's store is set. */
    public static SSLSocketFactory sockets(Optional<Path> pem) throws LineLostException {
        if (pem.isEmpty()) return (SSLSocketFactory) SSLSocketFactory.getDefault();
        return sockets(factory(pem.get()).getTrustManagers()[0]);
    }

    /** For clients that make their sockets themselves. */
    public static TrustManagerFactory factory(Path pem) throws LineLostException {
        List<X509Certificate> certificates = certificates(pem);
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store(certificates));
            return trust;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new LineLostException(Reason.of(SourceReason.NO_CERTIFICATE, pem));
        }
    }

    /** All there are in that file, and one at least. */
    public static List<X509Certificate> certificates(Path pem) throws LineLostException {
        try (InputStream in = Files.newInputStream(pem)) {
            List<X509Certificate> all = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast).toList();
            if (!all.isEmpty()) return all;
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new LineLostException(Reason.of(SourceReason.NO_CERTIFICATE, pem));
        }
        throw new LineLostException(Reason.of(SourceReason.NO_CERTIFICATE, pem));
    }

    private static SSLSocketFactory sockets(TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // Every JDK has TLS.
        }
    }

    private static KeyStore store(List<X509Certificate> certificates) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (X509Certificate certificate : certificates) {
            store.setCertificateEntry("trusted-" + store.size(), certificate);
        }
        return store;
    }
}
