package io.deskbell.source.sip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate of our own making, by the keytool of the running JDK. */
record TestCertificate(Path store, Path pem) {
    private static final String PASSWORD = "changeit";

    /** @param names such as ip:127.0.0.1 or dns:pbx.test */
    static TestCertificate named(Path folder, String names)
            throws IOException, InterruptedException, GeneralSecurityException {
        TestCertificate made = new TestCertificate(folder.resolve("pbx.p12"), folder.resolve("pbx.pem"));
        keytool("-genkeypair", "-alias", "pbx", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=pbx",
                "-ext", "san=" + names, "-storetype", "PKCS12", "-keystore", made.store.toString());
        String encoded = Base64.getMimeEncoder().encodeToString(made.keys().getCertificate("pbx").getEncoded());
        Files.writeString(made.pem, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
        return made;
    }

    ServerSocketFactory sockets() throws IOException, GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys(), PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IOException(said);
    }
}
