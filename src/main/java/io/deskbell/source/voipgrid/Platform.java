package io.deskbell.source.voipgrid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.config.VoipgridSettings;
import io.deskbell.config.VoipgridSettings.Login;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhonePort;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/** The platform's web interface, asked in the agent's name. Goes nowhere else when it is sent there. Thread safe. */
final class Platform {
    static final String PROFILE = "permission/systemuser/profile/";
    static final String CLICK_TO_DIAL = "clicktodial/";
    static final String ACCOUNTS = "phoneaccount/basic/phoneaccount/?active=true&order_by=description";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST = 1 << 20;
    private static final MediaType JSON = MediaType.get("application/json");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpUrl api;
    private final String user;
    private final String authorization;
    private final OkHttpClient client;
    /** What dials must not be said twice: nothing is repeated, over no connection that was kept and may be closed. */
    private final OkHttpClient once;

    Platform(VoipgridSettings settings) {
        this(settings, new OkHttpClient());
    }

    /** @param shared with what it trusts */
    Platform(VoipgridSettings settings, OkHttpClient shared) {
        api = HttpUrl.get(settings.url() + "/api/");
        user = settings.user();
        authorization = settings.login() == Login.TOKEN
                ? "Token " + user + ":" + settings.secret().reveal()
                : Credentials.basic(user, settings.secret().reveal(), StandardCharsets.UTF_8);
        client = shared.newBuilder().callTimeout(PATIENCE).followRedirects(false).followSslRedirects(false)
                .connectionPool(new ConnectionPool(1, 1, TimeUnit.MINUTES)).build();
        once = client.newBuilder().retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build();
    }

    String host() {
        return api.host();
    }

    String user() {
        return user;
    }

    /** @throws LineLostException in words, when there is no answer */
    PlatformAnswer get(String path) throws LineLostException, InterruptedException {
        return ask(client, request(path).build());
    }

    PlatformAnswer post(String path, Map<String, String> content) throws LineLostException, InterruptedException {
        try {
            return ask(once, request(path).post(RequestBody.create(json.writeValueAsBytes(content), JSON)).build());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Request.Builder request(String path) {
        return new Request.Builder().url(api.resolve(path)).header("Authorization", authorization)
                .header("Accept", "application/json");
    }

    private PlatformAnswer ask(OkHttpClient by, Request request) throws LineLostException, InterruptedException {
        try (Response response = by.newCall(request).execute(); Buffer body = new Buffer()) {
            while (body.size() < LONGEST && response.body().source().read(body, LONGEST) >= 0) continue;
            return new PlatformAnswer(response.code(), body.readString(StandardCharsets.UTF_8),
                    PlatformAnswer.pause(response.header("Retry-After", "")), host(), user);
        } catch (SSLException untrusted) {
            throw new LineLostException(VoipgridReason.NOT_SECURE.of(host()));
        } catch (ConnectException refused) {
            throw new LineLostException(VoipgridReason.NOT_CONNECTED.of(host()));
        } catch (IOException failed) {
            throw PhonePort.trouble(failed, host());
        }
    }
}
