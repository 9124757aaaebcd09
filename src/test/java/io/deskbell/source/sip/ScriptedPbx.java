package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/**
 * A telephone system that does what a test tells it, over real sockets on loopback. Left alone it accepts every
 * SUBSCRIBE and REGISTER and sends the state it was given; a script replaces its answer to the next request.
 */
public final class ScriptedPbx implements AutoCloseable {
    private final PbxSocket socket;
    private final String transport;
    private final BlockingQueue<SipRequest> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<SipResponse> responses = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedDeque<Function<SipRequest, SipResponse>> script = new ConcurrentLinkedDeque<>();
    private final Map<String, byte[]> answers = new HashMap<>();
    private Optional<PbxLogin> login = Optional.empty();
    private Optional<PbxSubscription> subscription = Optional.empty();
    private Optional<String> known = Optional.empty();
    private String state = "state 0";
    private int granted = 600;
    private boolean notifies = true;

    private ScriptedPbx(String transport, InetAddress local, Optional<ServerSocketFactory> streams)
            throws IOException {
        this.transport = transport;
        if (streams.isEmpty()) this.socket = PbxSocket.datagrams(local, this::take);
        else if (transport.startsWith("ws")) this.socket = PbxSocket.websockets(local, streams.get(), this::take);
        else this.socket = PbxSocket.streams(local, streams.get(), this::take);
    }

    public static ScriptedPbx udp() throws IOException {
        return new ScriptedPbx("udp", InetAddress.getByName("127.0.0.1"), Optional.empty());
    }

    static ScriptedPbx udp(InetAddress local) throws IOException {
        return new ScriptedPbx("udp", local, Optional.empty());
    }

    public static ScriptedPbx tcp() throws IOException {
        return tcp(InetAddress.getByName("127.0.0.1"));
    }

    static ScriptedPbx tcp(InetAddress local) throws IOException {
        return new ScriptedPbx("tcp", local, Optional.of(ServerSocketFactory.getDefault()));
    }

    static ScriptedPbx tls(ServerSocketFactory sockets) throws IOException {
        return new ScriptedPbx("tls", InetAddress.getByName("127.0.0.1"), Optional.of(sockets));
    }

    static ScriptedPbx websocket() throws IOException {
        return new ScriptedPbx("ws", InetAddress.getByName("127.0.0.1"), Optional.of(ServerSocketFactory.getDefault()));
    }

    public static ScriptedPbx secureWebsocket(ServerSocketFactory sockets) throws IOException {
        return new ScriptedPbx("wss", InetAddress.getByName("127.0.0.1"), Optional.of(sockets));
    }

    public int port() {
        return socket.address().getPort();
    }

    /** As it would stand in {@code [sip] server}. */
    public String uri() {
        String host = SipUri.bracketed(socket.address().getAddress().getHostAddress());
        return transport.startsWith("ws") ? transport + "://" + host + ":" + port() + "/ws"
                : "sip:" + host + ":" + port() + ";transport=" + transport;
    }

    synchronized ScriptedPbx asking(PbxLogin who) {
        login = Optional.of(who);
        return this;
    }

    /** Lets in whoever knows the password, by digest with MD5. */
    public ScriptedPbx askingForPassword(String password) {
        return asking(new PbxLogin(401, "MD5", password));
    }

    /** Nobody but this user has a line here. */
    public synchronized ScriptedPbx knowingOnly(String user) {
        known = Optional.of(user);
        return this;
    }

    /** What a new subscriber is told. */
    public synchronized ScriptedPbx showing(String body) {
        state = body;
        return this;
    }

    synchronized ScriptedPbx granting(int seconds) {
        granted = seconds;
        return this;
    }

    /** Accepts subscriptions and then says nothing, as behind a bad router. */
    synchronized ScriptedPbx keepingSilent() {
        notifies = false;
        return this;
    }

    /** The next request gets this answer; an answer with status 0 is not sent. */
    ScriptedPbx answering(Function<SipRequest, SipResponse> answer) {
        script.add(answer);
        return this;
    }

    public ScriptedPbx answering(int status) {
        return answering(request -> request.answered(status, "Scripted"));
    }

    static SipResponse nothing(SipRequest request) {
        return request.answered(0, "");
    }

    /** Waits until a subscriber has answered a NOTIFY. */
    public void awaitWatcher() throws InterruptedException {
        response();
    }

    /** Sends a full state to the subscriber. */
    public void notifies(String body) throws IOException {
        subscription().send("active;expires=600", body);
    }

