package io.deskbell.source.poll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import java.time.Duration;

/**
 * What a phone answered, as recordings hold it: the status code, an empty line, the body.
 *
 * <pre>
 * HTTP 200
 *
 * {"Status":"2000", ...
 * </pre>
 */
record PhoneAnswer(int code, String body) {
    /** Phones shut out whoever tries a wrong password too often. */
    static final Duration AFTER_A_REFUSAL = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS).build(); // As masked recordings have them.

    static PhoneAnswer read(String text) throws LineLostException {
        String[] parts = text.split("\\R", 3);
        if (!parts[0].matches("HTTP [0-9]{3}")) throw new LineLostException(Reason.of(PollReason.NO_ANSWER));
        return new PhoneAnswer(Integer.parseInt(parts[0].substring(5)), parts.length < 3 ? "" : parts[2]);
    }

    String text() {
        return "HTTP " + code + "\n\n" + body;
    }

    /** The body of a good answer. */
    JsonNode json() throws LineLostException {
        if (code != 200) throw refused();
        try {
            JsonNode read = JSON.readTree(body);
            if (read.isObject()) return read;
        } catch (JsonProcessingException half) {
            // Said below, without what the parser quotes of it.
        }
        throw new LineLostException(Reason.of(isWebPage() ? PollReason.WEB_PAGE : PollReason.HALF));
    }

    /** Phones whose API is off answer for any path with their log-in page. */
    private boolean isWebPage() {
        return body.stripLeading().startsWith("<");
    }

    /** As {@link #json} where the phone may say more about its refusal; an empty node where it does not. */
    JsonNode jsonOfAny() {
        try {
            JsonNode read = JSON.readTree(body);
            return read.isObject() ? read : JSON.createObjectNode();
        } catch (JsonProcessingException noJson) {
            return JSON.createObjectNode();
        }
    }

    static LineLostException wrongLogin() {
        return new LineLostException(Reason.of(PollReason.LOGIN), AFTER_A_REFUSAL);
    }

    private LineLostException refused() {
        return switch (code) {
            case 401 -> wrongLogin();
            case 403 -> new LineLostException(Reason.of(PollReason.FORBIDDEN), AFTER_A_REFUSAL);
            case 404 -> new LineLostException(Reason.of(PollReason.NO_PAGE), AFTER_A_REFUSAL);
            case 301, 302, 307, 308 -> new LineLostException(Reason.of(PollReason.ELSEWHERE), AFTER_A_REFUSAL);
            default -> new LineLostException(Reason.of(PollReason.UNABLE, code));
        };
    }
}
