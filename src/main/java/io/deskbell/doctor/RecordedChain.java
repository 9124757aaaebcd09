package io.deskbell.doctor;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trusts whom another trusts, no more and no less, and remembers what it was shown. For one connection. */
final class RecordedChain implements X509TrustManager {
    private final X509TrustManager usual;
    private volatile List<X509Certificate> chain = List.of();
    private volatile boolean trusted;

    RecordedChain(X509TrustManager usual) {
        this.usual = usual;
    }

    SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has TLS", impossible);
        }
    }

    /** The server's own certificate first; empty when it never showed one. */
    List<X509Certificate> chain() {
        return chain;
    }

    boolean isTrusted() {
        return trusted;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String how) throws CertificateException {
        chain = List.copyOf(Arrays.asList(shown));
        usual.checkServerTrusted(shown, how);
        trusted = true;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String how) throws CertificateException {
        throw new CertificateException("nobody connects to a diagnosis");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usual.getAcceptedIssuers();
    }

    static X509TrustManager ofThisComputer() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers()).filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast).findFirst().orElseThrow();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the store of trusted certificates cannot be read", unusable);
        }
    }
}
