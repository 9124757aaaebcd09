package io.deskbell.source.tinyphone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows Tinyphone's events, after its events.h and server.cpp. A call that comes in is announced without an id; the
 * announcement only says which way the next call with that party goes. States are pjsip's.
 *
 * <pre>
 * {"type":"CALL","incomming":true,"party":"sip:...","from":"06...","state":"INCOMING"}     their spelling
 * {"type":"CALL","id":0,"sid":"d1f0","party":"sip:...","callerId":"06...","state":"CONFIRMED"}
 * {"message":"Current Calls","calls":[{"sid":"d1f0","callerId":"06...","state":"CONFIRMED","hold":"NOT_IN_HOLD"}]}
 * </pre>
 */
public final class TinyphoneReading implements Reading {
    private static final int MOST = 50;

    private final ObjectMapper json = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS).build(); // As masked recordings have them.
    private final NumberPlan plan;
    private final Set<String> announced = new LinkedHashSet<>();
    private final Map<String, Direction> directions = new LinkedHashMap<>();

    public TinyphoneReading(NumberPlan plan) {
        this.plan = plan;
    }

    @Override
    public void take(String text, Instant at, PhoneListener listener) throws LineLostException, InterruptedException {
        JsonNode word;
        try {
            word = json.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new LineLostException(Reason.of(TinyphoneReason.NOT_JSON));
        }
        if (word.path("calls").isArray()) {
            List<CallReport> all = new ArrayList<>();
            word.path("calls").forEach(call -> report(call, at).ifPresent(all::add));
            listener.snapshot(all.stream().filter(report -> report.state() != CallState.ENDED).toList(), at);
        } else if (word.path("type").asText().equals("CALL")) {
            if (word.path("incomming").asBoolean()) announce(word.path("party").asText());
            Optional<CallReport> report = report(word, at);
            if (report.isPresent()) listener.report(report.get());
        }
    }

    private void announce(String party) {
        announced.add(party);
        if (announced.size() > MOST) announced.remove(announced.iterator().next());
    }

    private Optional<CallReport> report(JsonNode call, Instant at) {
        String sid = call.path("sid").asText();
        if (sid.isBlank()) return Optional.empty();
        String written = call.path("state").asText();
        Optional<Direction> direction = direction(sid, call, written);
        Optional<CallState> state = state(written, direction, call.path("hold").asText());
        if (state.filter(CallState.ENDED::equals).isPresent()) directions.remove(sid);
        return state.map(now -> {
            CallReport report = CallReport.of(CallKey.leg(sid), now, at).with(party(call, direction));
            return direction.map(report::going).orElse(report);
        });
    }

    private Optional<Direction> direction(String sid, JsonNode call, String state) {
        Optional<Direction> way = Optional.ofNullable(directions.get(sid))
                .or(() -> told(call.path("direction").asText(), state))
                .or(() -> announced.remove(call.path("party").asText())
                        ? Optional.of(Direction.INBOUND) : Optional.empty());
        way.ifPresent(known -> {
            announced.remove(call.path("party").asText());
            directions.put(sid, known);
            if (directions.size() > MOST) directions.remove(directions.keySet().iterator().next());
        });
        return way;
    }

    private static Optional<Direction> told(String direction, String state) {
        String word = direction.toLowerCase(Locale.ROOT);
        if (word.startsWith("in") || state.equals("INCOMING")) return Optional.of(Direction.INBOUND);
        if (word.startsWith("out") || state.equals("CALLING")) return Optional.of(Direction.OUTBOUND);
        return Optional.empty();
    }

    /** The texts of pjsip's pjsip_inv_state_name: ended has lost its E. */
    private static Optional<CallState> state(String word, Optional<Direction> direction, String hold) {
        boolean outbound = direction.filter(Direction.OUTBOUND::equals).isPresent();
        return switch (word) {
            case "CALLING" -> Optional.of(CallState.DIALING);
            case "INCOMING" -> Optional.of(CallState.RINGING);
            case "EARLY", "CONNECTING" -> Optional.of(outbound ? CallState.DIALING : CallState.RINGING);
            case "CONFIRMED" -> Optional.of(hold.equals("LOCAL_HOLD") ? CallState.HELD : CallState.CONNECTED);
            case "DISCONNCTD", "DISCONNECTED" -> Optional.of(CallState.ENDED);
            default -> Optional.empty();
        };
    }

    private Party party(JsonNode call, Optional<Direction> direction) {
        String caller = call.path("callerId").asText();
        String uri = call.path("party").asText().replaceFirst("^.*<([^>]*)>.*$", "$1");
        String number = caller.isBlank() ? uri : caller;
        String name = call.path("displayName").asText().replace("\"", "");
        return direction.filter(Direction.OUTBOUND::equals).isPresent()
                ? plan.dialled(number, name) : plan.caller(number, name);
    }
}
