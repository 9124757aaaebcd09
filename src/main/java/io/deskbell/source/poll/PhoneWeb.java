package io.deskbell.source.poll;

import io.deskbell.call.Reason;
import io.deskbell.config.PollSettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneLogin;
import io.deskbell.source.PhonePort;
import io.deskbell.source.PinnedCertificate;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/**
 * The web server of one phone. Logs in where it is asked to, by digest before basic, and without being asked from then
 * on; goes nowhere else when it is sent there. Thread safe.
 */
final class PhoneWeb {
    private static final Duration PATIENCE = Duration.ofSeconds(10); // Phones take their time over TLS.
    private static final long LONGEST = 256 << 10;

    private final HttpUrl phone;
    private final PinnedCertificate certificate;
    private final OkHttpClient client;

    PhoneWeb(PollSettings settings) {
        phone = HttpUrl.get(settings.address());
        certificate = new PinnedCertificate(settings.fingerprint());
        OkHttpClient.Builder builder = new OkHttpClient.Builder().callTimeout(PATIENCE).followRedirects(false)
                .followSslRedirects(false).connectionPool(new ConnectionPool(1, 1, TimeUnit.MINUTES))
                .sslSocketFactory(certificate.sockets(), certificate);
        if (certificate.isPinned()) builder.hostnameVerifier((host, session) -> true); // Phones know no name.
        PhoneLogin.add(builder, settings.user(), settings.password());
        client = builder.build();
    }

    HttpUrl phone() {
        return phone;
    }

    /** @throws LineLostException in words, when there is no answer */
    PhoneAnswer ask(Request request) throws LineLostException, InterruptedException {
        try (Response response = client.newCall(request).execute(); Buffer body = new Buffer()) {
            while (body.size() < LONGEST && response.body().source().read(body, LONGEST) >= 0) continue;
            return new PhoneAnswer(response.code(), body.readString(StandardCharsets.UTF_8));
        } catch (SSLException insecure) {
            throw new LineLostException(distrust());
        } catch (ConnectException refused) {
            throw new LineLostException(Reason.of(PollReason.SWITCHED_OFF, phone.host()));
        } catch (IOException failed) {
            throw PhonePort.trouble(failed, Reason.of(PollReason.PHONE, phone.host()));
        }
    }

    private Reason distrust() {
        String shown = certificate.shown().orElse("");
        if (shown.isEmpty()) return Reason.of(PollReason.NO_TLS, phone.host());
        return Reason.of(certificate.isPinned() ? PollReason.ANOTHER_CERTIFICATE : PollReason.UNKNOWN_CERTIFICATE,
                phone.host(), shown);
    }
}
