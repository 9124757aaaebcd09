package io.deskbell.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/**
 * A web server that a source asks. Goes nowhere else when it is sent there, and reads no more of an answer than was
 * agreed. What is posted is sent once: it may have been done though no answer came, and nobody is called twice. Thread
 * safe.
 */
public final class WebServer {
    private final OkHttpClient client;
    private final OkHttpClient once;
    private final Duration patience;
    private final long longest;

    /**
     * @param like whom it trusts, and how it logs in
     * @param patience with a whole question and its answer
     * @param connections that are kept for a minute
     * @param longest octets of an answer that are read; the rest is left
     */
    public WebServer(OkHttpClient.Builder like, Duration patience, int connections, long longest) {
        this.patience = patience;
        this.longest = longest;
        this.client = like.callTimeout(patience).followRedirects(false).followSslRedirects(false)
                .connectionPool(new ConnectionPool(connections, 1, TimeUnit.MINUTES)).build();
        this.once = client.newBuilder().retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build(); // A kept one may be dead.
    }

    /** Whether it speaks TLS and is not to be trusted; else it speaks none, or none that we know. */
    public static boolean isDistrusted(SSLException failed) {
        boolean certified = failed instanceof SSLPeerUnverifiedException;
        for (Throwable cause = failed; cause != null && !certified; cause = cause.getCause()) {
            certified = cause instanceof CertificateException;
        }
        return certified;
    }

    public WebAnswer ask(Request request) throws IOException {
        return ask(request, patience);
    }

    /** What changes nothing, though it may be posted: by a connection that is kept, and again where that has died. */
    public WebAnswer look(Request request) throws IOException {
        return by(client, request);
    }

    /** @param patient longer than usual, or shorter */
    public WebAnswer ask(Request request, Duration patient) throws IOException {
        OkHttpClient usual = request.method().equals("GET") ? client : once;
        OkHttpClient by = patient.equals(patience) ? usual
                : usual.newBuilder().callTimeout(patient).readTimeout(patient).build();
        return by(by, request);
    }

    private WebAnswer by(OkHttpClient by, Request request) throws IOException {
        try (Response response = by.newCall(request).execute(); Buffer body = new Buffer()) {
            while (body.size() < longest && response.body().source().read(body, longest - body.size()) >= 0) continue;
            Optional<Instant> date = Optional.ofNullable(response.headers().getInstant("Date"));
            return new WebAnswer(response.code(), body.readString(StandardCharsets.UTF_8),
                    WebAnswer.pause(response.header("Retry-After", "")), date);
        }
    }

    /** For a websocket at the same server, which stays open. */
    public OkHttpClient.Builder like() {
        return client.newBuilder().callTimeout(Duration.ZERO);
    }
}
