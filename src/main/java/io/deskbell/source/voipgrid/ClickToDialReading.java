package io.deskbell.source.voipgrid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.NumberPlan;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Reading;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows calls that were dialled through the platform, by what it says of each when it is asked:
 *
 * <pre>
 * {id} {number}          as it was dialled
 * {"status": "dialing_a" ...}
 * </pre>
 *
 * <p>A call is one from the moment the number is called; until then only the agent's own telephone rings. Nothing
 * after the first line: the platform knows the call no more. Nothing at all: that is all there is.
 */
public final class ClickToDialReading implements Reading {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NumberPlan plan;
    private final Map<String, CallReport> calls = new LinkedHashMap<>();

    public ClickToDialReading(NumberPlan plan) {
        this.plan = plan;
    }

    @Override
    public void take(String text, Instant at, PhoneListener listener) throws LineLostException, InterruptedException {
        if (text.isEmpty()) {
            listener.snapshot(calls.values().stream().map(call -> call.in(call.state())).toList(), at);
            return;
        }
        String[] parts = text.split("\\R", 2);
        String[] asked = parts[0].split(" ", 2);
        String status = parts.length < 2 || parts[1].isBlank() ? "" : status(parts[1]);
        Optional<CallReport> report = report(asked[0], asked.length < 2 ? "" : asked[1], status, at);
        if (report.isPresent()) listener.report(report.get());
    }

    /** The platform's word for how far a call has come. */
    static String status(String body) throws LineLostException {
        try {
            JsonNode told = JSON.readTree(body);
            String status = told == null ? "" : told.path("status").asText("");
            if (!status.isEmpty()) return status;
        } catch (JsonProcessingException half) {
            // Said below, without what the parser quotes of it.
        }
        throw new LineLostException(VoipgridReason.HALF.of("voipgrid"));
    }

    private Optional<CallReport> report(String id, String number, String status, Instant at) {
        Optional<CallReport> before = Optional.ofNullable(calls.get(id));
        boolean answered = before.filter(call -> call.state().isAnswered()).isPresent();
        CallReport called = CallReport.of(CallKey.leg(id), CallState.DIALING, at).going(Direction.OUTBOUND)
                .with(plan.dialled(number, ""));
        Optional<CallReport> now = switch (status) {
            case "dialing_b" -> answered ? Optional.empty() : Optional.of(called);
            case "connected" -> Optional.of(called.in(CallState.CONNECTED));
            case "disconnected" -> before.map(call -> ended(called, answered ? EndReason.NORMAL
                    : EndReason.NO_ANSWER));
            case "failed_b", "blacklisted" -> Optional.of(ended(called, EndReason.FAILED));
            case "failed_a" -> before.map(call -> ended(called, EndReason.FAILED));
            case "" -> before.map(call -> ended(called, EndReason.UNKNOWN));
            default -> Optional.empty(); // dialing_a, confirm, or a word of a later version.
        };
        now.ifPresent(call -> calls.put(id, call));
        calls.values().removeIf(call -> call.state() == CallState.ENDED);
        return now;
    }

    private static CallReport ended(CallReport call, EndReason why) {
        return call.in(CallState.ENDED).because(why);
    }

    /** The agent's telephone rings no more, for the number is called. */
    static boolean isPickedUp(String status) {
        return status.equals("dialing_b") || status.equals("connected");
    }

    /** Nothing more is to be heard of a call with this status. */
    static boolean isLast(String status) {
        return switch (status) {
            case "disconnected", "failed_a", "failed_b", "blacklisted", "" -> true;
            default -> false;
        };
    }
}
