package io.deskbell.source;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts the one certificate with this SHA-256 fingerprint, whatever its name and its date: phones sign their own. With
 * no fingerprint, what the computer trusts. Remembers what was shown, so that a person can compare it.
 */
public final class PinnedCertificate extends X509ExtendedTrustManager {
    private final Optional<String> fingerprint;
    private final X509ExtendedTrustManager usual;
    private volatile Optional<String> shown = Optional.empty();

    /** @param fingerprint 64 hexadecimal digits in lower case */
    public PinnedCertificate(Optional<String> fingerprint) {
        this.fingerprint = fingerprint;
        this.usual = usual();
    }

    /** As people compare it: AB:CD:... */
    public Optional<String> shown() {
        return shown.map(digits -> digits.toUpperCase(java.util.Locale.ROOT).replaceAll("..(?!$)", "$0:"));
    }

    public boolean isPinned() {
        return fingerprint.isPresent();
    }

    public SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (!isPinnedOne(chain)) usual.checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        if (!isPinnedOne(chain)) usual.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        if (!isPinnedOne(chain)) usual.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("nobody logs in here");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usual.getAcceptedIssuers();
    }

    /** False when the usual rules decide. */
    private boolean isPinnedOne(X509Certificate[] chain) throws CertificateException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
            shown = Optional.of(HexFormat.of().formatHex(digest));
            if (fingerprint.isEmpty()) return false;
            if (MessageDigest.isEqual(digest, HexFormat.of().parseHex(fingerprint.get()))) return true;
        } catch (GeneralSecurityException impossible) {
            throw new CertificateException(impossible);
        }
        throw new CertificateException("not the certificate that is pinned");
    }

    private static X509ExtendedTrustManager usual() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return (X509ExtendedTrustManager) Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance).findFirst().orElseThrow();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
