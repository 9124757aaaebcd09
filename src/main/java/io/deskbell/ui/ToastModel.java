package io.deskbell.ui;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which call the toast speaks of, what it says, and when it goes. It comes when the agent's phone rings, follows that
 * call, and never comes back for a call it was sent away for. On one thread.
 */
final class ToastModel {
    /** Long enough to read a name once the call is answered, held or over. */
    static final Duration AFTER_A_CHANGE = Duration.ofSeconds(6);
    /** A phone that rings longer has been forgotten. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    private final CallWords words;
    private final Words texts;
    private Optional<Call> followed = Optional.empty();
    private Optional<String> dismissed = Optional.empty();
    private Instant until = Instant.MIN;
    private boolean looked; // Until the log has answered, nobody knows whether it is the first call.
    private int callsToday;
    private int callsBefore;

    /**
     * What it says.
     *
     * @param calledLine the number the customer dialled; empty when nobody knows it
     * @param history "3rd call today" and the like; empty when there is nothing to say
     */
    record Saying(Call call, String state, String title, String number, String calledLine, String history,
                  boolean hasNumber) {
    }

    ToastModel(CallWords words, Words texts) {
        this.words = words;
        this.texts = texts;
    }

    /** @param quiet no new toast may come now; one that is there goes on */
    void happened(CallEvent event, boolean quiet, Instant now) {
        Call call = event.call();
        boolean ours = followed.filter(shown -> shown.id().equals(call.id())).isPresent();
        if (ours) {
            follow(call, event.type(), now);
            return;
        }
        boolean news = event.type() == Type.RINGING && !call.isOutbound() && !call.hasEnded();
        boolean sentAway = dismissed.filter(call.id()::equals).isPresent();
        if (!news || quiet || sentAway) return;
        followed = Optional.of(call);
        looked = false;
        until = now.plus(LONGEST);
    }

    /** What the call log knows of the caller, this call included in neither. */
    void knownOf(String callId, int today, int before) {
        if (followed.filter(call -> call.id().equals(callId)).isEmpty()) return;
        looked = true;
        callsToday = today;
        callsBefore = before;
    }

    void dismiss() {
        dismissed = followed.map(Call::id);
        followed = Optional.empty();
    }

    /** Whose history is worth looking up. */
    Optional<PhoneNumber> number() {
        return followed.flatMap(call -> call.party().outsideNumber());
    }

    Optional<Saying> saying(Instant now) {
        if (now.isAfter(until)) followed = Optional.empty();
        return followed.map(this::say);
    }

    private void follow(Call call, Type type, Instant now) {
        followed = Optional.of(call);
        if (type != Type.CHANGED && type != Type.RINGING) until = now.plus(AFTER_A_CHANGE);
    }

    private Saying say(Call call) {
        String title = words.title(call.party());
        String number = words.number(call.party());
        String line = call.referrer().map(dialled -> texts.of("toast.line", words.number(dialled))).orElse("");
        return new Saying(call, words.state(call), title, number.equals(title) ? "" : number, line, history(call),
                !number.isEmpty());
    }

    private String history(Call call) {
        if (!looked || call.party().outsideNumber().isEmpty()) return "";
        if (callsToday > 0) return texts.of("toast.today", callsToday + 1);
        return texts.of(callsBefore > 0 ? "toast.known" : "toast.first");
    }
}
