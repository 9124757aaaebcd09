package io.deskbell.outbox;

import io.deskbell.call.Call;
import io.deskbell.call.NotRegistered;
import io.deskbell.call.Registration;
import io.deskbell.call.Registration.Kind;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the helpdesk is to be told. On disk before anything else happens with it, and kept in order within a call until
 * it is accepted or refused. When the disk fails it lives in memory until the disk takes it. Thread safe; only
 * {@link #sendAgain} throws on a failing disk.
 */
public final class Outbox {
    private final Clock clock;
    private final Disk disk;
    private final Unwritten unwritten;
    private final Queues queues = new Queues();
    private final Bell bell = new Bell();
    /** Calls of which Answered or Transfer was refused, with which of the two. */
    private final Map<String, Kind> refused = new HashMap<>();
    private long lastNumber;
    private volatile int setAside;
    private boolean closed;

    Outbox(Disk disk, Stored stored, Clock clock) {
        this.disk = disk;
        this.clock = clock;
        this.unwritten = new Unwritten(disk, this::everything);
        this.lastNumber = stored.lastNumber();
        this.setAside = stored.setAside().size();
        stored.setAside().forEach(this::noteRefusal);
        stored.waiting().forEach(entry -> queues.add(entry, entry.registration().at()));
    }

    /** What an earlier run left on the disk. */
    record Stored(long lastNumber, List<Entry> waiting, List<Entry> setAside) {
    }

    /** Never waits for the disk. */
    public Counts counts() {
        return new Counts(queues.size(), setAside, unwritten.size(), unwritten.trouble());
    }

    /** Whether nothing of what was recorded is in memory only. Never waits for the disk. */
    public boolean isAllOnDisk() {
        return unwritten.size() == 0;
    }

    /**
     * Puts all that was refused of a call back, in order.
     *
     * @return how many
     * @throws IOException when the disk cannot be read or written now; nothing has changed then
     */
    public int sendAgain(String callId) throws IOException {
        synchronized (disk) {
            if (closed || !unwritten.write(List.of())) throw new IOException("the database cannot be written now");
            List<Entry> again = disk.entriesOf(callId).stream()
                    .filter(entry -> entry.progress() == Progress.SET_ASIDE).map(Entry::again).toList();
            unwritten.write(changes(again));
            refused.remove(callId);
            setAside -= again.size();
            again.forEach(entry -> queues.add(entry, clock.instant()));
            bell.ring();
            return again.size();
        }
    }

    /** Returns when it is safely on disk, or when the disk has refused it and it is kept in memory. */
    void record(Call call, Optional<NotRegistered> why, Optional<Registration> registration) {
        synchronized (disk) {
            if (closed) return;
            List<Change> changes = new ArrayList<>();
            changes.add(new Change.CallChanged(call, why));
            Optional<Entry> entry = registration.map(this::entryFor);
            entry.ifPresent(added -> changes.add(new Change.EntryChanged(added, clock.instant())));
            unwritten.write(changes);
            entry.ifPresent(this::take);
        }
    }

    /** Writes what the disk did not take before; true when nothing is left. */
    boolean writeWhatIsLeft() {
        synchronized (disk) {
            return closed || unwritten.write(List.of());
        }
    }

    /** The claimed entry was accepted. */
    void settle(Entry entry, Optional<String> conversationId) {
        synchronized (disk) {
            Entry settled = new Entry(entry.number(), entry.registration(), Progress.SETTLED, Optional.empty(),
                    conversationId);
            write(List.of(settled));
            queues.done(entry);
        }
    }

    /** The claimed entry was refused; without its Answered or Transfer, what waits of the call goes with it. */
    void setAside(Entry entry, String words) {
        synchronized (disk) {
            List<Entry> out = new ArrayList<>();
            out.add(entry.refused(words));
            noteRefusal(entry);
            if (refused.containsKey(entry.callId())) {
                queues.takeOut(entry.callId()).stream().filter(other -> other.number() != entry.number())
                        .forEach(later -> out.add(later.refused(wordsFor(entry.registration().kind()))));
            } else {
                queues.done(entry);
            }
            setAside += out.size();
            write(out);
        }
    }

    /** So many that were set aside have been deleted. */
    void forgotten(int deleted) {
        synchronized (disk) {
            setAside = Math.max(0, setAside - deleted);
        }
    }

    Queues queues() {
        return queues;
    }

    Bell bell() {
        return bell;
    }

    /** Nothing is written after this. Returns how many changes the disk never took. */
    int close() {
        synchronized (disk) {
            if (closed) return 0;
            unwritten.write(List.of());
            closed = true;
            disk.close();
            return unwritten.size();
        }
    }

    private Entry entryFor(Registration registration) {
        Entry entry = Entry.waiting(++lastNumber, registration);
        Optional<Kind> before = Optional.ofNullable(refused.get(registration.callId()));
        return before.map(kind -> entry.refused(wordsFor(kind))).orElse(entry);
    }

    private void take(Entry entry) {
        if (entry.progress() == Progress.SET_ASIDE) {
            setAside++;
            return;
        }
        queues.add(entry, clock.instant());
        bell.ring();
    }

    private void noteRefusal(Entry entry) {
        Kind kind = entry.registration().kind();
        if (kind != Kind.DISCONNECTED) refused.putIfAbsent(entry.callId(), kind);
    }

    private static String wordsFor(Kind refused) {
        return refused == Kind.TRANSFER ? "its Transfer was refused" : "its Answered was refused";
    }

    private void write(List<Entry> entries) {
        if (!closed) unwritten.write(changes(entries));
    }

    private List<Change> changes(List<Entry> entries) {
        return entries.stream().<Change>map(entry -> new Change.EntryChanged(entry, clock.instant())).toList();
    }

    private List<Change> everything() {
        return changes(queues.all());
    }
}
