package io.deskbell.source.xelion;

import io.deskbell.source.xelion.XelionExchange.User;
import io.deskbell.source.xelion.XelionLogins.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A Xelion on the loopback that speaks the documented protocol over real sockets, HTTP and websocket, with TLS or
 * without, and misbehaves when it is told to.
 */
public final class XelionSimulator implements AutoCloseable {
    static final String PASSWORD = "Geheim-201";
    private static final String API = "/api/v1/master/";
    private static final long PATIENCE_SECONDS = 20;
    private static final Set<String> LISTS =
            Set.of("me/info", "me/device/calls", "communications/active_channels", "communications/recent");

    final XelionExchange exchange = new XelionExchange();
    private final MockWebServer web = new MockWebServer();
    private final DroppableSockets sockets = new DroppableSockets();
    private final Optional<HeldCertificate> certificate;
    private final XelionLogins logins = new XelionLogins();
    private final Map<String, MockResponse> nextAnswers = new HashMap<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final List<Listening> listening = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Listening> opened = new LinkedBlockingQueue<>();
    private boolean ownOnly;
    private boolean mayDial = true;
    private volatile boolean echoes = true;

    private XelionSimulator(int port, boolean tls) throws IOException {
        certificate = tls ? Optional.of(new HeldCertificate.Builder().commonName("xelion")
                .addSubjectAlternativeName("127.0.0.1").build()) : Optional.empty();
        certificate.ifPresent(own -> web.useHttps(new HandshakeCertificates.Builder().heldCertificate(own).build()
                .sslSocketFactory()));
        web.setServerSocketFactory(sockets);
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request);
            }
        });
        web.start(InetAddress.getLoopbackAddress(), port);
    }

    static XelionSimulator start() throws IOException {
        return new XelionSimulator(0, false);
    }

    public static XelionSimulator secure(int port) throws IOException {
        return new XelionSimulator(port, true);
    }

    String url() {
        return (certificate.isPresent() ? "https" : "http") + "://127.0.0.1:" + web.getPort();
    }

    public String certificate() {
        return certificate.orElseThrow().certificatePem();
    }

    /** As the section {@code [xelion]} names it. */
    public String ini() {
        return "url = " + url() + "\nuser = agent1\npassword = " + PASSWORD + "\ndevice_number = 101";
    }

    /** Each is told of the own channels only. */
    void tellsOfOwnChannelsOnly() {
        ownOnly = true;
    }

    void mayNotDial() {
        mayDial = false;
    }

    /** Not, as a server that knows no tests: its silence means nothing. */
    void echoes(boolean whatIsSaid) {
        echoes = whatIsSaid;
    }

    synchronized void thinksTheSpaceIsTaken() {
        logins.takeTheSpaceOnce();
    }

    synchronized void tokensEndAfter(Duration time, ZoneId writtenIn) {
        logins.endAfter(time, writtenIn);
    }

    /** Every token is worth nothing from now on. */
    synchronized void expireTokens() {
        logins.expire();
    }

    /** @param path below the tenant, such as me/login: answered so once */
    synchronized void answers(String path, int http, String body, String... headers) {
        nextAnswers.put(path, new MockResponse(http, Headers.of(headers), body));
    }

    /** Once: hears the question, and ends the connection without a word. */
    synchronized void hangsUpOn(String path) {
        nextAnswers.put(path, new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    }

    static String error(int code) {
        return "{\"code\":" + code + ",\"message\":\"no\"}";
    }

    /** Waits for a question, such as "GET me/device/calls". */
    String question() throws InterruptedException {
        String text = asked.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return text == null ? "nothing" : text;
    }

    /** The next question of this method and path, with its body. */
    String question(String beginning) throws InterruptedException {
        for (String text = question(); !text.equals("nothing"); text = question()) {
            if (text.startsWith(beginning)) return text;
        }
        return "nothing";
    }

    /** How many of those not taken yet begin so. */
    long asked(String beginning) {
        return asked.stream().filter(text -> text.startsWith(beginning)).count();
    }

    void awaitSubscriber() throws InterruptedException {
        if (opened.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) throw new AssertionError("nobody subscribed");
    }

    void dropSockets() {
        sockets.drop();
    }

    void sayGoodbye() {
        listening.forEach(one -> one.socket.close(1001, "going away"));
    }

    /** The next event is held back and comes behind the one after it. */
    void reorder() {
        listening.forEach(one -> one.holdBack = true);
    }

    /** The last event again. */
    void repeat() {
        listening.forEach(one -> one.say(one.last));
    }

    void cutTheNextShort() {
        listening.forEach(one -> one.cut = true);
    }

    void say(String text) {
        listening.forEach(one -> one.say(text));
    }

    @Override
    public void close() {
        web.close();
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        String target = request.getTarget();
        if (target.startsWith("/websocket/")) return upgrade(target.substring("/websocket/".length()));
        String path = target.startsWith(API) ? target.substring(API.length()) : target;
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        asked.add((request.getMethod() + " " + path + " " + body).strip());
        MockResponse laidReady = nextAnswers.remove(path);
        if (laidReady != null) return laidReady;
        if (!target.startsWith(API)) return new MockResponse(404, Headers.of(), "<html>not found</html>");
        if (LISTS.contains(path) != request.getMethod().equals("GET")) return json(405, error(10405));
        if (path.equals("me/login")) return logins.logIn(body);
        String authorization = String.valueOf(request.getHeaders().get("Authorization"));
        String token = authorization.replaceFirst("^xelion ", "");
        return logins.of(token).map(session -> answer(path, body, token, session))
                .orElseGet(() -> json(401, error(10000)));
    }

    private MockResponse answer(String path, String body, String token, Session session) {
        return switch (path) {
            case "me/renew" -> logins.renew(token, session, body);
            case "me/logout" -> logins.logOut(session);
            case "me/websocket" -> json(200, "{\"object\":\"" + url().replaceFirst("http", "ws") + "/websocket/"
                    + token + "\"}");
            case "me/info" -> json(200, "{\"object\":{\"person\":{\"commonName\":\"" + session.user().name()
                    + "\"},\"presenceInfo\":{\"status\":\"online\"}}}");
            case "me/device/register" -> logins.register(session, body);
            case "me/device/calls" -> logins.hasDevice(session)
                    ? json(200, exchange.deviceCalls(session.user())) : json(404, error(10050));
            case "me/device/pbx_call" -> dial(session, body);
            case "communications/active_channels" -> json(200, exchange.activeChannels(
                    ownOnly ? Optional.of(session.user()) : Optional.empty()));
            case "communications/recent" -> json(200, exchange.recent());
            default -> json(404, error(10404));
        };
    }

    private MockResponse dial(Session session, String body) {
        if (!mayDial) return json(403, error(10300));
        if (!logins.hasDevice(session)) return json(400, error(10050));
        String number = body.replace("\"", "");
        if (number.isEmpty()) return json(400, error(10200));
        exchange.ringsBack(session.user(), number);
        return json(200, "");
    }

    private MockResponse upgrade(String token) {
        return logins.of(token).map(session -> new MockResponse.Builder()
                .webSocketUpgrade(new Listening(session.user())).build()).orElseGet(() -> json(401, error(10000)));
    }

    static MockResponse json(int http, String body) {
        return new MockResponse(http, Headers.of("Content-Type", "application/json"), body);
    }

    /** One websocket, from its opening to its end. */
    private final class Listening extends WebSocketListener {
        private final User user;
        private final BiConsumer<Optional<User>, String> ear = this::hear;
        private WebSocket socket;
        private String subscription = "";
        private boolean holdBack;
        private boolean cut;
        private String held = "";
        private String last = "";

        Listening(User user) {
            this.user = user;
        }

        @Override
        public void onOpen(WebSocket open, Response response) {
            socket = open;
        }

        @Override
        public void onMessage(WebSocket open, String text) {
            if (text.contains("\"messageType\":\"test\"")) {
                if (echoes) open.send(text);
            } else if (text.contains("multiNotificationRequest") && subscription.isEmpty()) {
                subscription = text;
                listening.add(this);
                exchange.onEvent(ear);
                opened.add(this);
            }
        }

        @Override
        public void onClosing(WebSocket closing, int code, String reason) {
            closing.close(1000, null);
            gone();
        }

        @Override
        public void onFailure(WebSocket failed, Throwable why, Response response) {
            gone();
        }

        private void gone() {
            listening.remove(this);
            exchange.forgetListener(ear);
        }

        private void hear(Optional<User> about, String event) {
            if (ownOnly && !about.equals(Optional.of(user)) || !isWanted(event)) return;
            if (holdBack && held.isEmpty()) {
                held = event;
                return;
            }
            say(event);
            if (!held.isEmpty()) say(held);
            held = "";
            holdBack = false;
        }

        /** Of what was not subscribed to nobody is told. */
        private boolean isWanted(String event) {
            String type = event.replaceFirst(".*(\"notificationType\":\"\\w+\").*", "$1");
            return subscription.contains(type + ",\"toggle\":\"true\"");
        }

        private void say(String text) {
            last = text;
            socket.send(cut ? text.substring(0, text.length() / 2) : text);
            cut = false;
        }
    }
}
