package io.deskbell.source.poll;

import io.deskbell.call.Reason;
import io.deskbell.config.PollSettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneLogin;
import io.deskbell.source.PhonePort;
import io.deskbell.source.PinnedCertificate;
import io.deskbell.source.WebAnswer;
import io.deskbell.source.WebServer;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * The web server of one phone. Logs in where it is asked to, by digest before basic, and without being asked from then
 * on; goes nowhere else when it is sent there. Thread safe.
 */
final class PhoneWeb implements Answering {
    private static final Duration PATIENCE = Duration.ofSeconds(10); // Phones take their time over TLS.
    private static final long LONGEST = 256 << 10;

    private final HttpUrl phone;
    private final PinnedCertificate certificate;
    private final WebServer web;
    private final SessionCookies cookies = new SessionCookies();

    PhoneWeb(PollSettings settings) {
        phone = HttpUrl.get(settings.address());
        certificate = new PinnedCertificate(settings.fingerprint());
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .sslSocketFactory(certificate.sockets(), certificate);
        if (certificate.isPinned()) builder.hostnameVerifier((host, session) -> true); // Phones know no name.
        if (settings.login() == PollSettings.Login.SESSION) builder.cookieJar(cookies);
        else PhoneLogin.add(builder, settings.user(), settings.password());
        web = new WebServer(builder, PATIENCE, 1, LONGEST);
    }

    HttpUrl phone() {
        return phone;
    }

    /** Of the one session, where the phone wants one. */
    SessionCookies cookies() {
        return cookies;
    }

    @Override
    public PhoneAnswer ask(Request request) throws LineLostException, InterruptedException {
        return bring(request, web::ask);
    }

    @Override
    public PhoneAnswer look(Request request) throws LineLostException, InterruptedException {
        return bring(request, web::look);
    }

    /** One of the two ways to bring a request. */
    @FunctionalInterface
    private interface Way {
        WebAnswer bring(Request request) throws IOException;
    }

    private PhoneAnswer bring(Request request, Way way) throws LineLostException, InterruptedException {
        try {
            WebAnswer answer = way.bring(request);
            return new PhoneAnswer(answer.code(), answer.body());
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
