package io.deskbell.source.asterisk;

import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How every call stands at every desk. A call goes on when an agent leaves it while the customer stays: then another
 * desk takes it (a transfer), the agent comes back, or it is over for the agent. Reports are handed out as they arise.
 * Not thread safe.
 */
final class CallBoard {
    /** So long a transfer may lag behind the hanging up of whoever made it. */
    static final Duration LAG = Duration.ofSeconds(2);

    private final ChannelNames names;
    private final Talks talks;
    private final Parties parties;
    private final List<Told> out = new ArrayList<>();
    private final Set<Talk> touched = new LinkedHashSet<>();
    /** The list of all channels is being taken: what it tells is told as a whole. */
    private boolean quiet;

    /** A report for one desk. */
    record Told(String extension, CallReport report) {
    }

    CallBoard(ChannelNames names, Talks talks, Parties parties) {
        this.names = names;
        this.talks = talks;
        this.parties = parties;
    }

    /** Something happened to this call. */
    void touch(Talk talk) {
        touched.add(talk);
    }

    /** Two calls turned out to be one, or became one. */
    void join(Talk one, Talk other, Instant at) {
        talks.join(one, other).ifPresent(joined -> {
            touched.remove(joined.lost());
            touch(joined.kept());
            List.copyOf(joined.lost().desks.values()).forEach(call -> {
                if (call.given) joined.kept().desks.putIfAbsent(call.extension, call);
                else over(call, call.answered ? EndReason.NORMAL : EndReason.TRANSFERRED, at);
            });
        });
    }

    /** The agent gave it away: {@code to} where nothing else of it is in sight. */
    void handedOn(Talk talk, String giver, Optional<String> to, Instant at) {
        talk.giver = Optional.of(giver);
        talk.inTransit = true;
        touch(talk);
        DeskCall call = talk.desks.get(giver);
        boolean blind = call != null && call.answered && !talks.isOutsideThere(talk)
                && call.told.filter(report -> !report.party().isColleague()).isPresent();
        if (blind) to.ifPresent(taker -> give(talk, call, taker, false, at));
    }

    /** What follows from all that was touched, and from the passing of time. */
    List<Told> settle(Instant at) {
        for (Talk talk : talks.all()) {
            if (touched.contains(talk) || isDue(talk, at)) review(talk, at);
        }
        touched.clear();
        List<Told> told = List.copyOf(out);
        out.clear();
        return told;
    }

    /** The same for all calls after a list of all channels, which tells what has begun. */
    List<Told> settleAll(Instant at) {
        quiet = true;
        talks.all().forEach(this::touch);
        List<Told> told = settle(at);
        quiet = false;
        return told;
    }

    /** An agent left and nobody knows yet what becomes of the call. */
    boolean isWaiting() {
        return talks.all().stream().flatMap(talk -> talk.desks.values().stream())
                .anyMatch(call -> call.leftAt.isPresent());
    }

    List<CallReport> callsOf(String extension, Instant at) {
        List<CallReport> reports = new ArrayList<>();
        for (Talk talk : talks.all()) {
            DeskCall call = talk.desks.get(extension);
            if (call != null && !call.given) call.told.map(report -> Parties.at(report, at)).ifPresent(reports::add);
        }
        return reports;
    }

    private static boolean isDue(Talk talk, Instant at) {
        return talk.desks.values().stream().anyMatch(call -> isDue(call, at));
    }

    private static boolean isDue(DeskCall call, Instant at) {
        return call.leftAt.filter(left -> !left.plus(LAG).isAfter(at)).isPresent();
    }

    private void review(Talk talk, Instant at) {
        Map<String, List<Channel>> legs = new LinkedHashMap<>();
        for (Channel channel : talk.channels) {
            if (channel.isPseudo()) continue;
            names.extensionOf(channel.name)
                    .ifPresent(extension -> legs.computeIfAbsent(extension, e -> new ArrayList<>()).add(channel));
        }
        boolean outside = talks.isOutsideThere(talk);
        talk.desks.values().stream()
                .filter(call -> outside && call.answered && !call.given && !legs.containsKey(call.extension))
                .findFirst().ifPresent(call -> talk.giver = Optional.of(call.extension));
        legs.forEach((extension, channels) -> stands(talk, extension, channels, at));
        for (DeskCall call : List.copyOf(talk.desks.values())) {
            if (!legs.containsKey(call.extension)) left(talk, call, legs, at);
        }
        talks.forgetIfOver(talk);
    }

