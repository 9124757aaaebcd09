package io.deskbell.source.tinyphone;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.call.Reason;
import io.deskbell.source.Dialer;
import io.deskbell.source.LineLostException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;

/** Tinyphone's web interface, as its README lists it. Thread safe. */
final class TinyphoneWeb implements Dialer {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LONGEST = 1 << 20;
    private static final MediaType JSON = MediaType.get("application/json");

    private final ObjectMapper json = new ObjectMapper();
    private final OkHttpClient client =
            new OkHttpClient.Builder().callTimeout(PATIENCE).followRedirects(false).build();
    private final HttpUrl base;

    TinyphoneWeb(HttpUrl base) {
        this.base = base;
    }

    /** What calls there are. */
    String calls() throws IOException {
        Request request = new Request.Builder().url(base.newBuilder().addPathSegment("calls").build()).build();
        try (Response response = client.newCall(request).execute()) {
            if (response.code() != 200) {
                throw new LineLostException(Reason.of(TinyphoneReason.NO_LIST, response.code()));
            }
            try (Buffer body = new Buffer()) {
                while (body.size() < LONGEST && response.body().source().read(body, LONGEST) >= 0) continue;
                return body.readUtf8();
            }
        }
    }

    @Override
    public Outcome dial(String digits, Runnable pickUp) {
        try {
            RequestBody body = RequestBody.create(json.writeValueAsBytes(Map.of("uri", digits)), JSON);
            HttpUrl address = base.newBuilder().addPathSegment("dial").build();
            Request request = new Request.Builder().url(address).post(body).build();
            try (Response response = client.newCall(request).execute()) {
                return switch (response.code()) {
                    case 429 -> new Busy();
                    case 400 -> new Refused(Reason.of(TinyphoneReason.UNREGISTERED));
                    default -> response.isSuccessful() ? new Calling()
                            : new Refused(Reason.of(TinyphoneReason.NOT_DIALLED, response.code()));
                };
            }
        } catch (IOException unreachable) {
            return new Refused(Reason.of(TinyphoneReason.UNREACHABLE));
        }
    }
}
