package io.deskbell.relay;

import io.deskbell.config.RelaySettings;
import io.deskbell.source.PemTrust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key (RFC 7468, PKCS #8) to a certificate with its chain, as certbot and others leave them. */
public final class Pem {
    private static final Pattern KEY = Pattern.compile(
            "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private Pem() {
    }

    /** @throws IOException in words for a person, also when the two do not belong together */
    public static KeyStore store(RelaySettings.Identity identity) throws IOException {
        List<X509Certificate> chain = PemTrust.certificates(identity.certificate());
        PrivateKey key = key(identity.key());
        if (!belongs(chain.getFirst().getPublicKey(), key)) {
            throw new IOException(identity.key() + " is not the key of " + identity.certificate());
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("relay", key, new char[0], chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException unusable) {
            throw new IOException("the certificate " + identity.certificate() + " cannot be used with its key",
                    unusable);
        }
    }

    /** Jetty would take any pair, and no handshake would ever succeed. */
    private static boolean belongs(PublicKey certified, PrivateKey key) {
        String algorithm = switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            default -> "EdDSA";
        };
        byte[] text = "deskbell".getBytes(StandardCharsets.UTF_8);
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(text);
            byte[] signed = signing.sign();
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(certified);
            verifying.update(text);
            return verifying.verify(signed);
        } catch (GeneralSecurityException different) {
            return false; // Of another kind or another size.
        }
    }

    private static PrivateKey key(Path file) throws IOException {
        Matcher pem = KEY.matcher(Files.readString(file));
        if (!pem.find()) {
            throw new IOException(file + " holds no key in PKCS #8 (BEGIN PRIVATE KEY) without a password: make one by"
                    + " openssl pkcs8 -topk8 -nocrypt -in OLD -out NEW");
        }
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
        for (String algorithm : List.of("EC", "RSA", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException another) {
                continue;
            } catch (GeneralSecurityException impossible) {
                throw new IOException(algorithm + " is not to be had", impossible);
            }
        }
        throw new IOException(file + " holds a key of an unknown kind: EC, RSA or Ed25519 it must be");
    }
}
