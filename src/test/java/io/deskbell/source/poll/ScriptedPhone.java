package io.deskbell.source.poll;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.PollSettings;
import io.deskbell.config.PollSettings.Login;
import io.deskbell.config.PollSettings.Make;
import io.deskbell.config.Secret;
import io.deskbell.source.Tape;
import io.deskbell.source.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;

/** The web server of a desk phone on the loopback, with the ways of real ones; each answer waits for a question. */
final class ScriptedPhone implements AutoCloseable {
    static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));
    static final String PASSWORD = "se cret&%1";

    private final MockWebServer web = new MockWebServer();
    private final String scheme;
    /** Pauses that were asked for, and those that a test lets pass. */
    private final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
    private final Semaphore passing = new Semaphore(0);

    private ScriptedPhone(String scheme) throws IOException {
        this.scheme = scheme;
    }

    static ScriptedPhone open() throws IOException {
        ScriptedPhone phone = new ScriptedPhone("http");
        phone.web.start(InetAddress.getLoopbackAddress(), 0);
        return phone;
    }

    static ScriptedPhone secure(SSLSocketFactory sockets) throws IOException {
        ScriptedPhone phone = new ScriptedPhone("https");
        phone.web.useHttps(sockets);
        phone.web.start(InetAddress.getLoopbackAddress(), 0);
        return phone;
    }

    PollSource poly() {
        return source(Make.POLY, "Polycom", Optional.empty());
    }

    PollSource grandstream() {
        return source(Make.GRANDSTREAM, "", Optional.empty());
    }

    PollSource source(Make make, String user, Optional<String> fingerprint) {
        return source(scheme + "://127.0.0.1:" + web.getPort(), make, user, fingerprint);
    }

    /** One that waits as this one's does, but asks elsewhere. */
    PollSource source(String address, Make make, String user, Optional<String> fingerprint) {
        Waiting waiting = time -> {
            pauses.add(time);
            passing.acquire();
        };
        PollSettings settings = new PollSettings(make, Login.PASSCODE, address, user, new Secret(PASSWORD), fingerprint,
                Duration.ofSeconds(2), Duration.ofMillis(500), true);
        return new PollSource(settings, PLAN, Clock.systemUTC(), waiting, Tape.NONE);
    }

    ScriptedPhone answers(String... bodies) {
        for (String body : bodies) web.enqueue(new MockResponse(200, Headers.of(), body));
        return this;
    }

    ScriptedPhone refuses(int... codes) {
        for (int code : codes) web.enqueue(new MockResponse(code, Headers.of(), "<html>" + code + "</html>"));
        return this;
    }

    ScriptedPhone challenges(String challenge) {
        web.enqueue(new MockResponse(401, Headers.of("WWW-Authenticate", challenge), ""));
        return this;
    }

    /** As a phone that is switched off in the midst of its answer. */
    ScriptedPhone breaksOffIn(String body) {
        web.enqueue(new MockResponse.Builder().code(200).body(body).setHeader("Content-Length", body.length() + 100)
                .onResponseEnd(new SocketEffect.CloseSocket()).build());
        return this;
    }

    /** It has asked, and waits before it asks again. */
    Duration pause() throws InterruptedException {
        return pauses.poll(20, TimeUnit.SECONDS);
    }

    /** Lets a pause pass. */
    void goOn() {
        passing.release();
    }

    RecordedRequest question() throws InterruptedException {
        return web.takeRequest();
    }

    @Override
    public void close() {
        web.close();
    }
}
