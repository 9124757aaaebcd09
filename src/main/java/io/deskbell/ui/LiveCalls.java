package io.deskbell.ui;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls going on now, in the order they began. Thread safe: told by the monitor, read by the screen. */
final class LiveCalls {
    private final Map<String, Call> calls = new LinkedHashMap<>();

    /**
     * One of them in words.
     *
     * @param timer how long it has been going on, or rung
     */
    record Line(Call call, String title, String number, String state, String timer) {
    }

    synchronized void happened(CallEvent event) {
        Call call = event.call();
        if (call.hasEnded()) {
            calls.remove(call.id());
        } else {
            calls.put(call.id(), call);
        }
    }

    synchronized List<Line> lines(CallWords words, Instant now) {
        List<Line> lines = new ArrayList<>();
        for (Call call : calls.values()) {
            Instant since = call.answeredAt().orElse(call.startedAt());
            String number = words.number(call.party());
            String title = words.title(call.party());
            lines.add(new Line(call, title, number.equals(title) ? "" : number, words.state(call),
                    Moments.lasting(java.time.Duration.between(since, now))));
        }
        return lines;
    }
}
