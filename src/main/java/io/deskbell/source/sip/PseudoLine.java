package io.deskbell.source.sip;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallState;
import io.deskbell.source.sip.DialogInfo.Dialog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A line that shows one dialog for all its calls, as Asterisk's do: free, ringing or busy, and the caller only while it
 * rings. Calls are told apart by what the line does: it was free before a new call, and it rings while it is busy when
 * there is a second one. Not thread safe.
 */
final class PseudoLine {
    private static final String LEG = "";

    private final String name;
    private final DialogParties parties;
    private final List<SeenCall> calls = new ArrayList<>();
    private int counter;
    private boolean tellsHold;
    private boolean heldBeforeRinging;
    private boolean heldSinceRinging;

    /** @param name unique for this line and this run of the program */
    PseudoLine(String name, DialogParties parties) {
        this.name = name;
        this.parties = parties;
    }

    List<SeenCall> calls() {
        return List.copyOf(calls);
    }

    void clear() {
        calls.forEach(SeenCall::missing);
        calls.clear();
    }

    /** Returns the calls that the word is about, those that it ended among them. */
    Set<SeenCall> take(Dialog dialog) {
        boolean held = parties.isHeld(dialog);
        tellsHold |= held;
        Set<SeenCall> meant = new LinkedHashSet<>();
        if (dialog.isTerminated()) meant.addAll(allEnded(dialog));
        else if (dialog.isConfirmed()) meant.addAll(busy(dialog, held));
        else if (!dialog.state().isEmpty()) meant.add(rings(dialog, held));
        return meant;
    }

    private List<SeenCall> allEnded(Dialog dialog) {
        List<SeenCall> ended = List.copyOf(calls);
        ended.forEach(call -> end(call, dialog));
        return ended;
    }

    private void end(SeenCall call, Dialog dialog) {
        call.because(DialogEnd.reason(dialog, call.wasAnswered()));
        call.leg(LEG, CallState.ENDED);
        calls.remove(call);
    }

    /** It rings: the call that rang before, or another one beside those that were answered. */
    private SeenCall rings(Dialog dialog, boolean held) {
        Optional<SeenCall> before = ringing();
        if (before.isEmpty()) {
            heldBeforeRinging = calls.stream().anyMatch(call -> call.state() == CallState.HELD);
            heldSinceRinging = false;
        }
        heldSinceRinging |= held;
        SeenCall call = before.orElseGet(this::begin);
        learn(call, dialog);
        call.leg(LEG, call.isOutbound() ? CallState.DIALING : CallState.RINGING);
        return call;
    }

    private List<SeenCall> busy(Dialog dialog, boolean held) {
        List<SeenCall> answered = calls.stream().filter(SeenCall::wasAnswered).toList();
        Optional<SeenCall> ringing = ringing();
        if (ringing.isPresent() && !answered.isEmpty()) return beside(answered, ringing.get(), dialog, held);
        if (calls.isEmpty()) begin();
        // Of two answered calls one is always held, and nothing tells which.
        if (calls.size() == 1) calls.getFirst().leg(LEG, held ? CallState.HELD : CallState.CONNECTED);
        learn(calls.getLast(), dialog);
        return List.copyOf(calls);
    }

    /**
     * It rang beside an answered call and rings no more: the second was answered, or it gave up. Where holding is told,
     * answering it had to put the first one on hold. Where it is not, losing a call would be worse than counting one
     * too many.
     */
    private List<SeenCall> beside(List<SeenCall> answered, SeenCall second, Dialog dialog, boolean held) {
        List<SeenCall> meant = List.copyOf(calls);
        boolean gaveUp = tellsHold && (heldBeforeRinging ? held : !held && !heldSinceRinging);
        if (gaveUp) end(second, dialog);
        else second.leg(LEG, CallState.CONNECTED);
        boolean firstHeld = heldBeforeRinging || !gaveUp && tellsHold;
        answered.forEach(call -> call.leg(LEG, firstHeld ? CallState.HELD : CallState.CONNECTED));
        return meant;
    }

    private Optional<SeenCall> ringing() {
        return calls.stream().filter(call -> !call.wasAnswered()).findFirst();
    }

    private SeenCall begin() {
        counter++;
        SeenCall call = new SeenCall(CallKey.reused(name + "/" + counter), 0);
        calls.add(call);
        return call;
    }

    private void learn(SeenCall call, Dialog dialog) {
        call.learn(parties.other(dialog), dialog.direction(), parties.dialledByCustomer(dialog));
    }
}
