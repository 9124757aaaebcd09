package io.deskbell.source.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.Reason;
import io.deskbell.config.PollSettings.Login;
import io.deskbell.config.Secret;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Grandstream GXP, GRP and their like. A call has no id, only the line it is on: another number, or a ring where there
 * was a conversation, is the next call.
 *
 * <pre>
 * {"response":"success","body":[{"line":1,"state":"ringing","acct":"1","remotename":"","remotenumber":"06..."}]}
 * </pre>
 */
final class GrandstreamPhone implements Make {
    private final NumberPlan plan;
    private final Login login;
    private final Secret passcode;
    private Map<Integer, CallReport> last = new HashMap<>();
    private final Map<Integer, Integer> begun = new HashMap<>();

    /** @param passcode for phones that are let hear it with each question */
    GrandstreamPhone(NumberPlan plan, Login login, Secret passcode) {
        this.plan = plan;
        this.login = login;
        this.passcode = passcode;
    }

    @Override
    public String title() {
        return "Grandstream phone";
    }

    @Override
    public Request question(HttpUrl phone) {
        return switch (login) {
            case PASSCODE -> new Request.Builder().url(phone.newBuilder()
                    .addPathSegments("cgi-bin/api-get_line_status")
                    .addQueryParameter("passcode", passcode.reveal()).build()).build();
            case SESSION -> GrandstreamSession.ours(phone, "api-get_line_status",
                    new FormBody.Builder().add("line", "-1").build());
        };
    }

    @Override
    public Request dialling(HttpUrl phone, String digits) {
        return switch (login) {
            case PASSCODE -> new Request.Builder().url(phone.newBuilder().addPathSegments("cgi-bin/api-make_call")
                    .addQueryParameter("phonenumber", digits).addQueryParameter("account", "0")
                    .addQueryParameter("password", passcode.reveal()).build()).build();
            case SESSION -> GrandstreamSession.ours(phone, "api-make_call", new FormBody.Builder()
                    .add("account", "0").add("phonenumber", digits).add("dialplan", "dialing").build());
        };
    }

    @Override
    public boolean calls(PhoneAnswer answer) {
        return answer.code() == 200 && answer.jsonOfAny().path("response").asText().equals("success");
    }

    @Override
    public void take(String text, Instant at, PhoneListener listener) throws LineLostException, InterruptedException {
        PhoneAnswer told = PhoneAnswer.read(text);
        if (told.code() == 401) throw notLetIn();
        JsonNode answer = told.json();
        if (login == Login.PASSCODE && !answer.path("response").asText().equals("success")) throw notLetIn();
        if (!answer.path("body").isArray()) throw new LineLostException(Reason.of(PollReason.NO_LINES));
        Map<Integer, CallReport> now = new HashMap<>();
        List<CallReport> all = new ArrayList<>();
        for (JsonNode line : answer.path("body")) {
            read(line, at).ifPresent(report -> {
                all.add(report);
                if (report.state() != CallState.ENDED) now.put(line.path("line").asInt(), report);
            });
        }
        last = now;
        listener.snapshot(all, at);
    }

    private static LineLostException notLetIn() {
        return new LineLostException(Reason.of(PollReason.PASSCODE), PhoneAnswer.AFTER_A_REFUSAL);
    }

    private Optional<CallReport> read(JsonNode line, Instant at) {
        int number = line.path("line").asInt();
        Optional<CallReport> before = Optional.ofNullable(last.get(number));
        String word = line.path("state").asText();
        if (word.equals("failed")) return before.map(call ->
                CallReport.of(call.key(), CallState.ENDED, at).because(EndReason.FAILED));
        Optional<CallState> state = state(word, before);
        return state.map(now -> {
            Optional<Direction> direction = direction(now);
            Optional<CallReport> same = before.filter(call -> goesOn(call, line, now));
            Optional<Direction> way = direction.or(() -> same.flatMap(CallReport::direction));
            CallKey key = same.map(CallReport::key).orElseGet(() -> next(number));
            CallReport report = CallReport.of(key, now, at).with(party(line, way));
            return way.map(report::going).orElse(report);
        });
    }

    /** A state that is not known leaves things as they were. */
    private static Optional<CallState> state(String word, Optional<CallReport> before) {
        return switch (word) {
            case "ringing" -> Optional.of(CallState.RINGING);
            case "calling" -> Optional.of(CallState.DIALING);
            case "connected" -> Optional.of(CallState.CONNECTED);
            case "onhold" -> Optional.of(CallState.HELD);
            case "idle", "dialing", "" -> Optional.empty(); // Dialing is a tone and a number half typed.
            default -> before.map(CallReport::state);
        };
    }

    private static Optional<Direction> direction(CallState state) {
        return switch (state) {
            case RINGING -> Optional.of(Direction.INBOUND);
            case DIALING -> Optional.of(Direction.OUTBOUND);
            default -> Optional.empty();
        };
    }

    private boolean goesOn(CallReport before, JsonNode line, CallState now) {
        boolean ringsAgain = now.isRinging() && before.state() != now;
        Party party = party(line, before.direction());
        boolean another = now.isRinging() && party.isKnown() && before.party().isKnown()
                && !party.sameNumberAs(before.party());
        return !ringsAgain && !another;
    }

    /** Never the name of a call before: a late word about that one is no word about this one. */
    private CallKey next(int line) {
        int place = begun.merge(line, 1, Integer::sum);
        return CallKey.reused("grandstream-" + line + (place == 1 ? "" : "." + place));
    }

    private Party party(JsonNode line, Optional<Direction> direction) {
        String number = line.path("remotenumber").asText();
        String told = line.path("remotename").asText();
        String name = told.equals(number) ? "" : told; // So a WP826 has it where it knows none.
        return direction.filter(Direction.OUTBOUND::equals).isPresent()
                ? plan.dialled(number, name) : plan.caller(number, name);
    }
}
