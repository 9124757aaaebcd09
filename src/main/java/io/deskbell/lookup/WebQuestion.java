package io.deskbell.lookup;

import io.deskbell.call.Reason;
import io.deskbell.config.LookupSettings;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asks the address, once, and waits for its answer. Follows it nowhere else, for key and number go with the question;
 * what it says of a fault holds neither. Thread safe.
 */
final class WebQuestion implements AutoCloseable {
    private static final long MOST_BYTES = 64 * 1_024;
    private static final String TOKEN = "{token}";
    private static final String VERSION =
            Optional.ofNullable(WebQuestion.class.getPackage().getImplementationVersion()).orElse("development");

    private final LookupSettings.Web settings;
    private final AddressTemplate template;
    private final AnswerReader reader;
    private final OkHttpClient client;

    WebQuestion(LookupSettings.Web settings) {
        this.settings = settings;
        this.template = new AddressTemplate(settings.url());
        this.reader = new AnswerReader(settings);
        this.client = new OkHttpClient.Builder()
                .callTimeout(settings.patience())
                .connectTimeout(settings.patience())
                .readTimeout(settings.patience())
                .connectionPool(new ConnectionPool(1, 1, TimeUnit.MINUTES))
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    /** The same for callers of whom the same is asked. */
    String addressFor(Caller caller) {
        return template.fill(caller);
    }

    Answer ask(String address) {
        Request request = request(address);
        String host = request.url().host();
        try (Response response = client.newCall(request).execute()) {
            return read(response, host);
        } catch (IOException trouble) {
            return new Answer.Fault(reason(trouble, host));
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    private Request request(String address) {
        Request.Builder request = new Request.Builder().url(address).header("User-Agent", "Deskbell/" + VERSION)
                .header("Accept", "application/json, text/plain;q=0.9");
        if (!settings.user().isEmpty()) {
            request.header("Authorization", Credentials.basic(settings.user(), settings.password().reveal(),
                    StandardCharsets.UTF_8));
        }
        if (!settings.token().isEmpty()) {
            int colon = settings.header().indexOf(':');
            request.header(settings.header().substring(0, colon), settings.header().substring(colon + 1).strip()
                    .replace(TOKEN, settings.token().reveal()));
        }
        return request.build();
    }

    private Answer read(Response response, String host) throws IOException {
        int code = response.code();
        return switch (code) {
            case 204, 404, 410 -> isPage(response) ? fault(LookupReason.REFUSED, host, code)
                    : new Answer.Told(Found.NOTHING);
            case 401, 403 -> fault(LookupReason.LOGIN, host, code);
            case 429 -> fault(LookupReason.TOO_MANY, host, code);
            default -> switch (code / 100) {
                case 2 -> isPage(response) ? new Answer.Fault(LookupReason.PAGE.of(host))
                        : reader.read(response.peekBody(MOST_BYTES).string(), host);
                case 3 -> fault(LookupReason.REDIRECTED, host, code);
                case 5 -> fault(LookupReason.SERVER_FAULT, host, code);
                default -> fault(LookupReason.REFUSED, host, code);
            };
        };
    }

    /** "Not found" of a customer is no page; that of a wrong address usually is. */
    private static boolean isPage(Response response) {
        MediaType type = response.body().contentType();
        return type != null && type.subtype().contains("html");
    }

    private static Answer fault(LookupReason reason, String host, int code) {
        return new Answer.Fault(reason.of(host, code));
    }

    private Reason reason(IOException trouble, String host) {
        return switch (trouble) {
            case UnknownHostException unknown -> LookupReason.UNKNOWN_HOST.of(host);
            case ConnectException refused -> LookupReason.NOT_CONNECTED.of(host);
            case NoRouteToHostException noRoute -> LookupReason.NOT_CONNECTED.of(host);
            case SSLException unsafe -> LookupReason.UNSAFE.of(host);
            case InterruptedIOException timeout -> LookupReason.SILENT.of(host, settings.patience().toSeconds());
            default -> LookupReason.BROKE_OFF.of(host);
        };
    }
}
