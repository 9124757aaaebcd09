package io.deskbell.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** A certificate nobody vouches for, made by the JDK's own tool. */
public final class SelfSigned {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private SelfSigned() {
    }

    /** @param begins as keytool has it, such as {@code -10d} */
    public static SSLSocketFactory sockets(Path folder, String begins, int days)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("server" + begins + ".p12");
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process making = new ProcessBuilder(List.of(keytool.toString(), "-genkeypair", "-keyalg", "EC", "-alias", "it",
                "-dname", "CN=localhost,O=Snooping Proxy", "-ext", "san=dns:localhost", "-startdate", begins,
                "-validity", Integer.toString(days), "-storepass", new String(PASSWORD), "-keystore", file.toString()))
                .redirectErrorStream(true).start();
        String said = new String(making.getInputStream().readAllBytes());
        if (making.waitFor() != 0) throw new IOException(said);
        KeyStore store = store(file);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context.getSocketFactory();
    }
    /** SHA-256, of the one made last with that beginning. */
    public static String fingerprint(Path folder, String begins) throws IOException, GeneralSecurityException {
        byte[] certificate = store(folder.resolve("server" + begins + ".p12")).getCertificate("it").getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
