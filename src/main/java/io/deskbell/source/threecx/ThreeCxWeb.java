package io.deskbell.source.threecx;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskbell.call.Reason;
import io.deskbell.config.ThreeCxSettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.MessageSocket;
import io.deskbell.source.PhonePort;
import io.deskbell.source.WebAnswer;
import io.deskbell.source.WebServer;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** The web server of a 3CX: tokens, questions and the websocket. Thread safe. */
final class ThreeCxWeb {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST = 8 << 20;

    private final HttpUrl base;
    private final ThreeCxSettings settings;
    private final WebServer web;
    private final Tokens tokens;

    /** @param like whom it trusts */
    ThreeCxWeb(ThreeCxSettings settings, OkHttpClient like, Clock clock) {
        this.base = HttpUrl.get(settings.url());
        this.settings = settings;
        this.web = new WebServer(like.newBuilder(), PATIENCE, 2, LONGEST);
        this.tokens = new Tokens(this::newToken, clock);
    }

    String host() {
        return base.host();
    }

    /** How long a token lasts, once one could be had. */
    Duration logIn() throws LineLostException, InterruptedException {
        tokens.token();
        return tokens.lasts();
    }

    /** @throws LineLostException in words, when it cannot be opened */
    MessageSocket open() throws IOException, InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                return openWith(tokens.token());
            } catch (TokenRefusedException old) {
                tokens.refused(old.token);
                if (tries > 0) throw new LineLostException(Reason.of(ThreeCxReason.TOKEN_REFUSED));
            }
        }
    }

    /** {@code path} below the address, with the token. */
    Answer ask(String path) throws LineLostException, InterruptedException {
        Answer answer = send(new Request.Builder().url(base.resolve(path)), PATIENCE);
        if (answer.status() == 403) throw new LineLostException(Reason.of(ThreeCxReason.NOT_ALLOWED));
        if (answer.isNowhere() && path.equals(Watching.ALL)) {
            throw new LineLostException(Reason.of(ThreeCxReason.NO_CALL_CONTROL, host(), 404));
        }
        return answer;
    }

    /** With a token; a refused one is replaced once. */
    Answer send(Request.Builder request, Duration patience) throws LineLostException, InterruptedException {
        for (int tries = 0; ; tries++) {
            String token = tokens.token();
            Answer answer = answer(request.header("Authorization", "Bearer " + token).build(), patience);
            if (answer.status() != 401) return answer;
            tokens.refused(token);
            if (tries > 0) throw new LineLostException(Reason.of(ThreeCxReason.TOKEN_REFUSED));
        }
    }

    HttpUrl.Builder address() {
        return base.newBuilder();
    }

    private MessageSocket openWith(String token) throws IOException, InterruptedException {
        Request request = new Request.Builder().url(base.resolve("/callcontrol/ws"))
                .header("Authorization", "Bearer " + token).build();
        int[] status = {0};
        try {
            return MessageSocket.open(web.like(), request,
                    Reason.of(ThreeCxReason.NO_SOCKET), code -> {
                        status[0] = code;
                        return noSocket(code);
                    });
        } catch (LineLostException refused) {
            if (status[0] == 401) throw new TokenRefusedException(token);
            throw refused;
        }
    }

    private Reason noSocket(int code) {
        return switch (code) {
            case 403 -> Reason.of(ThreeCxReason.NOT_ALLOWED);
            case 404 -> Reason.of(ThreeCxReason.NO_CALL_CONTROL, host(), code);
            case 429 -> Reason.of(ThreeCxReason.TOO_OFTEN);
            case 500, 502, 503, 504 -> Reason.of(ThreeCxReason.UNABLE, code);
            default -> Reason.of(ThreeCxReason.NO_WEBSOCKET, host(), code);
        };
    }

    private JsonNode newToken() throws LineLostException, InterruptedException {
        FormBody login = new FormBody.Builder().add("client_id", settings.clientId())
                .add("client_secret", settings.clientSecret().reveal()).add("grant_type", "client_credentials").build();
        Answer answer = answer(new Request.Builder().url(base.resolve("/connect/token")).post(login).build(), PATIENCE);
        if (answer.isGood()) {
            return State.json(answer.body()).orElseThrow(() ->
                    new LineLostException(Reason.of(ThreeCxReason.NO_TOKENS, host(), answer.status())));
        }
        Reason why = switch (answer.status()) {
            case 400, 401 -> Reason.of(ThreeCxReason.KEY_REFUSED);
            case 403 -> Reason.of(ThreeCxReason.ADDRESS_REFUSED);
            case 0, 429, 500, 502, 503, 504 -> answer.trouble();
            default -> Reason.of(ThreeCxReason.NO_TOKENS, host(), answer.status());
        };
        throw answer.pause().map(pause -> new LineLostException(why, pause))
                .orElseGet(() -> new LineLostException(why));
    }

    private Answer answer(Request request, Duration patience) throws InterruptedException {
        try {
            WebAnswer answer = web.ask(request, patience);
            return new Answer(answer.code(), answer.body(), answer.date(), answer.pause(), Optional.empty());
        } catch (SSLException insecure) {
            return Answer.none(Reason.of(WebServer.isDistrusted(insecure) ? ThreeCxReason.CERTIFICATE
                    : ThreeCxReason.NO_TLS, host()));
        } catch (ConnectException refused) {
            return Answer.none(Reason.of(ThreeCxReason.UNREACHABLE, host()));
        } catch (IOException failed) {
            return Answer.none(PhonePort.trouble(failed, host()).reason());
        }
    }

    /** It may be too old: another one is worth a try. */
    private static final class TokenRefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final transient String token;

        TokenRefusedException(String token) {
            this.token = token;
        }
    }
}
