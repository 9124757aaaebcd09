package io.deskbell.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Reason;
import io.deskbell.config.ShowCustomerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Opens a customer for an agent in Agent Inbox (CM.com, show customer: POST, 201, 400, 401; key and secret by Basic
 * authentication). Each request makes a conversation, so it is made once, over a connection of its own, and never
 * repeated here. What it says holds neither key nor number. Thread safe.
 */
public final class ShowCustomer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long MOST_BYTES = 16 * 1_024;

    private final ObjectMapper json = new ObjectMapper();
    private final ServerWords serverWords = new ServerWords(json);
    private final Duration patience;

    public ShowCustomer() {
        this(PATIENCE);
    }

    ShowCustomer(Duration patience) {
        this.patience = patience;
    }

    /**
     * Blocks until there is an answer, ten seconds at most.
     *
     * @param identifier what tells several customers with this number apart
     * @return why it was not opened; empty when it was
     */
    public Optional<Reason> open(ShowCustomerSettings settings, PhoneNumber number, Optional<String> identifier) {
        HttpUrl address = HttpUrl.get(settings.apiUrl().toString()).newBuilder().addPathSegment("showcustomer").build();
        OkHttpClient client = client();
        try (Response response = client.newCall(request(address, settings, number, identifier)).execute()) {
            return read(response, new Discretion(List.of(settings.key(), settings.secret()), number.e164(),
                    identifier));
        } catch (IOException trouble) {
            return Optional.of(NetworkTrouble.reason(trouble, address.host()));
        } finally {
            client.connectionPool().evictAll();
        }
    }

    private OkHttpClient client() {
        return new OkHttpClient.Builder().callTimeout(patience).connectTimeout(patience).readTimeout(patience)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .followRedirects(false).followSslRedirects(false).retryOnConnectionFailure(false).build();
    }

    private Request request(HttpUrl address, ShowCustomerSettings settings, PhoneNumber number,
                            Optional<String> identifier) throws JsonProcessingException {
        ObjectNode body = json.createObjectNode().put("user_email_address", settings.email());
        ObjectNode customer = body.putObject("customer").put("phone_number", number.e164());
        identifier.ifPresent(value -> customer.put("external_identifier", value));
        return new Request.Builder().url(address)
                .header("Authorization", Credentials.basic(settings.key().reveal(), settings.secret().reveal(),
                        StandardCharsets.UTF_8))
                .header("Accept", "application/json")
                .post(RequestBody.create(json.writeValueAsBytes(body), JSON)).build();
    }

    private Optional<Reason> read(Response response, Discretion discretion) {
        int code = response.code();
        return switch (code) {
            case 200, 201, 202, 204 -> isPage(response) ? Optional.of(InboxReason.PAGE.of()) : Optional.empty();
            case 400, 406, 422 -> Optional.of(ShowReason.REFUSED.of(words(response, discretion)));
            case 401 -> Optional.of(ShowReason.KEY.of());
            case 403 -> Optional.of(ShowReason.FORBIDDEN.of());
            case 404, 405 -> Optional.of(ShowReason.NOT_FOUND.of());
            case 429 -> Optional.of(ShowReason.TOO_MANY.of());
            default -> Optional.of(code / 100 == 5 ? ShowReason.SERVER_FAULT.of(code)
                    : ShowReason.NO_ANSWER_OF_OURS.of(code));
        };
    }

    private Reason words(Response response, Discretion discretion) {
        String words = isPage(response) ? "" : discretion.clean(serverWords.message(body(response)));
        return words.isEmpty() ? ShowReason.NO_REASON.of(response.code()) : Reason.words(words);
    }

    private static boolean isPage(Response response) {
        MediaType type = response.body().contentType();
        return type != null && type.subtype().contains("html") || body(response).stripLeading().startsWith("<");
    }

    private static String body(Response response) {
        try {
            return response.peekBody(MOST_BYTES).string();
        } catch (IOException cutOff) {
            return "";
        }
    }
}
