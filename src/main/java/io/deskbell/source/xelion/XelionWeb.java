package io.deskbell.source.xelion;

import io.deskbell.call.Reason;
import io.deskbell.config.XelionSettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PemTrust;
import io.deskbell.source.PhonePort;
import io.deskbell.source.WebAnswer;
import io.deskbell.source.WebServer;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Xelion's web server: {@code https://host/api/v1/tenant/}. Goes nowhere else when it is sent there. Thread safe. */
final class XelionWeb {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST = 1 << 20;
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final HttpUrl server;
    private final HttpUrl base;
    private final WebServer web;

    XelionWeb(XelionSettings settings) throws LineLostException {
        server = HttpUrl.get(settings.url());
        base = server.newBuilder().addPathSegments("api/v1").addPathSegment(settings.tenant()).build();
        web = new WebServer(trusting(settings), PATIENCE, 2, LONGEST);
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
        try {
            WebAnswer answer = web.ask(request.build());
            return new XelionAnswer(answer.code(), answer.body(), answer.pause());
        } catch (SSLException insecure) {
            throw new LineLostException(Reason.of(WebServer.isDistrusted(insecure) ? XelionReason.DISTRUSTED
                    : XelionReason.NO_TLS, server.host()));
        } catch (ConnectException refused) {
            throw new LineLostException(Reason.of(XelionReason.UNREACHABLE, server.host()));
        } catch (IOException failed) {
            throw PhonePort.trouble(failed, Reason.of(XelionReason.SERVER, server.host()));
        }
    }
}
