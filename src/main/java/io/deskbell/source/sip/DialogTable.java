package io.deskbell.source.sip;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.source.sip.DialogInfo.Dialog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of one line, put together from its dialogs: by Call-ID where there is a real one, else by dialog id, else
 * by what {@link PseudoLine} makes of a line that is only free, ringing or busy. Bounded; not thread safe.
 */
final class DialogTable {
    private static final int MOST_CALLS = 300;
    private static final int MOST_LINES = 20;
    /** An id shorter than this cannot be unique for long. */
    private static final int SHORTEST_UNIQUE = 10;

    private final WatchedLine line;
    private final DialogParties parties;
    private final Map<String, SeenCall> calls = new LinkedHashMap<>();
    private final Map<String, PseudoLine> lines = new LinkedHashMap<>();
    private final FullDocuments documents = new FullDocuments();
    private boolean inDoubt;
    /** Sets the names we make up apart from those of an earlier run, whose calls may be known still. */
    private String run = "";

    DialogTable(NumberPlan plan, WatchedLine line) {
        this.line = line;
        this.parties = new DialogParties(plan, line);
    }

    /** There is no call at all. */
    void clear() {
        calls.values().forEach(SeenCall::missing);
        lines.values().forEach(PseudoLine::clear);
    }

    /** The last document may hide what became of the calls: asking for the state tells. */
    boolean isInDoubt() {
        return inDoubt;
    }

    /**
     * @param whole these are all dialogs of the line; then all calls that live are reported, else only those named
     * @param first of a subscription: what ended before it has not ended now, and is left out
     */
    List<CallReport> take(List<Dialog> dialogs, boolean whole, boolean first, Instant at) {
        inDoubt = whole && !first && isAboutOneOfSeveral(dialogs);
        if (run.isEmpty()) run = line + "/" + Long.toString(at.getEpochSecond(), 36);
        Set<SeenCall> named = new LinkedHashSet<>();
        Set<PseudoLine> namedLines = new LinkedHashSet<>();
        for (Dialog dialog : dialogs) {
            if (isPseudo(dialog)) pseudo(dialog, named, namedLines);
            else follow(dialog, at).ifPresent(named::add);
        }
        documents.saw(dialogs, whole);
        if (whole) settle(dialogs, named, namedLines, first);
        List<CallReport> reports = new ArrayList<>();
        if (!first) named.stream().filter(SeenCall::isOver).forEach(call -> reports.add(call.report(at)));
        (whole ? living() : named.stream().filter(call -> !call.isOver()).toList())
                .forEach(call -> reports.add(first ? call.report(at).also(call.firstUuid()) : call.report(at)));
        return reports;
    }

    private void pseudo(Dialog dialog, Set<SeenCall> named, Set<PseudoLine> namedLines) {
        String id = cut(dialog.id());
        if (!lines.containsKey(id) && lines.size() >= MOST_LINES) return;
        PseudoLine pseudo = lines.computeIfAbsent(id, i -> new PseudoLine(run + "/" + lines.size(), parties));
        namedLines.add(pseudo);
        named.addAll(pseudo.take(dialog));
    }

    private Optional<SeenCall> follow(Dialog dialog, Instant at) {
        String group = groupOf(dialog);
        SeenCall call = calls.get(group);
        if (call == null || call.isOver()) {
            if (isNoBeginning(dialog, Optional.ofNullable(call)) || living().size() >= MOST_CALLS) {
                return Optional.empty();
            }
            call = begin(group, dialog, call == null ? 0 : call.generation() + 1);
        }
        learn(call, dialog);
        if (inDoubt && isAnsweredBesideAnother(dialog, call) && !call.isBelieved(at)) return Optional.of(call);
        String leg = cut(dialog.id());
        call.leg(leg, stateOf(dialog, call, leg));
        if (call.isOver()) call.because(DialogEnd.reason(dialog, call.wasAnswered()));
        return Optional.of(call);
    }

    /** An old dialog still shown, one that says nothing, or a late word about a call that was told to be over. */
    private static boolean isNoBeginning(Dialog dialog, Optional<SeenCall> before) {
        if (dialog.isTerminated() || dialog.state().isEmpty()) return true;
        return before.filter(call -> !call.wentMissing() && call.hasLeg(cut(dialog.id())) && dialog.isConfirmed()
                && dialog.hasCallId()).isPresent();
    }

