package io.deskbell.source.voipgrid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.config.VoipgridSettings;
import io.deskbell.config.VoipgridSettings.Login;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhonePort;
import io.deskbell.source.WebAnswer;
import io.deskbell.source.WebServer;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;

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
    private final WebServer web;

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
        web = new WebServer(shared.newBuilder(), PATIENCE, 1, LONGEST);
    }

    String host() {
        return api.host();
    }

    String user() {
        return user;
    }

    /** @throws LineLostException in words, when there is no answer */
    PlatformAnswer get(String path) throws LineLostException, InterruptedException {
        return ask(request(path).build());
    }

    PlatformAnswer post(String path, Map<String, String> content) throws LineLostException, InterruptedException {
        try {
            return ask(request(path).post(RequestBody.create(json.writeValueAsBytes(content), JSON)).build());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Request.Builder request(String path) {
        return new Request.Builder().url(api.resolve(path)).header("Authorization", authorization)
                .header("Accept", "application/json");
    }

    private PlatformAnswer ask(Request request) throws LineLostException, InterruptedException {
        try {
            WebAnswer answer = web.ask(request);
            return new PlatformAnswer(answer.code(), answer.body(), answer.pause(), host(), user);
        } catch (SSLException insecure) {
            throw new LineLostException((WebServer.isDistrusted(insecure) ? VoipgridReason.NOT_SECURE
                    : VoipgridReason.NO_TLS).of(host()));
        } catch (ConnectException refused) {
            throw new LineLostException(VoipgridReason.NOT_CONNECTED.of(host()));
        } catch (IOException failed) {
            throw PhonePort.trouble(failed, host());
        }
    }
}
