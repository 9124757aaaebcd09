package io.deskbell.e2e;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.management.OperatingSystemMXBean;
import io.deskbell.call.CallReport;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.BrokerSettings;
import io.deskbell.config.MqttSettings;
import io.deskbell.config.Secret;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.SourceRunner;
import io.deskbell.source.Tape;
import io.deskbell.source.intake.IntakeTranslator;
import io.deskbell.source.mqtt.MqttSource;
import io.deskbell.source.mqtt.MqttTranslator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import okhttp3.tls.Certificates;
import okhttp3.tls.HandshakeCertificates;
import org.slf4j.LoggerFactory;

/**
 * A relay, a Mosquitto and 1,000 desks on this computer, everything over TLS: how long from the notification's sending
 * over HTTPS to the report at its desk, at twice the rate at which 1,000 busy agents' calls are notified. Ends are a
 * figure of their own: each desk keeps them back for a second.
 */
public final class RelayBench {
    private static final int DESKS = 1_000;
    private static final int A_SECOND = 20;
    private static final int CALLS = 400;
    private static final String TOKEN = "0123456789abcdef";
    private static final String ENDED = "ended";

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> took = new ConcurrentHashMap<>();
    /** All at once, their handshakes alone would take two cores longer than a broker waits. */
    private final Semaphore entering = new Semaphore(20);
    private final CountDownLatch watching = new CountDownLatch(DESKS);
    private final CountDownLatch told = new CountDownLatch(CALLS * 3);

    private RelayBench() {
    }

    public static void main(String... nothing) throws Exception {
        // A line for each desk that comes and goes would hide the figures.
        ((Logger) LoggerFactory.getLogger(SourceRunner.class)).setLevel(Level.OFF);
        new RelayBench().measure(Files.createTempDirectory("relay-bench"));
        System.exit(0); // The MQTT library's threads would stay for a while.
    }

    private void measure(Path folder) throws Exception {
        String[] accounts = IntStream.rangeClosed(0, DESKS)
                .mapToObj(i -> i == 0 ? "relay" : String.valueOf(2_000 + i)).toArray(String[]::new);
        try (Mosquitto broker = Mosquitto.start(folder, accounts);
                Program relay = relay(folder, broker, Ports.free(1))) {
            Patiently.await(relay, "connected to the broker");
            for (int desk = 1; desk <= DESKS; desk++) watch(broker, new Extension(accounts[desk]));
            if (!watching.await(10, TimeUnit.MINUTES)) throw new IOException(watching.getCount() + " do not watch");
            int port = Integer.parseInt(Files.readString(folder.resolve("port")));
            long cpu = System.nanoTime();
            try (HttpClient platform = platform(broker)) {
                for (int call = 0; call < CALLS; call += A_SECOND / 2) burst(platform, port, call);
            }
            if (!told.await(5, TimeUnit.MINUTES)) throw new IOException(told.getCount() + " were not told");
            print(relay, Duration.ofNanos(System.nanoTime() - cpu));
        }
    }

