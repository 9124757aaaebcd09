package io.deskbell.source.voipgrid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deskbell.sandbox.TryOut;
import io.deskbell.source.voipgrid.Notifications.Person;
import io.deskbell.source.voipgrid.PlatformSimulator.Misbehaviour;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * A platform for a person to try the companion against, steered by calling up addresses of a second port:
 * {@code mvn -q test-compile exec:exec@voipgrid-simulator}. Runs until it is stopped.
 */
public final class SimulatedPlatform {
    private static final String INTAKE_TOKEN = "try-out-0123456789";

    private final PlatformSimulator platform;
    private final Lamp lamp;
    private final OkHttpClient client = new OkHttpClient();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    private final Random random = new Random();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, Boolean> manners = new ConcurrentHashMap<>(Map.of("repeat", false, "reorder", false,
            "switch", false, "half", false));
    private volatile String target;

    private SimulatedPlatform(PlatformSimulator platform, Lamp lamp, String target) {
        this.platform = platform;
        this.lamp = lamp;
        this.target = target;
    }

    public static void main(String[] arguments) throws IOException {
        PlatformSimulator platform = PlatformSimulator.open();
        int intake = freePort();
        Lamp lamp = Lamp.open();
        SimulatedPlatform simulated = new SimulatedPlatform(platform, lamp,
                "http://127.0.0.1:" + intake + "/" + INTAKE_TOKEN + "/voipgrid");
        HttpServer steering = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        steering.createContext("/", simulated::steer);
        steering.start();
        TryOut tryOut = TryOut.open("voipgrid-simulator");
        String section = "[voipgrid]\nurl = %s\nuser = %s\ntoken = %s".formatted(platform.url(),
                PlatformSimulator.USER, PlatformSimulator.TOKEN);
        tryOut.diallingDesk("config.ini", "201", "voipgrid, intake",
                section + "\n[intake]\nport = %d\ntoken = %s".formatted(intake, INTAKE_TOKEN));
        System.out.println("or, in its place, with the lamp of 201 over a secure websocket and no notifications:");
        Path pem = Files.writeString(tryOut.folder().resolve("lamp.pem"), lamp.certificate());
        tryOut.diallingDesk("lamp.ini", "201", "voipgrid, sip",
                section + "\n[sip]\n" + lamp.ini() + "\ncertificate = " + pem.toAbsolutePath());
        String here = "http://127.0.0.1:" + steering.getAddress().getPort();
        System.out.println("""

                Steer it from another terminal:

                    curl %1$s/play/KIND   plays one at 201 and 202: %2$s
                    curl '%1$s/life?steps=%3$s'
                        how calls dialled from now on go, a step each time it is asked how they stand
                    curl '%1$s/target?url=http://127.0.0.1:8080/TOKEN/voipgrid'
                        where what is played goes from now on, such as a relay; at first to that desk
                    curl %1$s/misbehave/HOW   its next answer: %4$s
                    curl %1$s/lamp/HOW   the lamp: %5$s
                    curl '%1$s/manners?repeat=yes&reorder=yes&switch=yes&half=yes'   of what is played
                """.formatted(here, words(Sequence.Kind.values()), String.join(",", PlatformSimulator.ANSWERED),
                words(Misbehaviour.values()), words(Lamp.Manner.values())));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String words(Enum<?>[] values) {
        return Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private void steer(HttpExchange exchange) throws IOException {
        String said;
        try {
            said = obey(exchange.getRequestURI().getPath(), query(exchange));
        } catch (IllegalArgumentException unknown) {
            said = "no such thing: " + unknown.getMessage();
        }
        byte[] bytes = (said + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query == null ? Map.of() : Arrays.stream(query.split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair.length < 2 ? "" : pair[1]));
    }

    private String obey(String path, Map<String, String> query) throws IOException {
        String[] words = path.substring(1).split("/", 2);
        String what = words.length < 2 ? "" : words[1].toUpperCase(Locale.ROOT);
        switch (words[0]) {
            case "life" -> platform.calls(query.getOrDefault("steps", "").split(","));
            case "target" -> target = query.getOrDefault("url", "");
            case "misbehave" -> platform.misbehaves(Misbehaviour.valueOf(what));
            case "lamp" -> lamp.behaves(Lamp.Manner.valueOf(what));
            case "manners" -> query.forEach((manner, on) -> manners.computeIfPresent(manner,
                    (known, before) -> on.equals("yes")));
            case "play" -> play(Sequence.Kind.valueOf(what));
            default -> throw new IllegalArgumentException(path);
        }
        return "done: " + path + " " + query;
    }

    private void play(Sequence.Kind kind) {
        String id = "58f1a0-" + Instant.now().getEpochSecond() + "." + calls.incrementAndGet();
        Sequence.Pace pace = new Sequence.Pace() {
            @Override
            public Duration soon() {
                return Duration.ofMillis(200);
            }

            @Override
            public Duration later() {
                return Duration.ofSeconds(3);
            }
        };
        Sequence sequence = Sequence.of(kind, id, Person.outside("+31501234567", "P. Jansen"), manners.get("switch"),
                Instant.now(), pace);
        Duration at = Duration.ZERO;
        for (Sequence.Told told : sequence.told()) {
            at = at.plus(told.after());
            long late = manners.get("reorder") ? random.nextInt(700) : 0;
            show(at.toMillis(), told.json());
            post(at.toMillis() + late, told.json());
            if (manners.get("half")) post(at.toMillis(), told.json().substring(0, told.json().length() / 2));
            if (manners.get("repeat")) post(at.toMillis() + late + random.nextInt(3_000), told.json());
        }
        System.out.println(kind + ": at 201 " + sequence.first() + ", at 202 " + sequence.second());
    }

    private void post(long inMillis, String json) {
        List<String> targets = target.isEmpty() ? platform.targets() : List.of(target);
        clock.schedule(() -> targets.forEach(url -> post(url, json)), inMillis, TimeUnit.MILLISECONDS);
    }

    private void show(long inMillis, String json) {
        clock.schedule(() -> {
            lamp.told(json);
            return json;
        }, inMillis, TimeUnit.MILLISECONDS);
    }

    private void post(String url, String json) {
        Request request = new Request.Builder().url(url)
                .post(RequestBody.create(json, MediaType.get("application/json"))).build();
        try (Response response = client.newCall(request).execute()) {
            System.out.println(response.code() + " " + json.replaceAll(".*\"status\":\"([a-z-]+)\".*", "$1"));
        } catch (IOException unheard) {
            System.out.println("not heard: " + unheard.getMessage());
        }
    }
}
