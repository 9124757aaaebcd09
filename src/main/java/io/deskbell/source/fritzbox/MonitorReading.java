package io.deskbell.source.fritzbox;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Reading;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows the calls of this desk among all those of the box. */
public final class MonitorReading implements Reading {
    private static final int MOST = 200;
    private static final String ANSWERING_MACHINE = "4[0-9]";
    /** What may stand before a dialled number: which line to use (*121#), or to show no number (*31#). */
    private static final String BEFORE_A_NUMBER = "^\\*[0-9]{1,3}#";

    private final NumberPlan plan;
    private final List<String> ports;
    private final List<String> numbers;
    /** Calls of this desk, by the box's id. */
    private final Map<String, CallReport> open = new HashMap<>();
    private boolean fresh;

    /**
     * @param ports the desk's own phones, as the box numbers them; empty for all but answering machines
     * @param numbers the desk's own numbers as the box names them; empty for all
     */
    public MonitorReading(NumberPlan plan, List<String> ports, List<String> numbers) {
        this.plan = plan;
        this.ports = List.copyOf(ports);
        this.numbers = List.copyOf(numbers);
    }

    @Override
    public void take(String text, Instant at, PhoneListener listener) throws LineLostException, InterruptedException {
        if (fresh) listener.snapshot(List.of(), at);
        fresh = false;
        Optional<MonitorLine> read = MonitorLine.read(text);
        if (read.isEmpty()) return;
        MonitorLine line = read.get();
        switch (line.kind()) {
            case RING -> {
                if (isOurNumber(line.own())) begin(line, rings(line, at), listener);
            }
            case CALL -> {
                if (isOurNumber(line.own()) && isOurPort(line.port())) begin(line, dials(line, at), listener);
            }
            case CONNECT -> connected(line, at, listener);
            default -> disconnected(line, at, listener);
        }
    }

    /** Nothing is known any more: the box does not say what calls are going on. */
    @Override
    public void lineUp() {
        open.clear();
        fresh = true;
    }

    private CallReport rings(MonitorLine line, Instant at) {
        Party caller = line.other().isEmpty() ? new Party.Withheld() : plan.caller(line.other(), "");
        CallReport report = CallReport.of(key(line), CallState.RINGING, at).going(Direction.INBOUND).with(caller);
        boolean whole = line.own().matches("[0+].*"); // Without its area code it would be read as another number.
        return whole ? plan.number(line.own()).map(report::dialled).orElse(report) : report;
    }

    private CallReport dials(MonitorLine line, Instant at) {
        String dialled = line.other().replaceAll("#$", "").replaceFirst(BEFORE_A_NUMBER, "")
                .replaceFirst("^\\*\\*", "");
        return CallReport.of(key(line), CallState.DIALING, at).going(Direction.OUTBOUND)
                .with(plan.dialled(dialled, ""));
    }

    /** The id of a call whose end was lost is used for the next one. */
    private void begin(MonitorLine line, CallReport report, PhoneListener listener) throws InterruptedException {
        CallReport before = open.remove(line.id());
        if (before != null) {
            listener.report(CallReport.of(before.key(), CallState.ENDED, report.at().minusMillis(1))
                    .because(EndReason.UNKNOWN));
        }
        if (open.size() < MOST) open.put(line.id(), report);
        listener.report(report);
    }

    private void connected(MonitorLine line, Instant at, PhoneListener listener) throws InterruptedException {
        CallReport known = open.get(line.id());
        if (known == null) return;
        if (isOurPort(line.port())) {
            listener.report(CallReport.of(known.key(), CallState.CONNECTED, at));
            return;
        }
        open.remove(line.id());
        EndReason why = line.port().matches(ANSWERING_MACHINE) ? EndReason.NO_ANSWER : EndReason.ANSWERED_ELSEWHERE;
        listener.report(CallReport.of(known.key(), CallState.ENDED, at).because(why));
    }

    private void disconnected(MonitorLine line, Instant at, PhoneListener listener) throws InterruptedException {
        CallReport known = open.remove(line.id());
        if (known != null) listener.report(CallReport.of(known.key(), CallState.ENDED, at));
    }

    private static CallKey key(MonitorLine line) {
        return CallKey.reused("fritzbox-" + line.id());
    }

    private boolean isOurPort(String port) {
        return ports.isEmpty() ? !port.matches(ANSWERING_MACHINE) : ports.contains(port);
    }

    private boolean isOurNumber(String own) {
        return numbers.isEmpty() || numbers.contains(own);
    }
}