    private void stands(Talk talk, String extension, List<Channel> legs, Instant at) {
        Channel leg = legs.stream().filter(Channel::isTalking).findFirst().orElse(legs.getFirst());
        Optional<CallState> state = state(legs, leg);
        DeskCall known = talk.desks.get(extension);
        if (state.isEmpty()) return;
        Parties.Seen seen = parties.of(talk, leg, extension);
        boolean nobody = state.get() == CallState.DIALING && !seen.party().isKnown();
        if (known == null && nobody) return; // A service's code, or a phone rung for what is dialled next.
        boolean isBack = known != null && known.given;
        boolean again = isBack || known == null && state.get().isAnswered() && talk.wasOver(extension);
        DeskCall call = isBack ? talk.beginAgain(known) : known == null ? talk.begin(extension) : known;
        if (again) ringsAgain(call, parties.report(talk, call, seen, CallState.RINGING, at));
        call.leftAt = Optional.empty();
        if (state.get().isAnswered() && !call.answered) talk.answered(call);
        CallState now = call.answered && state.get().isRinging() ? CallState.HELD : state.get();
        tell(call, parties.report(talk, call, seen, now, at));
    }

    private static Optional<CallState> state(List<Channel> legs, Channel leg) {
        if (leg.isTalking()) {
            boolean held = legs.stream().filter(Channel::isTalking).allMatch(one -> one.held);
            return Optional.of(held ? CallState.HELD : CallState.CONNECTED);
        }
        if (legs.stream().anyMatch(Channel::isRinging)) return Optional.of(CallState.RINGING);
        return leg.isOutgoing() ? Optional.of(CallState.DIALING) : Optional.empty();
    }

    /** Told although it may be answered by now, and whatever a list will tell: else it would be a late word. */
    private void ringsAgain(DeskCall call, CallReport ring) {
        call.told = Optional.of(ring);
        out.add(new Told(call.extension, ring));
    }

    private void left(Talk talk, DeskCall call, Map<String, List<Channel>> legs, Instant at) {
        boolean goesOn = talks.isOutsideThere(talk);
        boolean backInVain = goesOn && !call.given && !call.answered && call.givenTo.isPresent();
        if (backInVain) {
            given(call, call.givenTo.get(), true, at);
            return;
        }
        if (call.given || !call.answered || !goesOn) {
            if (call.given && goesOn) return;
            talk.end(call);
            over(call, call.answered ? EndReason.NORMAL : Causes.unanswered(call, isTaken(talk, call)), at);
            return;
        }
        Optional<String> taker = legs.entrySet().stream()
                .filter(desk -> desk.getValue().stream().anyMatch(Channel::isTalking))
                .map(Map.Entry::getKey).findFirst();
        if (taker.isPresent()) {
            give(talk, call, taker.get(), true, at);
        } else if (talk.inTransit) {
            call.leftAt = Optional.empty();
            call.told.ifPresent(report -> tell(call, Parties.at(report, at).in(CallState.HELD)));
        } else if (isDue(call, at)) {
            talk.giver = Optional.empty();
            leftToNobody(talk, call, at);
        } else if (call.leftAt.isEmpty()) {
            call.leftAt = Optional.of(at);
        }
    }

    /** It goes on without any desk, perhaps in a queue; whoever had given it to this one is told of its end, too. */
    private void leftToNobody(Talk talk, DeskCall call, Instant at) {
        talk.end(call);
        over(call, EndReason.NORMAL, at);
        gaveTo(talk, call.extension).forEach(giver -> leftToNobody(talk, giver, at));
    }

    private static List<DeskCall> gaveTo(Talk talk, String extension) {
        return talk.desks.values().stream()
                .filter(call -> call.given && call.givenTo.equals(Optional.of(extension))).toList();
    }

    private static boolean isTaken(Talk talk, DeskCall call) {
        return talk.desks.values().stream()
                .anyMatch(other -> other != call && other.isIn(CallState.CONNECTED) && other.leftAt.isEmpty());
    }

    private void give(Talk talk, DeskCall call, String to, boolean stillSeen, Instant at) {
        talk.inTransit = false;
        gaveTo(talk, call.extension).forEach(giver -> given(giver, to, stillSeen, at)); // Told by whoever had it first.
        given(call, to, stillSeen, at);
        if (!stillSeen) talk.desks.remove(call.extension);
    }

    private void given(DeskCall call, String to, boolean stillSeen, Instant at) {
        call.given = true;
        call.givenTo = Optional.of(to);
        call.leftAt = Optional.empty();
        CallReport last = call.told.orElseThrow();
        out.add(new Told(call.extension,
                Parties.at(last, at).in(CallState.CONNECTED).givenTo(new Extension(to), stillSeen)));
    }

    private void over(DeskCall call, EndReason why, Instant at) {
        boolean left = quiet && !call.given;
        if (call.told.isEmpty() || left) return; // Whatever is missing from a list has ended.
        out.add(new Told(call.extension, CallReport.of(call.told.get().key(), CallState.ENDED, at).because(why)));
    }

    private void tell(DeskCall call, CallReport report) {
        boolean same = call.told.filter(before -> Parties.at(before, report.at()).equals(report)).isPresent();
        call.told = Optional.of(report);
        if (!same && !quiet) out.add(new Told(call.extension, report));
    }

    /** Withheld counts: somebody is there. */
    static boolean isOutside(Party party) {
        return party instanceof Party.Outside || party instanceof Party.Withheld;
    }
}
