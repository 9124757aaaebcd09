package io.deskbell.outbox;

import io.deskbell.call.Call;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A disk that can be filled up or damaged at will, and remembers what was written to it. */
final class InMemoryDisk implements Disk {
    final Map<Long, Entry> entries = new TreeMap<>();
    final Map<String, Call> calls = new LinkedHashMap<>();
    boolean full;
    boolean damaged;
    boolean stuck;
    boolean closed;
    int writes;
    int begunAnew;

    @Override
    public void write(List<Change> changes) throws IOException {
        if (full) throw new IOException("the disk is full: make room on it");
        if (damaged) throw new DamagedException("the database file is damaged", null);
        writes++;
        for (Change change : changes) {
            switch (change) {
                case Change.CallChanged changed -> calls.put(changed.call().id(), changed.call());
                case Change.EntryChanged changed -> entries.put(changed.entry().number(), changed.entry());
            }
        }
    }

    @Override
    public void beginAnew() throws IOException {
        if (stuck) throw new IOException("the damaged file is held by somebody");
        entries.clear();
        calls.clear();
        damaged = false;
        begunAnew++;
    }

    @Override
    public List<Entry> entriesOf(String callId) {
        return entries.values().stream().filter(entry -> entry.callId().equals(callId)).toList();
    }

    @Override
    public void close() {
        closed = true;
    }

    Outbox.Stored stored() {
        return new Outbox.Stored(entries.size(), having(Progress.WAITING), having(Progress.SET_ASIDE));
    }

    List<Progress> progress() {
        return entries.values().stream().map(Entry::progress).toList();
    }

    private List<Entry> having(Progress progress) {
        return entries.values().stream().filter(entry -> entry.progress() == progress).toList();
    }
}
