package io.deskbell.source.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Poly VVX and Edge, after Poly's REST API reference manual for UC Software 5.9 to 6.4, "callStatus". Version 2 lists
 * all calls; older phones know version 1 only, which shows one call: another that was there is taken to be on hold.
 *
 * <pre>
 * {"Status":"2000","data":[{"Type":"Incoming","CallHandle":"0x2a3b","CallState":"Connected",
 *   "RemotePartyName":"...","RemotePartyNumber":"sip:...","Ringing":"0", ...}]}
 * </pre>
 */
final class PolyPhone implements Make {
    private static final String DONE = "2000";
    /** Call does not exist: the answer of version 1 while nobody calls. */
    private static final String NO_CALL = "4007";
    /** The factory's password is still in use, and the phone does not let itself be asked with it. */
    private static final String FACTORY_PASSWORD = "4010";
    private static final Duration LATER = Duration.ofMinutes(1);

    private final NumberPlan plan;
    private int version = 2;
    private Map<String, CallReport> last = new LinkedHashMap<>();

    PolyPhone(NumberPlan plan) {
        this.plan = plan;
    }

    @Override
    public String title() {
        return "Poly phone";
    }

    @Override
    public Request question(HttpUrl phone) {
        return new Request.Builder().url(phone.newBuilder()
                .addPathSegments("api/v" + version + "/webCallControl/callStatus").build()).build();
    }

    @Override
    public Request dialling(HttpUrl phone, String digits) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String body = json.objectNode().set("data", json.objectNode().put("Dest", digits).put("Line", "1")
                .put("Type", "TEL")).toString();
        return new Request.Builder().url(phone.newBuilder().addPathSegments("api/v1/callctrl/dial").build())
                .post(RequestBody.create(body, MediaType.get("application/json"))).build();
    }

    @Override
    public boolean calls(PhoneAnswer answer) {
        return answer.code() == 200 && answer.jsonOfAny().path("Status").asText().equals(DONE);
    }

    @Override
    public void take(String text, Instant at, PhoneListener listener) throws LineLostException, InterruptedException {
        PhoneAnswer answer = PhoneAnswer.read(text);
        String status = answer.jsonOfAny().path("Status").asText();
        boolean unknown = answer.code() == 404 && status.isEmpty();
        if (unknown && version == 2) {
            version = 1;
            return;
        }
        JsonNode data = status.equals(NO_CALL) ? JsonNodeFactory.instance.missingNode() : data(answer);
        Map<String, CallReport> now = new LinkedHashMap<>();
        if (data.isArray()) data.forEach(call -> read(call, at).ifPresent(report -> put(now, report)));
        else read(data, at).ifPresent(report -> put(now, report));
        boolean oneShown = data.isObject() && !data.path("CallHandle").asText().isBlank();
        if (oneShown) putOnHold(now, data, at);
        last = now;
        listener.snapshot(List.copyOf(now.values()), at);
    }

    private JsonNode data(PhoneAnswer answer) throws LineLostException {
        JsonNode json = answer.json();
        return switch (json.path("Status").asText()) {
            case DONE -> json.path("data");
            case FACTORY_PASSWORD -> throw new LineLostException(Reason.of(PollReason.FACTORY_PASSWORD), LATER);
            case String other -> throw new LineLostException(Reason.of(PollReason.NOT_TOLD,
                    other.matches("[0-9]{4}") ? other : "?"));
        };
    }

    private static void put(Map<String, CallReport> calls, CallReport report) {
        calls.put(report.key().value(), report);
    }

    /** Version 1 shows the call in front only, be it a dial tone. */
    private void putOnHold(Map<String, CallReport> now, JsonNode shown, Instant at) {
        List<CallReport> hidden = new ArrayList<>(last.values());
        hidden.removeIf(call -> call.key().equals(key(shown)));
        for (CallReport call : hidden) {
            CallState state = call.state().isAnswered() ? CallState.HELD : call.state();
            put(now, CallReport.of(call.key(), state, at).with(call.party())
                    .going(call.direction().orElse(Direction.INBOUND)));
        }
    }

    private Optional<CallReport> read(JsonNode call, Instant at) {
        if (call.path("CallHandle").asText().isBlank()) return Optional.empty();
        CallKey key = key(call);
        boolean outbound = call.path("Type").asText().startsWith("Out");
        String number = call.path("RemotePartyNumber").asText();
        String name = call.path("RemotePartyName").asText();
        Optional<CallState> before = Optional.ofNullable(last.get(key.value())).map(CallReport::state);
        return state(call, outbound, before).map(state -> CallReport.of(key, state, at)
                .going(outbound ? Direction.OUTBOUND : Direction.INBOUND)
                .with(outbound ? plan.dialled(number, name) : plan.caller(number, name)));
    }

    private static CallKey key(JsonNode call) {
        return CallKey.reused("poly-" + call.path("CallHandle").asText());
    }

    /** Of a word that is not known, the state stays what it was; a call that is not known yet begins with another. */
    private static Optional<CallState> state(JsonNode call, boolean outbound, Optional<CallState> before) {
        String word = call.path("CallState").asText().toLowerCase(Locale.ROOT);
        return switch (word) {
            case "offering", "ringing" -> Optional.of(CallState.RINGING);
            case "ringback", "proceeding", "alerting" -> Optional.of(outbound ? CallState.DIALING : CallState.RINGING);
            case "connected", "callconference", "conference", "held", "callheld", "remotehold" ->
                    Optional.of(CallState.CONNECTED); // Held is what the other end has done.
            case "hold", "callhold", "localhold" -> Optional.of(CallState.HELD);
            case "disconnected", "disconnecting", "idle", "" -> Optional.empty();
            default -> before; // Dialtone and setup are not calls yet.
        };
    }
}
