package io.deskbell.source.threecx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.call.Reason;
import io.deskbell.config.ThreeCxSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.LineLostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Has 3CX call for the extension: it rings the agent's phone, and calls the number when that is picked up.
 *
 * <pre>
 * POST /callcontrol/{dn}/makecall, or /callcontrol/{dn}/devices/{device_id}/makecall
 * {"reason":"None","destination":"0612345678","timeout":30} → {"finalstatus":"…","reason":"…","reasontext":"…"}
 * </pre>
 */
final class ThreeCxDialer implements Dialer {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int RING_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(55); // A minute at most, by the contract.

    private final ObjectMapper json = new ObjectMapper();
    private final ThreeCxSettings settings;
    private final ThreeCxWeb web;

    ThreeCxDialer(ThreeCxSettings settings, ThreeCxWeb web) {
        this.settings = settings;
        this.web = web;
    }

    @Override
    public Outcome dial(String digits, Runnable pickUp) throws InterruptedException {
        try {
            pickUp.run();
            byte[] wish = json.writeValueAsBytes(Map.of("reason", "None", "destination", digits,
                    "timeout", RING_SECONDS));
            return outcome(web.send(new Request.Builder().url(address()).post(RequestBody.create(wish, JSON)),
                    PATIENCE));
        } catch (LineLostException lost) {
            return new Refused(lost.reason());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private HttpUrl address() {
        HttpUrl.Builder address = web.address().addPathSegment("callcontrol").addPathSegment(settings.dn());
        settings.device().ifPresent(device -> address.addPathSegment("devices").addPathSegment(device));
        return address.addPathSegment("makecall").build();
    }

    private static Outcome outcome(Answer answer) {
        if (answer.status() == 403) return new Refused(Reason.of(ThreeCxReason.DIAL_REFUSED, 403));
        if (answer.isNowhere()) return new Refused(Reason.of(ThreeCxReason.NO_DEVICE));
        Optional<JsonNode> told = State.json(answer.body());
        boolean said = told.filter(words -> words.has("finalstatus")).isPresent();
        if (!said) {
            boolean taken = answer.status() >= 200 && answer.status() < 300;
            return taken ? new Calling() : new Refused(answer.trouble());
        }
        return outcome(word(told.get(), "finalstatus"), word(told.get(), "reason"), word(told.get(), "reasontext"));
    }

    /** Which words there are is not documented: what is no failure is taken for a call. */
    private static Outcome outcome(String status, String reason, String text) {
        String all = (status + " " + reason + " " + text).toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "");
        boolean failed = status.toLowerCase(Locale.ROOT).matches(".*(fail|error|reject|denied|timeout|cancel).*");
        if (!failed) return new Calling();
        if (all.contains("busy")) return new Busy();
        if (all.contains("noanswer") || all.contains("no answer") || all.contains("timeout")) return new NotPickedUp();
        if (all.contains("notregistered") || all.contains("not registered")) {
            return new Refused(Reason.of(ThreeCxReason.NO_PHONE));
        }
        String words = (text.isEmpty() ? reason : text).replaceAll("[0-9]{3,}", "…"); // Numbers are nobody's business.
        return new Refused(Reason.of(ThreeCxReason.NOT_DIALLED, words.isEmpty() ? status : words));
    }

    private static String word(JsonNode told, String field) {
        return told.path(field).isNull() ? "" : told.path(field).asText().strip();
    }
}
