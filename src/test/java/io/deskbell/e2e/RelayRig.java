package io.deskbell.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.tls.HandshakeCertificates;

/** A broker, relays and desks of the built image, an Agent Inbox, and a telephone system that notifies over HTTPS. */
final class RelayRig implements Closeable {
    private static final String TOKEN = "0123456789abcdef";

    private final Path folder;
    private final Mosquitto broker;
    private final ScriptedInbox inbox;
    private final HttpClient platform;
    private final List<Program> started = new ArrayList<>();

    private RelayRig(Path folder) throws Exception {
        this.folder = folder;
        broker = Mosquitto.start(folder, "relay", "201", "202");
        inbox = ScriptedInbox.start();
        HandshakeCertificates trust = new HandshakeCertificates.Builder().addTrustedCertificate(
                okhttp3.tls.Certificates.decodeCertificatePem(Files.readString(broker.certificate()))).build();
        platform = HttpClient.newBuilder().sslContext(trust.sslContext()).build();
    }

    static RelayRig of(Path folder) throws Exception {
        return new RelayRig(folder);
    }

    Mosquitto broker() {
        return broker;
    }

    ScriptedInbox inbox() {
        return inbox;
    }

    /** In the folder of its name, so that the same one starts where it was killed. */
    Relayed relay(String name, int port) throws Exception {
        String ini = """
                [relay]
                name = %1$s
                bind = 127.0.0.1
                port = %2$d
                certificate = %3$s
                key = %4$s
                token = %5$s
                server = %6$s
                password = pwrelay
                broker_certificate = %3$s
                """.formatted(name, port, broker.certificate(), broker.key(), TOKEN, broker.server());
        Program program = run(name, ini, "relay");
        return new Relayed(program, port);
    }

    /** One that watches a telephone system for 201 and 202. @param system its section, and what else is set */
    Program watching(String source, String system) throws IOException {
        return run("relay", """
                [relay]
                source = %s
                extensions = 201, 202
                server = %s
                password = pwrelay
                broker_certificate = %s
                %s
                """.formatted(source, broker.server(), broker.certificate(), system), "relay");
    }

    /** @param extension also the account, unless it is another's */
    Program desk(String extension, String account) throws IOException {
        return desk(extension, account, "");
    }

    /** @param more sections */
    Program desk(String extension, String account, String more) throws IOException {
        return run("desk " + extension + " as " + account, """
                [agent]
                extension = %1$s
                [inbox]
                api_url = %3$s
                api_key = %4$s
                filter_field = customer_identifier
                [pop]
                when = never
                [phone]
                source = mqtt
                [mqtt]
                server = %5$s
                user = %2$s
                password = pw%2$s
                certificate = %6$s
                %7$s
                """.formatted(extension, account, inbox.url(), ScriptedInbox.KEY, broker.server(),
                broker.certificate(), more));
    }

    Program run(String name, String ini, String... words) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        Path config = Files.writeString(own.resolve("config.ini"), ini);
        List<String> all = new ArrayList<>(List.of("--headless", "--config", config.toString(), "--data",
                own.resolve("data").toString()));
        all.addAll(List.of(words));
        Program program = DeskbellProcess.run(Parts.image(), own, Map.of("HOME", own.toString()),
                all.toArray(String[]::new));
        started.add(program);
        return program;
    }

    @Override
    public void close() {
        started.forEach(Program::close);
        inbox.close();
        broker.close();
        platform.close();
    }

    /** A relay that runs, as the telephone system sees it. */
    final class Relayed {
        private final Program program;
        private final int port;

        Relayed(Program program, int port) {
            this.program = program;
            this.port = port;
        }

        Relayed connected() throws InterruptedException {
            Patiently.await(program, "connected to the broker");
            return this;
        }

        Relayed listening() throws InterruptedException {
            Patiently.await(program, "notifications come in");
            return this;
        }

        void kill() {
            program.kill();
        }

        Program program() {
            return program;
        }

        int ringing(String call, int... extensions) throws Exception {
            StringBuilder targets = new StringBuilder();
            for (int extension : extensions) targets.append(targets.isEmpty() ? "" : ",").append(party(extension));
            return post(call, "ringing", "\"targets\":[" + targets + "]");
        }

        int answered(String call, int extension) throws Exception {
            return post(call, "in-progress", "\"target\":" + party(extension));
        }

        int ended(String call) throws Exception {
            return post(call, "ended", "\"nothing\":0");
        }

        int post(String body) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(
                    URI.create("https://127.0.0.1:" + port + "/" + TOKEN + "/voipgrid"))
                    .timeout(Duration.ofMinutes(1)).POST(HttpRequest.BodyPublishers.ofString(body)).build();
            return platform.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }

        private int post(String call, String status, String destination) throws Exception {
            return post(body(call, status, destination));
        }

        private static String party(int extension) {
            return "{\"number\":\"+31207654321\",\"name\":\"Agent\",\"account_number\":" + extension + "}";
        }
    }

    static String body(String call, String status, String destination) {
        return "{\"version\":\"v2\",\"call_id\":\"" + call + "\",\"timestamp\":\"" + Instant.now() + "\",\"status\":\""
                + status + "\",\"direction\":\"inbound\",\"reason\":\"completed\",\"caller\":{\"number\":"
                + "\"+31612345678\",\"name\":\"\",\"account_number\":null,\"user_numbers\":[]},\"destination\":{"
                + "\"number\":\"+31207654321\"," + destination + "}}";
    }
}