    /** One step of so many calls: each rings, is answered and ends in three steps one after the other. */
    private void burst(HttpClient platform, int port, int from) throws Exception {
        for (String status : List.of("ringing", "in-progress", ENDED)) {
            for (int call = from; call < Math.min(CALLS, from + A_SECOND / 2); call++) {
                long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1) / A_SECOND;
                post(platform, port, call, status);
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    private void post(HttpClient platform, int port, int call, String status) throws Exception {
        String party = "{\"number\":\"+31207654321\",\"name\":\"Agent\",\"account_number\":" + (2_001 + call * 2) + "}";
        String destination = switch (status) {
            case "ringing" -> "\"targets\":[" + party + "]";
            case "in-progress" -> "\"target\":" + party;
            default -> "\"nothing\":0";
        };
        HttpRequest request = HttpRequest.newBuilder(
                URI.create("https://127.0.0.1:" + port + "/" + TOKEN + "/voipgrid"))
                .POST(HttpRequest.BodyPublishers.ofString(RelayRig.body("call-" + call, status, destination))).build();
        sent.put("call-" + call + status, System.nanoTime());
        int answer = platform.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (answer != 200) throw new IOException("answered " + answer);
    }

    private void watch(Mosquitto broker, Extension extension) throws InterruptedException {
        IntakeTranslator intake = new IntakeTranslator(extension.digits(),
                new NumberPlan("NL", new DigitLengths("2..5"), "", extension));
        MqttSource source = new MqttSource(new MqttSettings(new BrokerSettings("127.0.0.1", broker.port(), true,
                extension.digits(), new Secret("pw" + extension), Optional.of(broker.certificate()), "deskbell"),
                Duration.ofHours(1)), extension, "bench", new MqttTranslator(() -> (by, body, at, listener) ->
                intake.came(IntakeTranslator.TOLD, by + "\n" + body, at, listener)), Clock.systemUTC(), Tape.NONE);
        entering.acquire();
        SourceRunner.of(source, new Desk(), status -> { }, Clock.systemUTC()).start();
    }

    /** Notes when it heard of what. */
    private final class Desk implements PhoneListener {
        @Override
        public void watching() {
            watching.countDown();
            entering.release();
        }

        @Override
        public void report(CallReport report) {
            String status = switch (report.state()) {
                case ENDED -> ENDED;
                case RINGING -> "ringing";
                default -> "in-progress";
            };
            String what = report.key().value() + status;
            Long at = sent.get(what);
            if (at != null && took.putIfAbsent(what, System.nanoTime() - at) == null) told.countDown();
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            throw new IllegalStateException("notifications bring none");
        }
    }

    private static Program relay(Path folder, Mosquitto broker, int port) throws IOException {
        Path config = Files.writeString(folder.resolve("relay.ini"), """
                [relay]
                bind = 127.0.0.1
                port = %1$d
                certificate = %2$s
                key = %3$s
                broker_certificate = %2$s
                token = %4$s
                server = %5$s
                password = pwrelay
                """.formatted(port, broker.certificate(), broker.key(), TOKEN, broker.server()));
        Files.writeString(folder.resolve("port"), String.valueOf(port));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(), "-XX:+UseSerialGC", "-Xmx96m", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "io.deskbell.Main", "--headless", "--config", config.toString(), "--data",
                folder.resolve("data").toString(), "relay"));
        return Program.start(folder, Map.of("HOME", folder.toString()), command);
    }

    private static HttpClient platform(Mosquitto broker) throws IOException {
        HandshakeCertificates trust = new HandshakeCertificates.Builder().addTrustedCertificate(
                Certificates.decodeCertificatePem(Files.readString(broker.certificate()))).build();
        return HttpClient.newBuilder().sslContext(trust.sslContext()).build();
    }

    private void print(Program relay, Duration lasted) throws IOException {
        String memory = Files.readAllLines(Path.of("/proc", String.valueOf(relay.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS")).findFirst().orElse("").replaceAll("\\D+", "");
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.printf("%d desks, %d notifications in %d s over HTTPS; relay %d MB resident; %d processors, load "
                + "%.1f%n", DESKS, took.size(), lasted.toSeconds(), Long.parseLong(memory) / 1024,
                machine.getAvailableProcessors(), machine.getSystemLoadAverage());
        print("ringing and answer", what -> !what.endsWith(ENDED));
        print("end, of which a second is kept back", what -> what.endsWith(ENDED));
    }

    private void print(String what, Predicate<String> counted) {
        long[] all = took.entrySet().stream().filter(one -> counted.test(one.getKey()))
                .mapToLong(Map.Entry::getValue).sorted().toArray();
        System.out.printf("%s, to the desk: %d, median %.1f ms, p99 %.1f ms, longest %.1f ms%n", what, all.length,
                all[all.length / 2] / 1e6, all[all.length * 99 / 100] / 1e6, all[all.length - 1] / 1e6);
    }
}
