package io.deskbell.source.threecx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** The web server of a simulated 3CX over real sockets, which misbehaves when it is told to. Any thread. */
public final class ThreeCxServer implements AutoCloseable {
    public static final String ID = "900";
    public static final String KEY = "s3cret%with#signs";

    private final MockWebServer web = new MockWebServer();
    private final ObjectMapper json = new ObjectMapper();
    private final SimulatedThreeCx exchange;
    private final HeldCertificate certificate;
    private final boolean tls;
    private final List<WebSocket> sockets = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final MadeCalls made;
    private volatile Optional<String> called = Optional.empty();
    private volatile Object expiresIn = 60;
    private volatile int tokens;
    private volatile boolean tokensExpire;
    private volatile String nextWord = "";
    private String held = "";

    /**
     * Something to answer once in the place of the truth.
     *
     * @param path which question, by its beginning
     * @param status 0 for half an answer, and -1 for none: the connection is cut
     */
    record Fault(String path, int status) {
    }

    private ThreeCxServer(List<String> listed, boolean tls) throws IOException {
        this.exchange = new SimulatedThreeCx(listed);
        this.made = new MadeCalls(exchange);
        this.tls = tls;
        this.certificate = new HeldCertificate.Builder().commonName("localhost")
                .addSubjectAlternativeName("localhost").addSubjectAlternativeName("127.0.0.1").build();
        exchange.tellTo(this::say);
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        if (tls) {
            web.useHttps(new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslSocketFactory());
        }
    }

    /** On TLS, with a certificate of its own making. */
    static ThreeCxServer open(String... listed) throws IOException {
        return open(List.of(listed), true, 0);
    }

    static ThreeCxServer open(List<String> listed, boolean tls, int port) throws IOException {
        ThreeCxServer server = new ThreeCxServer(listed, tls);
        server.web.start(InetAddress.getLoopbackAddress(), port);
        return server;
    }

    /** Plain HTTP, for those who only look at what goes by. */
    public static ThreeCxServer secure(String... listed) throws IOException {
        return open(List.of(listed), true, 0);
    }

    public static ThreeCxServer plain(String... listed) throws IOException {
        return open(List.of(listed), false, 0);
    }

    public String url() {
        return (tls ? "https" : "http") + "://127.0.0.1:" + web.getPort();
    }

    /** The lines of its section. */
    public String ini() {
        return "url = " + url() + "\nclient_id = " + ID + "\nclient_secret = \"" + KEY + "\"";
    }

