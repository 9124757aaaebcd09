package io.deskbell.ui.tray;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallListener;
import java.util.ArrayList;
import java.util.List;

/** The calls the tray tells of, from what it hears: those going on, and the newest of those that were. Thread safe. */
public final class TrayCalls implements CallListener {
    private static final int REMEMBERED = 50;

    private final List<Call> calls = new ArrayList<>();
    private final Runnable onChange;

    /**
     * @param newestFirst of the call log, so that callers before a restart are not forgotten
     * @param onChange told after each event: {@link TrayPresence#changed}
     */
    public TrayCalls(List<Call> newestFirst, Runnable onChange) {
        newestFirst.stream().filter(Call::hasEnded).limit(REMEMBERED).forEach(calls::add);
        this.onChange = onChange;
    }

    @Override
    public void happened(CallEvent event) {
        remember(event.call());
        onChange.run();
    }

    public synchronized List<Call> current() {
        return calls.stream().filter(call -> !call.hasEnded()).toList();
    }

    public synchronized List<Call> latest() {
        return List.copyOf(calls);
    }

    private synchronized void remember(Call call) {
        for (int i = 0; i < calls.size(); i++) {
            if (calls.get(i).id().equals(call.id())) {
                calls.set(i, call);
                return;
            }
        }
        calls.addFirst(call);
        if (calls.size() > REMEMBERED) calls.removeLast();
    }
}
