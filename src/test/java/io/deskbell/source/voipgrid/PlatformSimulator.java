package io.deskbell.source.voipgrid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;

/**
 * VoIPGRID's web interface over real sockets, as its own programs use it: log-in, accounts, click-to-dial and its life,
 * subscription to notifications. Misbehaves when it is told to. Any thread.
 */
public final class PlatformSimulator implements AutoCloseable {
    public static final String USER = "agent@example.com";
    public static final String TOKEN = "0123456789abcdef";
    public static final String PASSWORD = "pass word";
    public static final List<String> ANSWERED =
            List.of("dialing_a", "confirm", "dialing_b", "connected", "disconnected");

    /** What an answer may be instead of what it should. */
    public enum Misbehaviour { UNAUTHORIZED, FORBIDDEN, TOO_OFTEN, SERVER_ERROR, HALF, DROPPED, ELSEWHERE, NO_CALL_ID }

    private final MockWebServer web = new MockWebServer();
    private final ObjectMapper json = new ObjectMapper();
    private final String scheme;
    private final Queue<Misbehaviour> next = new ConcurrentLinkedQueue<>();
    private final Map<String, Dialled> calls = new ConcurrentHashMap<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final AtomicInteger made = new AtomicInteger();
    private final List<String> targets = new ArrayList<>();
    private volatile List<String> life = ANSWERED;
    private volatile boolean tellsOfCalls = true;
    private volatile boolean registered = true;
    private volatile boolean mayListAccounts = true;

    /** A call, and how often it was asked for. */
    private static final class Dialled {
        private final List<String> life;
        private int step;

        Dialled(List<String> life) {
            this.life = life;
        }

        /** The next step with each question, and the last for ever. */
        synchronized String status() {
            return life.get(Math.min(step++, life.size() - 1));
        }
    }

    private PlatformSimulator(String scheme) {
        this.scheme = scheme;
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
    }

    public static PlatformSimulator open() throws IOException {
        return open(0);
    }

    public static PlatformSimulator open(int port) throws IOException {
        PlatformSimulator simulator = new PlatformSimulator("http");
        simulator.web.start(InetAddress.getLoopbackAddress(), port);
        return simulator;
    }

    public static PlatformSimulator secure(SSLSocketFactory sockets) throws IOException {
        PlatformSimulator simulator = new PlatformSimulator("https");
        simulator.web.useHttps(sockets);
        simulator.web.start(InetAddress.getLoopbackAddress(), 0);
        return simulator;
    }

    public String url() {
        return scheme + "://" + (scheme.equals("https") ? "localhost" : "127.0.0.1") + ":" + web.getPort();
    }

    /** Its next answers, one after the other. */
    public PlatformSimulator misbehaves(Misbehaviour... answers) {
        next.addAll(List.of(answers));
        return this;
    }

    /** How calls go that are dialled from now on: one step with each question. */
    public PlatformSimulator calls(String... statuses) {
        life = List.of(statuses);
        return this;
    }

    public PlatformSimulator noTelephoneIsRegistered() {
        registered = false;
        return this;
    }

    public PlatformSimulator hidesAccounts() {
        mayListAccounts = false;
        return this;
    }

    /** It loses what it knew of all calls. */
    public void forgets() {
        calls.clear();
    }

    /** It has no answer any more to how a call stands. */
    public void isSilentOfCalls() {
        tellsOfCalls = false;
    }

    /** The next request, as method, path and body; "nothing" when none comes. */
    public String asked() throws InterruptedException {
        String request = asked.poll(20, TimeUnit.SECONDS);
        return request == null ? "nothing" : request;
    }

    public synchronized List<String> targets() {
        return List.copyOf(targets);
    }

    @Override
    public void close() {
        web.close();
    }

    private MockResponse answer(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        asked.add(request.getMethod() + " " + path + (body.isEmpty() ? "" : " " + body));
        Misbehaviour wrong = next.poll();
        if (wrong != null) return misbehaving(wrong);
        if (!mayEnter(request.getHeaders().get("Authorization"))) return of(401, "{\"detail\":\"Invalid token.\"}");
        if (!path.startsWith("/api/")) return of(404, "");
        return switch (path.substring("/api/".length())) {
            case "permission/systemuser/profile/" -> of(200, "{\"email\":\"" + USER + "\",\"first_name\":\"Agent\"}");
            case "phoneaccount/basic/phoneaccount/" -> accounts();
            case "clicktodial/" -> dial(body);
            case "callnotification/callnotification/" -> subscribe(body);
            default -> status(path);
        };
    }

    private static boolean mayEnter(String authorization) {
        String basic = Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return ("Token " + USER + ":" + TOKEN).equals(authorization) || ("Basic " + basic).equals(authorization);
    }

    private MockResponse accounts() {
        if (!mayListAccounts) return of(403, "{}");
        return of(200, "{\"meta\":{\"total_count\":2},\"objects\":["
                + "{\"account_id\":\"123450041\",\"internal_number\":202},"
                + "{\"account_id\":\"123450042\",\"internal_number\":\"201\",\"description\":\"Agent One\""
                + (registered ? ",\"sipreginfo\":{\"network_contact\":\"sip:192.0.2.7\"}" : "") + "}]}");
    }

    private MockResponse dial(String body) {
        try {
            JsonNode told = json.readTree(body);
            if (!told.path("b_number").asText("").matches("\\+?[0-9]+")) return of(400, "{\"b_number\":[\"invalid\"]}");
        } catch (IOException notJson) {
            return of(400, "{}");
        }
        String id = "c2d" + made.incrementAndGet();
        calls.put(id, new Dialled(life));
        return of(201, "{\"callid\":\"" + id + "\",\"status\":\"dialing_a\"}");
    }

    private MockResponse status(String path) {
        if (!tellsOfCalls) return misbehaving(Misbehaviour.SERVER_ERROR);
        String id = path.replaceFirst("/api/clicktodial/(.*)/", "$1");
        Dialled call = calls.get(id);
        return call == null ? of(404, "{}")
                : of(200, "{\"callid\":\"" + id + "\",\"status\":\"" + call.status() + "\"}");
    }

    private synchronized MockResponse subscribe(String body) {
        try {
            targets.add(json.readTree(body).path("target_url").asText());
            return of(201, "{\"id\":" + targets.size() + "}");
        } catch (IOException notJson) {
            return of(400, "{}");
        }
    }

    private MockResponse misbehaving(Misbehaviour wrong) {
        return switch (wrong) {
            case UNAUTHORIZED -> of(401, "{}");
            case FORBIDDEN -> of(403, "{}");
            case TOO_OFTEN -> new MockResponse(429, Headers.of("Retry-After", "7"), "");
            case SERVER_ERROR -> of(500, "<h1>Server Error</h1>");
            case HALF -> of(200, "{\"callid\":\"c2d1\",\"sta");
            case DROPPED -> new MockResponse.Builder().onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                    .build();
            case ELSEWHERE -> new MockResponse(302, Headers.of("Location", "http://elsewhere.example/"), "");
            case NO_CALL_ID -> of(200, "{}");
        };
    }

    private static MockResponse of(int code, String body) {
        return new MockResponse(code, Headers.of("Content-Type", "application/json"), body);
    }
}
