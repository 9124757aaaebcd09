package io.deskbell.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real broker on loopback over TLS, with the rights that relay.md shows. The password of each account is {@code pw}
 * followed by its name. What it has taken survives {@link #kill}.
 */
final class Mosquitto implements Closeable {
    private static final String RIGHTS = """
            user relay
            topic readwrite deskbell/#

            pattern read deskbell/%u
            pattern read deskbell/-/all
            pattern read deskbell/-/status/+
            """;

    private final Path folder;
    private final int port;
    private Program program;

    private Mosquitto(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static Mosquitto start(Path parent, String... accounts) throws IOException, InterruptedException {
        String binary = Parts.mosquitto();
        Path folder = Files.createDirectories(parent.resolve("mosquitto"));
        Certificate.write(folder);
        Files.writeString(folder.resolve("acl"), RIGHTS);
        StringBuilder passwords = new StringBuilder();
        for (String account : accounts) passwords.append(account).append(":pw").append(account).append('\n');
        Files.writeString(folder.resolve("passwd"), passwords);
        Program hashing = Program.start(folder, Map.of(), List.of(Parts.mosquittoPasswd(), "-U", "passwd"));
        if (hashing.exitCode() != 0) throw new IOException(hashing.output().lines());
        return Attempts.of(() -> {
            Mosquitto broker = new Mosquitto(folder, Ports.free(1));
            Files.writeString(folder.resolve("mosquitto.conf"), broker.configuration());
            broker.run(binary);
            return broker;
        });
    }

    /** As the configurations of relay and desk name it. */
    String server() {
        return "mqtts://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    Path certificate() {
        return folder.resolve("cert.pem");
    }

    Path key() {
        return folder.resolve("key.pem");
    }

    void kill() {
        program.kill();
    }

    void startAgain() throws IOException, InterruptedException {
        run(Parts.mosquitto());
    }

    @Override
    public void close() {
        program.close();
    }

    private void run(String binary) throws IOException, InterruptedException {
        program = Program.start(folder, Map.of(), List.of(binary, "-c", "mosquitto.conf"));
        try {
            Patiently.await(program, " running");
        } catch (AssertionError notStarted) {
            program.close();
            throw new IOException(notStarted.getMessage(), notStarted);
        }
    }

    /** Root, where that is who runs the tests: it would become a user that may not read this folder. */
    private String configuration() {
        return """
                user root
                listener %2$d 127.0.0.1
                certfile %1$s/cert.pem
                keyfile %1$s/key.pem
                allow_anonymous false
                password_file %1$s/passwd
                acl_file %1$s/acl
                persistence true
                persistence_location %1$s/
                autosave_on_changes true
                autosave_interval 1
                max_queued_messages 0
                """.formatted(folder, port);
    }
}
