package io.deskbell.e2e;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A certificate of the telephone system's own making, as small companies have. */
final class Certificate {
    private Certificate() {
    }

    /** Leaves {@code cert.pem} and {@code key.pem}. */
    static void write(Path folder) throws IOException, InterruptedException {
        Program openssl = Program.start(folder, Map.of(), List.of(Parts.openssl(), "req", "-x509",
                "-newkey", "rsa:2048",
                "-nodes", "-days", "2", "-subj", "/CN=" + Kamailio.DOMAIN,
                "-addext", "subjectAltName=DNS:" + Kamailio.DOMAIN + ",IP:127.0.0.1",
                "-keyout", "key.pem", "-out", "cert.pem"));
        if (openssl.exitCode() != 0) throw new IOException("openssl: " + openssl.output().lines());
    }
}
