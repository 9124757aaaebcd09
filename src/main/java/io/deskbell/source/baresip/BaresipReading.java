package io.deskbell.source.baresip;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Reading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Follows baresip's events. What calls there are is asked when the line comes up, and when a call's media change: that
 * is how versions before 2 show a hold.
 */
public final class BaresipReading implements Reading {
    /** Commands, which come back as the token of their answer. */
    static final String LIST = "listcalls";
    static final String CURRENT = "callstat";
    private static final int MOST = 100;

    private final ObjectMapper json = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS).build(); // As masked recordings have them.
    private final NumberPlan plan;
    private final Consumer<String> ask;
    private final Map<String, Known> calls = new LinkedHashMap<>();
    private boolean findingOut;
    /** Calls that something happened to since the line came up: they live, whatever an older list says. */
    private final Set<String> happened = new HashSet<>();
    private List<CallList.Line> found = List.of();

    /** A call as far as it was told. */
    private record Known(String peer, CallReport report) {
    }

    /** @param ask takes commands for baresip, whose answers come in as any word does */
    public BaresipReading(NumberPlan plan, Consumer<String> ask) {
        this.plan = plan;
        this.ask = ask;
    }

    @Override
    public void lineUp() {
        findingOut = true;
        happened.clear();
        ask.accept(LIST);
    }

    @Override
    public void take(String text, Instant at, PhoneListener listener) throws LineLostException, InterruptedException {
        JsonNode word;
        try {
            word = json.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new LineLostException(Reason.of(BaresipReason.NO_CTRL_TCP));
        }
        if (word.path("response").asBoolean()) answered(word, at, listener);
        else if (word.path("type").asText().endsWith("_SDP")) mediaChanged(word);
        else if (word.path("class").asText().equals("call")) happened(word, at, listener);
    }

    private void happened(JsonNode word, Instant at, PhoneListener listener) throws InterruptedException {
        String id = word.path("id").asText();
        boolean incoming = word.path("direction").asText().equals("incoming");
        Optional<CallState> state = state(word.path("type").asText(), incoming);
        if (state.isEmpty() || id.isBlank()) return;
        Known before = calls.get(id);
        if (before == null && state.get() == CallState.ENDED) return;
        String peer = word.path("peeruri").asText();
        CallReport report = report(id, peer, word.path("peerdisplayname").asText(), incoming, at).in(state.get());
        if (state.get() == CallState.ENDED) {
            calls.remove(id);
            happened.remove(id);
            report = reason(word.path("param").asText(), before.report()).map(report::because).orElse(report);
        } else if (calls.size() < MOST) {
            calls.put(id, new Known(peer, report));
            if (findingOut) happened.add(id);
        }
        listener.report(report);
    }

    /** Events as uag_event_str of baresip's src/event.c and src/bevent.c names them. */
    private static Optional<CallState> state(String type, boolean incoming) {
        return switch (type) {
            case "CALL_INCOMING" -> Optional.of(CallState.RINGING);
            case "CALL_OUTGOING", "CALL_RINGING", "CALL_PROGRESS" ->
                    Optional.of(incoming ? CallState.RINGING : CallState.DIALING);
            case "CALL_ESTABLISHED", "CALL_RESUME" -> Optional.of(CallState.CONNECTED);
            case "CALL_HOLD" -> Optional.of(CallState.HELD);
            case "CALL_CLOSED" -> Optional.of(CallState.ENDED);
            default -> Optional.empty(); // CALL_RTCP, CALL_DTMF_START and the like.
        };
    }

    /** The words are baresip's, the codes SIP's. */
    private static Optional<EndReason> reason(String words, CallReport before) {
        if (before.state().isAnswered()) {
            return words.startsWith("Call transfer") ? Optional.of(EndReason.TRANSFERRED) : Optional.empty();
        }
        boolean incoming = before.direction().filter(Direction.INBOUND::equals).isPresent();
        if (words.contains("elsewhere")) return Optional.of(EndReason.ANSWERED_ELSEWHERE);
        if (words.matches("(486|600) .*")) return Optional.of(EndReason.BUSY);
        if (words.matches("603 .*")) return Optional.of(EndReason.REJECTED);
        if (words.matches("(408|480|487) .*")) return Optional.of(EndReason.NO_ANSWER);
        if (words.matches("[3-6][0-9]{2} .*")) return Optional.of(EndReason.FAILED);
        boolean byHand = words.startsWith("Rejected") || words.endsWith("by user");
        return incoming && byHand ? Optional.of(EndReason.REJECTED) : Optional.empty();
    }

    private void mediaChanged(JsonNode word) {
        Known known = calls.get(word.path("id").asText());
        boolean mayBeHold = known != null && known.report().state().isAnswered();
        if (mayBeHold && !findingOut) ask.accept(LIST);
    }

    private void answered(JsonNode word, Instant at, PhoneListener listener) throws InterruptedException {
        String printed = word.path("data").asText();
        switch (word.path("token").asText()) {
            case LIST -> {
                found = CallList.lines(printed);
                boolean strangers = found.stream().anyMatch(line -> known(line).isEmpty());
                if (findingOut && strangers) ask.accept(CURRENT);
                else told(at, listener);
            }
            case CURRENT -> {
                CallList.current(printed).ifPresent(current -> calls.putIfAbsent(current.id(),
                        new Known(current.peer(), report(current.id(), current.peer(), "", current.incoming(), at))));
                told(at, listener);
            }
            default -> { } // Of a command that only has to be done.
        }
    }

    /** Those that baresip lists and that have an id; the others are told of when something happens to them. */
    private void told(Instant at, PhoneListener listener) throws InterruptedException {
        List<CallReport> reports = new ArrayList<>();
        for (CallList.Line line : found) {
            known(line).ifPresent(id -> {
                Known call = calls.get(id);
                CallReport told = report(id, call.peer(), call.report().party().name(), isIncoming(call), at)
                        .in(line.state());
                calls.put(id, new Known(call.peer(), told));
                reports.add(told);
            });
        }
        if (findingOut) {
            happened.stream().filter(id -> reports.stream().noneMatch(report -> report.key().value().equals(id)))
                    .forEach(id -> reports.add(calls.get(id).report()));
            calls.keySet().removeIf(id -> reports.stream().noneMatch(report -> report.key().value().equals(id)));
            findingOut = false;
            listener.snapshot(reports, at);
            return;
        }
        for (CallReport report : reports) listener.report(report);
    }

    /** By its id, else by the other end if only one call can be meant. */
    private Optional<String> known(CallList.Line line) {
        if (line.id().isPresent()) return line.id().filter(calls::containsKey);
        List<String> alike = calls.entrySet().stream().filter(call -> call.getValue().peer().equals(line.peer()))
                .map(Map.Entry::getKey).toList();
        boolean one = alike.size() == 1
                && found.stream().filter(other -> other.peer().equals(line.peer())).count() == 1;
        return one ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private static boolean isIncoming(Known call) {
        return call.report().direction().filter(Direction.INBOUND::equals).isPresent();
    }

    private CallReport report(String id, String peer, String name, boolean incoming, Instant at) {
        Party party = incoming ? plan.caller(peer, name) : plan.dialled(peer, name);
        return CallReport.of(CallKey.leg(id), CallState.RINGING, at)
                .going(incoming ? Direction.INBOUND : Direction.OUTBOUND).with(party);
    }
}
