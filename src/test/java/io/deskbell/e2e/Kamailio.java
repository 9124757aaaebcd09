package io.deskbell.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A real telephone system on loopback. Every account has the password {@code pw} followed by its name.
 *
 * <p>Needs Debian's packages; {@link Parts} says which.
 */
final class Kamailio implements Closeable {
    static final String DOMAIN = "pbx.test";

    private static final Path TABLES = Path.of("/usr/share/kamailio/db_sqlite");
    private static final int TRIES = 100;
    private static final int PAUSE_MILLIS = 100;

    private final Path folder;
    private final int port;
    private Program program;

    private Kamailio(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static Kamailio start(Path parent, KamailioSetup setup) throws IOException, InterruptedException {
        String binary = Parts.kamailio();
        return Attempts.of(() -> startOn(Ports.free(2), parent, binary, setup));
    }

    private static Kamailio startOn(int port, Path parent, String binary, KamailioSetup setup)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(parent.resolve("kamailio-" + port));
        Kamailio kamailio = new Kamailio(folder, port);
        createTables(folder.resolve("kamailio.db"));
        if (setup.withTls()) Certificate.write(folder);
        Files.writeString(folder.resolve("kamailio.cfg"), setup.text(folder, kamailio.port));
        kamailio.run(binary);
        return kamailio;
    }

    int port() {
        return port;
    }

    /** The server as the companion's configuration names it: udp, tcp, tls, ws or wss. */
    String server(String transport) {
        boolean secure = transport.equals("tls") || transport.equals("wss");
        int listening = secure ? port + 1 : port;
        if (transport.startsWith("ws")) return transport + "://127.0.0.1:" + listening + "/ws";
        return "sip:127.0.0.1:" + listening + ";transport=" + transport;
    }

    Path certificate() {
        return folder.resolve("cert.pem");
    }

    String log() {
        return program.output().lines();
    }

    void stop() throws InterruptedException {
        program.stop();
    }

    void startAgain() throws IOException, InterruptedException {
        run(Parts.kamailio());
    }

    @Override
    public void close() {
        program.close();
    }

    private void run(String binary) throws IOException, InterruptedException {
        program = Program.start(folder, Map.of(), List.of(binary, "-DD", "-E", "-m", "32", "-M", "4",
                "-f", folder.resolve("kamailio.cfg").toString(), "-Y", folder.toString(),
                "-P", folder.resolve("kamailio.pid").toString()));
        awaitAnswer();
    }

    /** Asks until there is an answer: the log does not tell when all its processes listen. */
    private void awaitAnswer() throws IOException {
        byte[] answer = new byte[2_000];
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            byte[] question = options(socket.getLocalPort()).getBytes(StandardCharsets.UTF_8);
            socket.setSoTimeout(PAUSE_MILLIS);
            for (int attempt = 0; attempt < TRIES && program.isRunning(); attempt++) {
                try {
                    socket.send(new DatagramPacket(question, question.length, InetAddress.getLoopbackAddress(), port));
                    socket.receive(new DatagramPacket(answer, answer.length));
                    return;
                } catch (SocketTimeoutException notYet) {
                    continue;
                }
            }
        }
        program.close();
        throw new IOException("kamailio does not answer; it said:\n" + log());
    }

    private String options(int from) {
        return String.join("\r\n", "OPTIONS sip:" + DOMAIN + " SIP/2.0",
                "Via: SIP/2.0/UDP 127.0.0.1:" + from + ";branch=z9hG4bKready" + from,
                "From: <sip:bench@" + DOMAIN + ">;tag=1", "To: <sip:" + DOMAIN + ">", "Call-ID: ready" + from,
                "CSeq: 1 OPTIONS", "Max-Forwards: 1", "Content-Length: 0", "", "");
    }

    private static void createTables(Path database) throws IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String table : List.of("standard", "presence", "dialog", "usrloc")) {
                String script = Files.readString(TABLES.resolve(table + "-create.sql"));
                for (String sql : script.split(";\\s*\\n")) {
                    if (!sql.isBlank()) statement.executeUpdate(sql);
                }
            }
        } catch (SQLException failed) {
            throw new IOException("Kamailio's tables", failed);
        }
    }
}
