package io.deskbell.dial;

import io.deskbell.config.DialSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.PhoneLogin;
import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Dials by calling up an address of the desk phone, which most makers' phones have. Logs in where it is asked to, by
 * digest before basic; goes nowhere else when it is sent there.
 */
final class WebDialer implements Dialer {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OkHttpClient client;
    private final String url;

    WebDialer(OkHttpClient shared, DialSettings settings) {
        url = settings.url().orElseThrow();
        OkHttpClient.Builder builder = shared.newBuilder().callTimeout(PATIENCE).followRedirects(false);
        PhoneLogin.add(builder, settings.user(), settings.password());
        client = builder.build();
    }

    @Override
    public Outcome dial(String digits, Runnable pickUp) {
        HttpUrl address = HttpUrl.get(url.replace(DialSettings.NUMBER, digits.replace("+", "%2B")));
        String phone = address.host();
        try (Response response = client.newCall(new Request.Builder().url(address).build()).execute()) {
            return switch (response.code()) {
                case 401 -> DialReason.LOGIN.refused(phone);
                case 403 -> DialReason.FORBIDDEN.refused(phone);
                case 404 -> DialReason.NO_ADDRESS.refused(phone);
                default -> response.code() < 400 ? new Calling() : DialReason.REFUSED.refused(phone, response.code());
            };
        } catch (IOException unreachable) {
            return DialReason.SILENT.refused(phone);
        }
    }
}
