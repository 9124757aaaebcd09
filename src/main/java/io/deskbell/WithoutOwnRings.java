package io.deskbell;

import io.deskbell.call.CallReport;
import io.deskbell.call.Party;
import io.deskbell.source.ForwardingListener;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out what is no call: another source rings the agent's phone, to connect it to a number that was dialled from
 * the computer. Of such a ring nothing more is heard either, until it turns out to be somebody.
 */
final class WithoutOwnRings extends ForwardingListener {
    private static final int MOST = 100;

    private final List<PhoneSource> ringers;
    private final Map<String, Party> rings = new LinkedHashMap<>();

    /** @param ringers the other sources */
    WithoutOwnRings(PhoneListener next, List<PhoneSource> ringers) {
        super(next);
        this.ringers = List.copyOf(ringers);
    }

    /** What is told by a source beside these others. */
    static PhoneListener of(PhoneListener listener, PhoneSource source, List<PhoneSource> all) {
        List<PhoneSource> others = all.stream().filter(other -> other != source).toList();
        return others.isEmpty() ? listener : new WithoutOwnRings(listener, others);
    }

    @Override
    public void report(CallReport report) throws InterruptedException {
        if (!isRing(report)) super.report(report);
    }

    @Override
    public void snapshot(List<CallReport> reports, Instant at) throws InterruptedException {
        super.snapshot(reports.stream().filter(report -> !isRing(report)).toList(), at);
    }

    @Override
    public PhoneListener alsoSeen(String way) {
        return new WithoutOwnRings(super.alsoSeen(way), ringers);
    }

    private synchronized boolean isRing(CallReport report) {
        String key = report.key().value();
        Party before = rings.get(key);
        boolean goesOn = before != null && (!report.party().isKnown() || report.party().sameNumberAs(before));
        boolean ring = goesOn || ringers.stream().anyMatch(source -> source.ringsFor(report));
        if (ring && report.party().isKnown() || ring && before == null) rings.put(key, report.party());
        else if (!ring) rings.remove(key);
        if (rings.size() > MOST) rings.remove(rings.keySet().iterator().next());
        return ring;
    }
}