    private SeenCall begin(String group, Dialog dialog, int generation) {
        boolean unique = dialog.hasCallId() || group.length() >= SHORTEST_UNIQUE;
        String name = generation == 0 ? group : group + "/" + generation;
        SeenCall call = new SeenCall(unique ? CallKey.leg(name) : CallKey.reused(run + "/" + name), generation);
        calls.remove(group);
        calls.put(group, call);
        forgetOldest();
        return call;
    }

    private void forgetOldest() {
        if (calls.size() <= MOST_CALLS) return;
        calls.entrySet().stream().filter(entry -> entry.getValue().isOver()).map(Map.Entry::getKey).findFirst()
                .ifPresent(calls::remove);
    }

    private void learn(SeenCall call, Dialog dialog) {
        call.learn(parties.other(dialog), dialog.direction(), parties.dialledByCustomer(dialog));
        parties.referredBy(dialog).ifPresent(call::handedOverBy);
        if (dialog.replaces().isEmpty() || call.party().isColleague()) return;
        // RFC 4235 §4.1.4: the customer took the place of the colleague we were talking to.
        Optional.ofNullable(calls.get(cut(dialog.replaces()))).map(SeenCall::party)
                .filter(Party.Colleague.class::isInstance)
                .ifPresent(party -> call.handedOverBy(((Party.Colleague) party).extension()));
    }

    private CallState stateOf(Dialog dialog, SeenCall call, String leg) {
        if (dialog.isTerminated()) return CallState.ENDED;
        boolean answered = dialog.isConfirmed() || call.legWasAnswered(leg);
        if (answered) return parties.isHeld(dialog) ? CallState.HELD : CallState.CONNECTED;
        return call.isOutbound() ? CallState.DIALING : CallState.RINGING;
    }

    /** What a whole document does not name is over, but see {@link FullDocuments}. */
    private void settle(List<Dialog> dialogs, Set<SeenCall> named, Set<PseudoLine> namedLines, boolean first) {
        List<String> legs = dialogs.stream().map(dialog -> cut(dialog.id())).toList();
        calls.values().stream().filter(named::contains).filter(call -> !call.isOver())
                .forEach(call -> call.onlyLegs(legs));
        lines.values().stream().filter(pseudo -> !namedLines.contains(pseudo)).forEach(PseudoLine::clear);
        if (!first && documents.leavesOut(dialogs)) return;
        calls.values().stream().filter(call -> !named.contains(call)).forEach(SeenCall::missing);
    }

    private boolean isAboutOneOfSeveral(List<Dialog> dialogs) {
        if (!documents.isEvent(dialogs) || isPseudo(dialogs.getFirst())) return false;
        SeenCall own = calls.get(groupOf(dialogs.getFirst()));
        return living().stream().anyMatch(call -> call != own);
    }

    /**
     * FreeSWITCH says "confirmed" of a call that ended while another one goes on. Nobody talks to two at a time, so it
     * is believed of a second call only when the first is on hold, or when it is still said after we asked.
     */
    private boolean isAnsweredBesideAnother(Dialog dialog, SeenCall call) {
        return dialog.isConfirmed() && !call.wasAnswered() && !call.isOutbound() && living().stream()
                .anyMatch(other -> other != call && other.state() == CallState.CONNECTED);
    }

    private List<SeenCall> living() {
        List<SeenCall> living = new ArrayList<>(calls.values());
        lines.values().forEach(pseudo -> living.addAll(pseudo.calls()));
        living.removeIf(SeenCall::isOver);
        return living;
    }

    /** Asterisk: the dialog is the line itself, with the extension for an id, for ever. */
    private boolean isPseudo(Dialog dialog) {
        if (dialog.callId().startsWith(Dialog.PICKUP)) return true;
        if (dialog.hasCallId()) return false;
        String id = cut(dialog.id());
        if (!id.isEmpty() && !line.isMeant(id)) return false;
        return calls.values().stream().noneMatch(call -> !call.isOver() && call.hasLeg(id));
    }

    private String groupOf(Dialog dialog) {
        String id = cut(dialog.id());
        String callId = cut(dialog.callId());
        if (dialog.hasCallId()) {
            boolean knownById = !calls.containsKey(callId) && !id.isEmpty() && calls.containsKey(id)
                    && !calls.get(id).isOver();
            return knownById ? id : callId;
        }
        return calls.entrySet().stream()
                .filter(entry -> !entry.getValue().isOver() && entry.getValue().hasLeg(id))
                .map(Map.Entry::getKey).findFirst().orElse(id);
    }

    /** As {@link CallKey} would have it. */
    private static String cut(String name) {
        String one = name.replaceAll("[\\s\\p{Cntrl}]+", "");
        return one.length() <= 200 ? one : one.substring(0, 200);
    }
}
