package io.deskbell.source.xelion;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Xelion answered. Its own codes, 10000 and up, are looked for in the body: where they stand is not documented.
 *
 * @param pause it asks for before the next question
 */
record XelionAnswer(int http, String body, Optional<Duration> pause) {
    private static final Pattern CODE = Pattern.compile("(?<![0-9])1[01][0-9]{3}(?![0-9])");
    private static final int FAR_ENOUGH = 2_000;
    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);

    boolean isGood() {
        return http >= 200 && http < 300;
    }

    boolean isOf(String... codes) {
        String own = code();
        for (String code : codes) {
            if (own.equals(code)) return true;
        }
        return false;
    }

    /** Empty for none. */
    String code() {
        Matcher found = CODE.matcher(body.length() > FAR_ENOUGH ? body.substring(0, FAR_ENOUGH) : body);
        return found.find() ? found.group() : "";
    }

    /** For people: 401, or 401/10004. */
    String codes() {
        return code().isEmpty() ? String.valueOf(http) : http + "/" + code();
    }

    Optional<JsonNode> json() {
        return Notification.json(body);
    }

    /** What stops everything, whatever was asked. */
    Optional<LineLostException> trouble(String host) {
        if (http == 429) {
            return Optional.of(new LineLostException(Reason.of(XelionReason.TOO_OFTEN), pause.orElse(USUAL_PAUSE)));
        }
        if (http >= 300 && http < 400) {
            return Optional.of(new LineLostException(Reason.of(XelionReason.ELSEWHERE, host), USUAL_PAUSE));
        }
        if (http >= 500) {
            Reason unable = Reason.of(XelionReason.UNABLE, codes());
            return Optional.of(pause.map(time -> new LineLostException(unable, time))
                    .orElseGet(() -> new LineLostException(unable)));
        }
        return Optional.empty();
    }
}
