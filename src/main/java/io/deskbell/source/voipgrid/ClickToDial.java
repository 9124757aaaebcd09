package io.deskbell.source.voipgrid;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskbell.source.Dialer;
import io.deskbell.source.LineLostException;
import io.deskbell.source.Notebook;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Has the platform ring the agent's telephone and then call a number. Thread safe. */
final class ClickToDial implements Dialer {
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Platform platform;
    private final BlockingQueue<DialledCall> fresh = new LinkedBlockingQueue<>();
    /** Dialled and not over. */
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    /** Of these, those the agent has not picked up for: the telephone may ring for them. */
    private final Set<String> ringing = ConcurrentHashMap.newKeySet();
    /** Of what was dialled, what nobody else knows yet: by the call's name, its number. */
    private final Map<String, String> noted = new LinkedHashMap<>();
    private volatile Notebook notebook = Notebook.NONE;
    private volatile boolean watched;

    ClickToDial(Platform platform) {
        this.platform = platform;
    }

    /** Whether somebody follows what is dialled from now on. */
    void watched(boolean now) {
        watched = now;
    }

    /** Waits so long for the next one that is to be followed. */
    Optional<DialledCall> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(fresh.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    Set<String> numbersUnderWay() {
        return Set.copyOf(underWay);
    }

    boolean mayRingTheAgent() {
        return !ringing.isEmpty();
    }

    /** Dialled in an earlier run. */
    void goesOn(DialledCall call) {
        underWay.add(call.number());
    }

    /** From here on what is dialled is noted there. Returns what an earlier run noted: the telephone may ring still. */
    List<DialledCall> notesIn(Notebook opened) {
        notebook = opened;
        List<DialledCall> before = opened.read().stream().map(line -> line.split(" ", 2))
                .filter(words -> words.length == 2).map(words -> new DialledCall(words[0], words[1])).toList();
        for (DialledCall call : before) {
            noted.put(call.id(), call.number());
            ringing.add(call.number());
            goesOn(call);
        }
        return before;
    }

    private void note(DialledCall call) {
        synchronized (noted) {
            noted.put(call.id(), call.number());
            writeNotes();
        }
    }

    /** It is over, or the call log has it. */
    void needNotBeNoted(DialledCall call) {
        synchronized (noted) {
            if (noted.remove(call.id()) != null) writeNotes();
        }
    }

    private void writeNotes() {
        notebook.write(noted.entrySet().stream().map(one -> one.getKey() + " " + one.getValue()).toList());
    }

    void isPickedUp(DialledCall call) {
        ringing.remove(call.number());
    }

    void isOver(DialledCall call) {
        forget(call.number());
    }

    @Override
    public Outcome dial(String digits, Runnable pickUp) throws InterruptedException {
        if (!watched) return new Refused(VoipgridReason.NOT_WATCHED.of());
        underWay.add(digits);
        ringing.add(digits); // The telephone may ring before the platform has answered.
        try {
            JsonNode answer = platform.post(Platform.CLICK_TO_DIAL, Map.of("b_number", digits)).json();
            String id = answer.path("callid").asText("").strip();
            if (!id.matches("\\S+")) return refused(digits, new Refused(VoipgridReason.NOT_NAMED.of(platform.host())));
            DialledCall call = new DialledCall(id, digits);
            note(call);
            fresh.add(call);
            pickUp.run();
            return call.outcome(PATIENCE);
        } catch (LineLostException unheard) {
            return refused(digits, new Refused(unheard.reason()));
        }
    }

    private Outcome refused(String digits, Refused why) {
        forget(digits);
        return why;
    }

    private void forget(String digits) {
        underWay.remove(digits);
        ringing.remove(digits);
    }
}
