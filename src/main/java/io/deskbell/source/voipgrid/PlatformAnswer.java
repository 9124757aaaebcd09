package io.deskbell.source.voipgrid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.source.LineLostException;
import java.time.Duration;
import java.util.Optional;

/**
 * What the platform answered.
 *
 * @param pause it wants before it is asked again
 * @param host and user it was asked as, for the words
 */
record PlatformAnswer(int code, String body, Optional<Duration> pause, String host, String user) {
    static final int GONE = 404;
    private static final int TOO_MANY = 429;
    /** Platforms shut out whoever tries a wrong password too often. */
    private static final Duration AFTER_A_REFUSAL = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** It cannot be asked in this user's name, now or in a moment. */
    boolean isRefusal() {
        return code == 401 || code == 403;
    }

    /** The body of a good answer. */
    JsonNode json() throws LineLostException {
        try {
            JsonNode read = JSON.readTree(goodBody());
            if (read != null && read.isObject()) return read;
        } catch (JsonProcessingException half) {
            // Said below, without what the parser quotes of it.
        }
        throw new LineLostException(VoipgridReason.HALF.of(host));
    }

    String goodBody() throws LineLostException {
        if (code < 200 || code > 299) throw refused();
        return body;
    }

    private LineLostException refused() {
        return switch (code) {
            case 401 -> new LineLostException(VoipgridReason.LOGIN.of(host, user), AFTER_A_REFUSAL);
            case 403 -> new LineLostException(VoipgridReason.FORBIDDEN.of(host, user), AFTER_A_REFUSAL);
            case 301, 302, 307, 308, GONE -> new LineLostException(VoipgridReason.NO_API.of(host, code));
            case TOO_MANY -> new LineLostException(VoipgridReason.TOO_OFTEN.of(host), pause.orElse(AFTER_A_REFUSAL));
            default -> pause.map(time -> new LineLostException(VoipgridReason.UNABLE.of(host, code), time))
                    .orElseGet(() -> new LineLostException(VoipgridReason.UNABLE.of(host, code)));
        };
    }
}
