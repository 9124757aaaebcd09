package io.deskbell.source.xelion;

import io.deskbell.call.Reason;
import io.deskbell.config.XelionSettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PemTrust;
import io.deskbell.source.PhonePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/** Xelion's web server: {@code https://host/api/v1/tenant/}. Goes nowhere else when it is sent there. Thread safe. */
final class XelionWeb {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST = 1 << 20;
    /** Longer than anybody means; a pause that never ends is no pause. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final HttpUrl server;
    private final HttpUrl base;
    private final OkHttpClient client;
    /** What was sent once is not sent again where no answer came: it may have been done, and nobody is called twice. */
    private final OkHttpClient once;

    XelionWeb(XelionSettings settings) throws LineLostException {
        server = HttpUrl.get(settings.url());
        base = server.newBuilder().addPathSegments("api/v1").addPathSegment(settings.tenant()).build();
        client = trusting(settings).callTimeout(PATIENCE).followRedirects(false).followSslRedirects(false)
                .connectionPool(new ConnectionPool(2, 1, TimeUnit.MINUTES)).build();
        once = client.newBuilder().retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build(); // A kept one may be dead.
    }

    static OkHttpClient.Builder trusting(XelionSettings settings) throws LineLostException {
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        PemTrust.add(builder, settings.certificate());
        return builder;
    }

    HttpUrl server() {
        return server;
    }

    /**
     * @param path below the tenant, such as me/login
     * @param body JSON; empty for a question that has none
     * @param token of the session; empty for none
     * @throws LineLostException in words, when there is no answer
     */
    XelionAnswer ask(String method, String path, String body, String token)
            throws LineLostException, InterruptedException {
        boolean get = method.equals("GET");
        Request.Builder request = new Request.Builder().url(base.newBuilder().addPathSegments(path).build())
                .method(method, get ? null : RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON));
        if (!token.isEmpty()) request.header("Authorization", "xelion " + token);
        try (Response response = (get ? client : once).newCall(request.build()).execute(); Buffer read = new Buffer()) {
            while (read.size() < LONGEST && response.body().source().read(read, LONGEST) >= 0) continue;
            return new XelionAnswer(response.code(), read.readString(StandardCharsets.UTF_8),
                    pause(response.header("Retry-After", "")));
        } catch (SSLException insecure) {
            throw new LineLostException(Reason.of(XelionReason.NO_TLS, server.host()));
        } catch (IOException failed) {
            throw PhonePort.trouble(failed, Reason.of(XelionReason.SERVER, server.host()));
        }
    }

    private static Optional<Duration> pause(String seconds) {
        if (!seconds.matches("[0-9]{1,9}")) return Optional.empty();
        Duration asked = Duration.ofSeconds(Math.max(1, Long.parseLong(seconds)));
        return Optional.of(asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
    }
}
