package io.deskbell.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * How the telephone system is set up: its digest ("" is MD5 without the word), TLS, whether notifications
 * tell the other party, and whether they show one dialog at a time.
 *
 * <p>baresip 1.0 knows MD5 only, so with another digest the phones need not log in, just the watchers.
 */
record KamailioSetup(String algorithm, boolean withTls, boolean tellsParties, boolean singleDialog) {
    private static final String EVERYTHING = "REGISTER|INVITE|SUBSCRIBE|REFER|MESSAGE";

    static KamailioSetup plain() {
        return new KamailioSetup("", false, true, false);
    }

    KamailioSetup sha256() {
        return new KamailioSetup("SHA-256", withTls, tellsParties, singleDialog);
    }

    KamailioSetup tls() {
        return new KamailioSetup(algorithm, true, tellsParties, singleDialog);
    }

    KamailioSetup tellingNothing() {
        return new KamailioSetup(algorithm, withTls, false, singleDialog);
    }

    KamailioSetup oneDialogAtATime() {
        return new KamailioSetup(algorithm, withTls, tellsParties, true);
    }

    /** The configuration file; TLS listens on the next port. */
    String text(Path folder, int port) throws IOException {
        try (InputStream template = KamailioSetup.class.getResourceAsStream("/e2e/kamailio.cfg")) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            return (withTls ? text.replace("#!KAMAILIO\n", "#!KAMAILIO\n#!define WITH_TLS\n") : text)
                    .replace("@TLS_PORT@", String.valueOf(port + 1)).replace("@PORT@", String.valueOf(port))
                    .replace("@FOLDER@", folder.toString()).replace("@ALGORITHM@", algorithm)
                    .replace("@CHALLENGED@", algorithm.isEmpty() ? EVERYTHING : "SUBSCRIBE")
                    .replace("@TELLS@", tellsParties ? "1" : "0").replace("@SINGLE@", singleDialog ? "1" : "0");
        }
    }
}
