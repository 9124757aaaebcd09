package io.deskbell.source.bria;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows Bria's calls. No word tells the direction, so it is what the first state of a call makes of it. */
public final class BriaReading implements Reading {
    private final NumberPlan plan;
    private final Runnable ask;
    /** Of the calls in the last list. */
    private Map<String, Direction> directions = new HashMap<>();

    /** @param ask has Bria say what calls there are */
    public BriaReading(NumberPlan plan, Runnable ask) {
        this.plan = plan;
        this.ask = ask;
    }

    @Override
    public void take(String text, Instant at, PhoneListener listener) throws LineLostException, InterruptedException {
        BriaFrame frame = BriaFrame.read(text);
        if (frame.refusal().isPresent()) {
            throw new LineLostException(Reason.of(BriaReason.REFUSES, frame.refusal().get()));
        }
        if (frame.content().isEmpty()) return; // Something was done, and that is all.
        BriaStatus status = BriaStatus.read(frame.content());
        boolean aboutCalls = status.type().isEmpty() || status.type().equalsIgnoreCase("call");
        if (!aboutCalls) return;
        if (frame.isChange()) ask.run();
        else if (frame.isAnswer()) tell(status.calls(), at, listener);
    }

    private void tell(List<BriaStatus.Call> calls, Instant at, PhoneListener listener) throws InterruptedException {
        Map<String, Direction> now = new HashMap<>();
        List<CallReport> reports = new ArrayList<>();
        for (BriaStatus.Call call : calls) {
            Optional<CallState> state = state(call);
            boolean known = directions.containsKey(call.id());
            if (state.isEmpty() || state.get() == CallState.ENDED && !known) continue;
            Optional<Direction> direction = direction(call);
            direction.ifPresent(way -> now.put(call.id(), way));
            reports.add(report(call, state.get(), direction, at));
        }
        directions = now;
        listener.snapshot(reports, at);
    }

    private CallReport report(BriaStatus.Call call, CallState state, Optional<Direction> direction, Instant at) {
        boolean outbound = direction.filter(Direction.OUTBOUND::equals).isPresent();
        Party party = outbound ? plan.dialled(call.number(), call.name()) : plan.caller(call.number(), call.name());
        CallReport report = CallReport.of(CallKey.reused("bria-" + call.id()), state, at).with(party);
        if (state == CallState.ENDED) report = report.because(EndReason.FAILED);
        return direction.map(report::going).orElse(report);
    }

    private Optional<Direction> direction(BriaStatus.Call call) {
        Optional<Direction> known = Optional.ofNullable(directions.get(call.id()));
        return known.or(() -> switch (call.state()) {
            case "ringing" -> Optional.of(Direction.INBOUND);
            case "connecting" -> Optional.of(Direction.OUTBOUND);
            default -> Optional.empty();
        });
    }

    private static Optional<CallState> state(BriaStatus.Call call) {
        return switch (call.state()) {
            case "ringing" -> Optional.of(CallState.RINGING);
            case "connecting" -> Optional.of(CallState.DIALING);
            case "connected" -> Optional.of(call.held() ? CallState.HELD : CallState.CONNECTED);
            case "failed" -> Optional.of(CallState.ENDED);
            default -> Optional.empty(); // Ended, or a word of a later version: not among the calls there are.
        };
    }
}