    public synchronized boolean isWatched() {
        return subscription.isPresent();
    }

    synchronized PbxSubscription subscription() {
        return subscription.orElseThrow(() -> new AssertionError("nobody has subscribed"));
    }

    /** Forgets everything, as after a power cut. */
    public synchronized void restart() throws IOException {
        subscription = Optional.empty();
        socket.cutConnections();
    }

    /** One permit for each keep-alive that came. */
    Semaphore keepAlives() {
        return socket.keepAlives();
    }

    int connections() {
        return socket.connections();
    }

    /** The next request that came; fails after ten seconds without one. */
    SipRequest request() throws InterruptedException {
        SipRequest request = requests.poll(10, TimeUnit.SECONDS);
        assertNotNull(request, "no request came");
        return request;
    }

    SipResponse response() throws InterruptedException {
        SipResponse response = responses.poll(10, TimeUnit.SECONDS);
        assertNotNull(response, "no response came");
        return response;
    }

    /** The statuses of the next answers, in order. */
    List<Integer> statuses(int count) throws InterruptedException {
        List<Integer> statuses = new ArrayList<>();
        while (statuses.size() < count) statuses.add(response().status());
        return statuses;
    }

    List<SipRequest> requestsSoFar() {
        List<SipRequest> all = new ArrayList<>();
        requests.drainTo(all);
        return all;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void take(SipMessage message, PbxPeer peer) {
        try {
            switch (message) {
                case SipRequest request -> answer(request, peer);
                case SipResponse response -> responses.add(response);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private synchronized void answer(SipRequest request, PbxPeer peer) throws IOException {
        if (answers.containsKey(transactionOf(request))) { // A slow machine repeats what was answered already.
            peer.send(answers.get(transactionOf(request)));
            return;
        }
        requests.add(request);
        Optional<Function<SipRequest, SipResponse>> scripted = Optional.ofNullable(script.poll());
        if (scripted.isPresent()) {
            SipResponse answer = scripted.get().apply(request);
            if (answer.status() > 0) reply(request, answer, peer);
            boolean accepted = request.method().equals("SUBSCRIBE") && answer.isSuccess();
            if (accepted) subscription = Optional.of(new PbxSubscription(request, peer, ownUri(), answer));
            return;
        }
        Optional<SipResponse> challenge = login.flatMap(who -> who.challenge(request));
        if (challenge.isPresent()) {
            reply(request, challenge.get(), peer);
        } else if (request.method().equals("SUBSCRIBE")) {
            subscribe(request, peer);
        } else {
            reply(request, request.answered(200, "OK").with("Expires", String.valueOf(granted)), peer);
        }
    }

    private void subscribe(SipRequest request, PbxPeer peer) throws IOException {
        boolean within = request.tag("To").isPresent();
        if (!within && known.filter(user -> !request.uri().startsWith("sip:" + user + "@")).isPresent()) {
            reply(request, request.answered(404, "Not Found"), peer);
            return;
        }
        if (within && subscription.filter(mine -> mine.isOf(request)).isEmpty()) {
            reply(request, request.answered(481, "Subscription Does Not Exist"), peer);
            return;
        }
        boolean leaves = request.headers().first("Expires").filter("0"::equals).isPresent();
        SipResponse accepted = request.answered(200, "OK").with("Expires", leaves ? "0" : String.valueOf(granted))
                .with("Contact", "<" + ownUri() + ">");
        if (!within) accepted = accepted.replacing("To", request.headers().first("To").orElseThrow() + ";tag=pbx-tag");
        reply(request, accepted, peer);
        if (!within) subscription = Optional.of(new PbxSubscription(request, peer, ownUri(), accepted));
        if (leaves) subscription().send("terminated;reason=timeout", "");
        else if (notifies) subscription().send("active;expires=" + granted, state);
    }

    private void reply(SipRequest request, SipResponse answer, PbxPeer peer) throws IOException {
        byte[] bytes = answer.toBytes();
        answers.put(transactionOf(request), bytes);
        peer.send(bytes);
    }

    /** The top Via holds the branch (RFC 3261 §17.2.3). */
    private static String transactionOf(SipRequest request) {
        return request.headers().first("Via").orElseThrow() + " " + request.method();
    }

    private String ownUri() {
        return uri().replaceFirst("^wss?://(.*)/ws$", "sip:$1;transport=ws").replace("sip:", "sip:pbx@");
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