    /** A client that trusts it. */
    OkHttpClient trusting() {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate()).build();
        return new OkHttpClient.Builder().sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()).build();
    }

    String certificatePem() {
        return certificate.certificatePem();
    }

    /** A customer's call rings there. @param queue which offers it, or empty @return the call */
    public int rings(String dn, String customer, String queue) {
        synchronized (exchange) {
            int call = exchange.newCall();
            exchange.ring(call, dn, customer, queue);
            return call;
        }
    }

    public void answers(int call, String dn) {
        exchange.connect(call, dn);
    }

    /** An attended transfer, its consultation left out. */
    public void handsOver(int call, String customer, String from, String to) {
        synchronized (exchange) {
            exchange.leave(call, from);
            exchange.refer(call, to, customer, from, true);
        }
    }

    public void ends(int call) {
        made.refuse(call);
        exchange.end(call);
    }

    /** Waits until a number is to be called, and the extension's phone rings for it. @return the call */
    public int awaitDialled() throws InterruptedException {
        MadeCalls.Made next = made.asked.poll(20, TimeUnit.SECONDS);
        if (next == null) throw new AssertionError("nobody has it call a number");
        return next.call();
    }

    /** The phone that rings for a number: the number rings next, and {@link #answers} if it likes. */
    public void picksUp(int call) {
        made.pickUp(call);
    }

    SimulatedThreeCx exchange() {
        return exchange;
    }

    MadeCalls made() {
        return made;
    }

    /** The next question for something that begins so is answered with that. */
    public void fails(String path, int status) {
        faults.add(new Fault(path, status));
    }

    void tokensLast(Object told) {
        expiresIn = told;
    }

    /** Every token given out so far is refused from now on. */
    void expireTokens() {
        tokens++;
    }

    /** Every token is refused at once. */
    void refuseAllTokens() {
        tokensExpire = true;
    }

    /** Who asks it to call is told that, and nothing else happens. */
    void answersCalls(String body) {
        called = Optional.of(body);
    }

    /** The next word of the websocket is lost, told in half, or comes behind the one after it. */
    void nextWord(String lostHalfOrLate) {
        nextWord = lostHalfOrLate;
    }

    void dropSockets() {
        sockets.forEach(socket -> socket.close(1012, "restart"));
        sockets.clear();
    }

    synchronized void say(String notice) {
        String how = nextWord;
        nextWord = "";
        String before = held;
        held = how.equals("late") ? notice : "";
        if (how.equals("half")) send(notice.substring(0, notice.length() / 2));
        else if (how.isEmpty()) send(notice);
        if (!before.isEmpty()) send(before);
    }

    private void send(String text) {
        sockets.forEach(socket -> socket.send(text));
    }

    /** Waits until something is asked that begins so; what is asked before is passed over. */
    String awaitQuestion(String beginning) throws InterruptedException {
        while (true) {
            String question = asked.poll(20, TimeUnit.SECONDS);
            if (question == null || question.startsWith(beginning)) return String.valueOf(question);
        }
    }

    int sockets() {
        return sockets.size();
    }

    @Override
    public void close() {
        made.refuseAll();
        web.close();
    }

    private MockResponse answer(RecordedRequest request) {
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        String path = request.getTarget();
        asked.add((request.getMethod() + " " + path + " " + body.replaceAll("client_secret=[^&]*", "client_secret=***"))
                .strip());
        Optional<Fault> fault = faults.stream().filter(one -> path.startsWith(one.path())).findFirst();
        if (fault.isPresent()) {
            faults.remove(fault.get());
            if (fault.get().status() > 0) return status(fault.get().status());
            return fault.get().status() == 0 ? good("[{\"dn\":\"2").build()
                    : new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build();
        }
        if (path.equals("/connect/token")) return token(body);
        String authorization = String.valueOf(request.getHeaders().get("Authorization"));
        if (tokensExpire || !authorization.equals("Bearer token-" + tokens)) return status(401);
        if (path.equals("/callcontrol/ws")) return new MockResponse.Builder().webSocketUpgrade(new Ear()).build();
        if (path.endsWith("/makecall")) return makeCall(path, body);
        Answer told = exchange.answer(path);
        return told.isGood() ? good(told.body()).build() : status(told.status());
    }

    /** {@code /callcontrol/{dn}/makecall} or {@code /callcontrol/{dn}/devices/{device_id}/makecall}. */
    private MockResponse makeCall(String path, String body) {
        String[] words = path.split("/");
        boolean known = words[1].equals("callcontrol") && exchange.lists(words[2]) && (words.length == 4
                || exchange.answer("/callcontrol/" + words[2] + "/devices").body().contains("\"" + words[4] + "\""));
        if (!known) return status(404);
        try {
            return good(called.isPresent() ? called.get() : made.make(words[2], body)).build();
        } catch (JsonProcessingException notJson) {
            return status(400);
        }
    }

    private MockResponse token(String form) {
        boolean right = form.contains("client_id=" + ID) && form.contains("client_secret=s3cret%25with%23signs")
                && form.contains("grant_type=client_credentials");
        if (!right) return status(400);
        try {
            return good(json.writeValueAsString(Map.of("access_token", "token-" + tokens, "token_type", "Bearer",
                    "expires_in", expiresIn))).build();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MockResponse.Builder good(String body) {
        return new MockResponse.Builder().code(200).addHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME
                .format(Instant.now().atOffset(ZoneOffset.UTC))).body(body);
    }

    private static MockResponse status(int code) {
        MockResponse.Builder answer = new MockResponse.Builder().code(code);
        if (code == 429) answer.addHeader("Retry-After", Duration.ofSeconds(7).toSeconds());
        return answer.build();
    }

    private final class Ear extends WebSocketListener {
        @Override
        public void onOpen(WebSocket socket, Response response) {
            sockets.add(socket);
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            sockets.remove(socket);
            socket.close(1000, null);
        }

        @Override
        public void onFailure(WebSocket socket, Throwable why, Response response) {
            sockets.remove(socket);
        }
    }
}
