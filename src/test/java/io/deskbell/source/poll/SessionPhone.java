package io.deskbell.source.poll;

import io.deskbell.config.PollSettings;
import io.deskbell.config.PollSettings.Login;
import io.deskbell.config.PollSettings.Make;
import io.deskbell.config.Secret;
import io.deskbell.outbox.FakeClock;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * A Grandstream that wants a log-in, on the loopback: with a nonce and one session a user as public programs tell of
 * the WP826, and with the ways of older GXP where it is told to. Five wrong log-ins lock it.
 */
final class SessionPhone implements AutoCloseable {
    static final String USER = "agent";
    static final String PASSWORD = "se cret&%1";
    private static final int TRIES = 5;
    private static final String NOBODY = "<html><body><h1>Unauthorized</h1></body></html>";

    private final MockWebServer web = new MockWebServer();
    private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
    private final Semaphore passing = new Semaphore(0);
    private final List<String> asked = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    final FakeClock clock = new FakeClock();
    private Refusal refusal = Refusal.STATUS;
    private boolean older;
    private boolean mayAsk = true;
    private boolean mayLogIn = true;
    private int wrong;
    private int sessions;
    private String sid = "";
    private String line = "idle";

    /** How a question without a session is refused. */
    enum Refusal { STATUS, EXPIRED, UNAUTHORIZED }

    static SessionPhone open() throws IOException {
        SessionPhone phone = new SessionPhone();
        phone.web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return phone.answer(request);
            }
        });
        phone.web.start(InetAddress.getLoopbackAddress(), 0);
        return phone;
    }

    PollSource source(String password) {
        PollSettings settings = new PollSettings(Make.GRANDSTREAM, Login.SESSION, "http://127.0.0.1:" + web.getPort(),
                USER, new Secret(password), Optional.empty(), Duration.ofSeconds(2), Duration.ofMillis(500), true);
        return new PollSource(settings, ScriptedPhone.PLAN, clock, time -> {
            pauses.add(time);
            passing.acquire();
        }, Tape.NONE);
    }

    /** It knows no nonce and no refreshing, and looks at another cookie. */
    synchronized SessionPhone older() {
        older = true;
        return this;
    }

    synchronized SessionPhone refusing(Refusal way) {
        refusal = way;
        return this;
    }

    synchronized SessionPhone lettingNobodyLogIn() {
        mayLogIn = false;
        return this;
    }

    synchronized SessionPhone lettingNobodyAsk() {
        mayAsk = false;
        return this;
    }

    synchronized void lock() {
        wrong = TRIES;
    }

    synchronized void unlock() {
        wrong = 0;
    }

    /** Also what happens when somebody else logs in as the same user. */
    synchronized void endSession() {
        sid = "";
    }

    synchronized void shows(String state) {
        line = state;
    }

    /** What it was asked since it was asked this last, without log-ins' proofs. */
    synchronized List<String> asked() {
        List<String> since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    /** Everything that ever came over the network. */
    synchronized String heard() {
        return String.join("\n", heard);
    }

    void goOn() throws InterruptedException {
        if (pauses.poll(20, TimeUnit.SECONDS) == null) throw new AssertionError("it does not wait to ask again");
        passing.release();
    }

    @Override
    public void close() {
        web.close();
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        heard.add(request.getTarget() + " " + request.getHeaders() + body);
        String page = request.getTarget().replace("/cgi-bin/", "");
        String origin = "http://127.0.0.1:" + web.getPort();
        boolean ours = (origin + "/").equals(request.getHeaders().get("Referer"))
                && origin.equals(request.getHeaders().get("Origin"));
        if (!ours || !request.getMethod().equals("POST")) return status(403);
        HttpUrl form = HttpUrl.get(origin + "/?" + body.replace("+", "%20"));
        asked.add(page.equals("api-make_call") ? page + " " + form.queryParameter("phonenumber") : page);
        return switch (page) {
            case "access" -> older ? status(404) : nonce(form);
            case "dologin" -> logIn(form);
            case "dorefresh" -> older ? status(404) : json("{\"response\":\"success\"}");
            case "api-get_line_status" -> inSession(request, form) ? lines() : refused();
            case "api-make_call" -> inSession(request, form) ? json("{\"response\":\"success\"}") : refused();
            default -> status(404);
        };
    }

    private MockResponse nonce(HttpUrl form) {
        return sha256(USER).equals(form.queryParameter("access"))
                ? json("{\"response\":\"success\",\"body\":\"nonce" + sessions + "\"}") : refused();
    }

    private MockResponse logIn(HttpUrl form) {
        if (wrong >= TRIES) return json("{\"response\":\"error\",\"body\":\"locked\",\"lockTime\":7}");
        if (!mayLogIn) return json("{\"response\":\"error\",\"body\":\"user is not allow\"}");
        String proof = older ? PASSWORD : sha256(PASSWORD + "nonce" + sessions);
        if (!USER.equals(form.queryParameter("username")) || !proof.equals(form.queryParameter("password"))) {
            wrong++;
            return json("{\"response\":\"error\",\"body\":\"wrong" + (TRIES - wrong) + "\"}");
        }
        wrong = 0;
        sessions++;
        sid = "%064x".formatted(sessions);
        return new MockResponse(200, Headers.of("Set-Cookie", "HttpOnly", "Set-Cookie", "session-role=user; HttpOnly"),
                "{\"response\":\"success\",\"body\":{\"sid\":\"" + sid + "\",\"role\":\"user\"}}");
    }

    private boolean inSession(RecordedRequest request, HttpUrl form) {
        String cookies = request.getHeaders().get("Cookie");
        return mayAsk && !sid.isEmpty() && sid.equals(form.queryParameter("sid")) && cookies != null
                && cookies.contains("session-role=user")
                && cookies.contains((older ? "session-identity=" : "sid=") + sid);
    }

    private MockResponse lines() {
        String number = line.equals("idle") ? "" : "0612345678";
        return json("{\"response\":\"success\",\"body\":[{\"line\":1,\"conf\":0,\"state\":\"" + line
                + "\",\"acct\":0,\"active\":0,\"remotename\":\"\",\"remotenumber\":\"" + number + "\"}]}");
    }

    private MockResponse refused() {
        return switch (refusal) {
            case STATUS -> new MockResponse(401, Headers.of(), NOBODY);
            case EXPIRED -> json("{\"response\":\"error\",\"body\":{\"status\":\"session-expired\"}}");
            case UNAUTHORIZED -> json("{\"response\":\"success\",\"body\":\"unauthorized\"}");
        };
    }

    private static MockResponse status(int code) {
        return new MockResponse(code, Headers.of(), "<html>" + code + "</html>");
    }

    private static MockResponse json(String body) {
        return new MockResponse(200, Headers.of(), body);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
