package io.deskbell.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.call.Reason;
import io.deskbell.call.Registration;
import io.deskbell.config.Secret;
import io.deskbell.outbox.Delivery;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;

/**
 * What an answer means (CM.com, VoIP: 201, 400, 401 and 406; the rest is what stands between us and Agent Inbox). A web
 * page is never an acceptance, whatever its number: it comes from a sign-in page of the network.
 */
final class Answers {
    static final long MOST_BYTES = 16 * 1024;
    static final String WRONG_KEY = "Agent Inbox refuses the key: put the right one in [inbox] api_key";

    private final ServerWords serverWords;
    private final Clock clock;

    Answers(ObjectMapper json, Clock clock) {
        this.serverWords = new ServerWords(json);
        this.clock = clock;
    }

    Delivery read(Response response, Registration registration, Secret key) {
        String body = body(response);
        int code = response.code();
        return switch (code) {
            case 200, 201, 202, 204 -> isPage(response, body)
                    ? unavailable(response, InboxReason.PAGE.of())
                    : new Delivery.Accepted(serverWords.conversationId(body, header(response, "Location"),
                            registration.callId()));
            case 400, 406 -> new Delivery.Refused(refusal(code, body, new Discretion(key, registration)));
            case 401 -> new Delivery.Unauthorized(WRONG_KEY);
            default -> unavailable(response, kind(code).of(code));
        };
    }

    private Reason refusal(int code, String body, Discretion discretion) {
        String words = discretion.clean(serverWords.message(body));
        return words.isEmpty() ? InboxReason.NO_REASON.of(code) : Reason.words(words);
    }

    private Delivery unavailable(Response response, Reason reason) {
        return new Delivery.Unavailable(reason,
                header(response, "Retry-After").flatMap(value -> RetryAfter.read(value, clock.instant())));
    }

    private static InboxReason kind(int code) {
        return switch (code) {
            case 403 -> InboxReason.FORBIDDEN;
            case 404, 405 -> InboxReason.NO_ADDRESS;
            case 407 -> InboxReason.PROXY_ANSWER;
            case 408, 425 -> InboxReason.LATER;
            case 429 -> InboxReason.TOO_MANY;
            default -> code / 100 == 3 ? InboxReason.REDIRECTED
                    : code / 100 == 5 ? InboxReason.SERVER_FAULT : InboxReason.NO_ANSWER_OF_OURS;
        };
    }

    private static boolean isPage(Response response, String body) {
        MediaType type = response.body().contentType();
        boolean called = type != null && type.subtype().toLowerCase(Locale.ROOT).contains("html");
        return called || body.stripLeading().startsWith("<");
    }

    private static Optional<String> header(Response response, String name) {
        return Optional.ofNullable(response.header(name));
    }

    /** As much as is of use. What the server decided stands, even if the rest of its words is cut off. */
    private static String body(Response response) {
        try {
            MediaType type = response.body().contentType();
            Charset charset = type == null ? StandardCharsets.UTF_8 : type.charset(StandardCharsets.UTF_8);
            return response.peekBody(MOST_BYTES).source().readString(charset);
        } catch (IOException cutOff) {
            return "";
        }
    }
}
