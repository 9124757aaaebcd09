package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The programs a scenario needs. On a desk a missing one skips the test; where CI=true it fails. */
final class Parts {
    private static final String KAMAILIO = "kamailio kamailio-presence-modules kamailio-xml-modules "
            + "kamailio-tls-modules kamailio-sqlite-modules kamailio-utils-modules kamailio-extra-modules "
            + "kamailio-websocket-modules";

    private Parts() {
    }

    static String kamailio() {
        return program("kamailio", KAMAILIO);
    }

    static String baresip() {
        return program("baresip", "baresip-core");
    }

    static String linphonec() {
        return program("linphonec", "linphone-cli");
    }

    static String openssl() {
        return program("openssl", "openssl");
    }

    static String mosquitto() {
        return program("mosquitto", "mosquitto");
    }

    static String mosquittoPasswd() {
        return program("mosquitto_passwd", "mosquitto");
    }

    static String curl() {
        return program("curl", "curl");
    }

    /** The image that {@code mvn package} built. */
    static Path image() {
        Path image = Path.of(System.getProperty("deskbell.image", "target/deskbell")).toAbsolutePath();
        if (!Files.isExecutable(image.resolve("bin/deskbell"))) missing("the image is not built: mvn package");
        return image;
    }

    private static String program(String name, String packages) {
        Optional<Path> found = find(name);
        if (found.isEmpty()) missing(name + " is not installed: apt-get install " + packages);
        return found.map(Path::toString).orElse(name);
    }

    private static Optional<Path> find(String name) {
        String folders = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
        return Arrays.stream(folders.split(File.pathSeparator)).map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable).findFirst();
    }

    private static void missing(String what) {
        if ("true".equals(System.getenv("CI"))) fail(what);
        abort(what);
    }
}
