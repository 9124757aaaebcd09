package io.deskbell.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * How the telephone system is set up: its digest ("" is MD5 without the word), TLS, whether notifications
 * tell the other party, whether they show one dialog at a time, and whether it takes websockets.
 *
 * <p>baresip 1.0 knows MD5 only, so with another digest the phones need not log in, just the watchers.
 */
record KamailioSetup(String algorithm, boolean withTls, boolean tellsParties, boolean singleDialog,
                     boolean withWebsocket) {
    private static final String EVERYTHING = "REGISTER|INVITE|SUBSCRIBE|REFER|MESSAGE";

    static KamailioSetup plain() {
        return new KamailioSetup("", false, true, false, false);
    }

    KamailioSetup sha256() {
        return new KamailioSetup("SHA-256", withTls, tellsParties, singleDialog, withWebsocket);
    }

    KamailioSetup tls() {
        return new KamailioSetup(algorithm, true, tellsParties, singleDialog, withWebsocket);
    }

    KamailioSetup tellingNothing() {
        return new KamailioSetup(algorithm, withTls, false, singleDialog, withWebsocket);
    }

    KamailioSetup oneDialogAtATime() {
        return new KamailioSetup(algorithm, withTls, tellsParties, true, withWebsocket);
    }

    /** Over the same ports as TCP and TLS. */
    KamailioSetup websocket() {
        return new KamailioSetup(algorithm, withTls, tellsParties, singleDialog, true);
    }

    /** The configuration file; TLS listens on the next port. */
    String text(Path folder, int port) throws IOException {
        try (InputStream template = KamailioSetup.class.getResourceAsStream("/e2e/kamailio.cfg")) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            String defined = (withTls ? "#!define WITH_TLS\n" : "")
                    + (withWebsocket ? "#!define WITH_WEBSOCKET\n" : "");
            return text.replace("#!KAMAILIO\n", "#!KAMAILIO\n" + defined)
                    .replace("@TLS_PORT@", String.valueOf(port + 1)).replace("@PORT@", String.valueOf(port))
                    .replace("@FOLDER@", folder.toString()).replace("@ALGORITHM@", algorithm)
                    .replace("@CHALLENGED@", algorithm.isEmpty() ? EVERYTHING : "SUBSCRIBE")
                    .replace("@TELLS@", tellsParties ? "1" : "0").replace("@SINGLE@", singleDialog ? "1" : "0");
        }
    }
}
