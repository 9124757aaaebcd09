package io.deskbell.source.xelion;

import io.deskbell.call.Call;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The agent's calls: all ends with one call id are one call, and the agent's own devices in it are one. Says what
 * changed. Bounded; not thread safe.
 */
final class OwnCalls {
    private static final int MOST = 100;
    /** The telephone system rings the agent's phone so soon after it was told to dial. */
    private static final Duration DIALLED = Duration.ofSeconds(15);

    /** The word of a transfer comes so long after the call came here at the most. */
    private static final Duration JUST_TAKEN = Duration.ofSeconds(5);

    /** Longer ago it was another call, which has the same id since Xelion was restarted. */
    private static final Duration MAY_COME_BACK = Duration.ofHours(1);

    private final Identity identity;
    private final Channels channels;
    private final NumberPlan plan;
    private final Colleagues colleagues;
    private final Map<String, OwnCall> calls = new LinkedHashMap<>();
    private final MeantCalls meant;
    /** Other ids under which a call goes on, with the one it began with. */
    private final Map<String, String> aliases = new LinkedHashMap<>();
    /** Over here, or given away and out of sight since: each may come back under the same id. */
    private final Map<String, OwnCall> over = new LinkedHashMap<>();
    /** Of an earlier run, by key: what was known of them then. */
    private final Map<String, Call> earlier = new LinkedHashMap<>();
    private Optional<String> dialled = Optional.empty();
    private Instant dialledAt = Instant.MIN;

    OwnCalls(Identity identity, Channels channels, NumberPlan plan) {
        this.identity = identity;
        this.channels = channels;
        this.plan = plan;
        this.colleagues = new Colleagues(identity, channels);
        this.meant = new MeantCalls(calls.values(), plan);
    }

    Collection<OwnCall> all() {
        return calls.values();
    }

    /**
     * The next call that rings at the agent's phone alone is the one that was dialled from here.
     *
     * @param number empty when dialling was refused: nothing is to be expected
     */
    void expect(String number, Instant at) {
        dialled = Optional.of(number).filter(text -> !text.isEmpty());
        dialledAt = at;
    }

    void takeUp(Collection<Call> leftOpen) {
        leftOpen.forEach(call -> earlier.put(call.key().value(), call));
    }

    /** Calls nobody took up again are over; one in which no other end shows is answered by the agent's picking up. */
    List<CallReport> passTime(Instant now) {
        List<CallReport> ended = new ArrayList<>();
        calls.values().stream().filter(call -> call.alone.filter(at -> !at.plus(XelionReading.GRACE).isAfter(now))
                .isPresent()).forEach(call -> ended.addAll(pickedUp(call)));
        calls.values().stream().filter(call -> call.gone.filter(at -> !at.plus(XelionReading.GRACE).isAfter(now))
                .isPresent()).sorted(Comparator.comparing(call -> call.gone.orElseThrow()))
                .toList().forEach(call -> ended.add(call.wordOfTransfer && call.answered
                        ? give(call, call.offeredTo, call.gone.orElseThrow()) : end(call)));
        return ended;
    }

    Optional<Instant> due() {
        return calls.values().stream().flatMap(call -> Stream.concat(call.gone.stream(), call.alone.stream()))
                .min(Comparator.naturalOrder()).map(at -> at.plus(XelionReading.GRACE));
    }

    private static List<CallReport> pickedUp(OwnCall call) {
        Instant at = call.alone.orElseThrow();
        call.alone = Optional.empty();
        call.answered = true;
        call.state = CallState.CONNECTED;
        return call.news(at).stream().toList();
    }

    /** An end of a call became another, or went. */
    void changed(Channel was, Optional<Channel> is, Instant at) {
        colleagues.note(was, is, at);
        boolean movedOn = is.filter(now -> !now.callId().equals(was.callId())).isPresent();
        if (!movedOn || !identity.owns(was)) return;
        OwnCall call = calls.get(primary(was.callId()));
        Optional<OwnCall> there = Optional.ofNullable(calls.get(is.get().callId()));
        if (call == null || there.filter(known -> !known.given).isPresent()) return;
        call.channelIds.remove(was.channelId());
        boolean toldOf = call.party instanceof Party.Outside || call.party instanceof Party.Withheld;
        if (there.isEmpty() && (toldOf || !call.answered)) {
            alias(is.get().callId(), call);
            return;
        }
        boolean internal = call.party.isColleague() || colleagues.at(was).isPresent();
        if (internal) colleagues.handsOver(is.get().callId(), colleagueOf(call, was), at);
    }

    /** What is new since the channels changed. */
    List<CallReport> settle(Instant at) {
        Map<String, List<Channel>> own = channels.all().stream()
                .filter(channel -> identity.owns(channel) && !channel.isListening()
                        && channel.progress() != Channel.Progress.OVER)
                .collect(Collectors.groupingBy(channel -> primary(channel.callId()), LinkedHashMap::new,
                        Collectors.toList()));
        List<CallReport> reports = new ArrayList<>();
        own.forEach((callId, mine) -> {
            OwnCall call = calls.get(callId);
            if (call == null && calls.size() >= MOST) return;
            if (call == null || call.given) {
                call = begin(callId, Optional.ofNullable(call), mine.getFirst(), at);
                if (call.wasHere) call.news(at).ifPresent(reports::add); // It rings first: else a late word.
            }
            move(call, mine, at);
        });
        for (OwnCall call : List.copyOf(calls.values())) {
            if (!own.containsKey(call.callId)) left(call, at).ifPresent(reports::add);
        }
        reports.addAll(news(at));
        return reports;
    }

    List<CallReport> news(Instant at) {
        return calls.values().stream().filter(call -> !call.given && call.gone.isEmpty())
                .flatMap(call -> call.news(at).stream()).toList();
    }

    /** All there are: those that may go on in a moment, too. */
    List<CallReport> asTheyAre(Instant at) {
        return calls.values().stream().filter(call -> !call.given).map(call -> call.report(call.state, at)).toList();
    }

    /** A call of the agent's was given away: by its id where one is named, else the one it can only be. */
    List<CallReport> transferred(Notification told, Instant at) {
        List<OwnCall> named = meant.named(told);
        boolean toTheAgent = named.stream().anyMatch(call -> call.from.isPresent()
                && at.isBefore(call.begun.plus(JUST_TAKEN)));
        if (toTheAgent) return List.of();
        Optional<OwnCall> given = meant.customers(named).or(() -> named.isEmpty() && !colleagues.areNamed(told)
                ? meant.customers(calls.values()) : Optional.empty());
        if (given.isEmpty()) {
            colleagues.handsOver(told, at);
            return List.of();
        }
        OwnCall call = given.get();
        call.wordOfTransfer = true; // It counts when a colleague has the call, or when it is gone from here.
        call.offeredTo = meant.consulted(call).or(() -> meant.numberIn(told));
        return settle(at);
    }

    private CallReport give(OwnCall call, Optional<Extension> to, Instant at) {
        boolean stillSeen = !othersIn(call).isEmpty();
        call.given = true;
        call.givenTo = to.or(() -> Optional.of(Transfer.SOMEBODY));
        call.gone = Optional.empty();
        if (!stillSeen) forget(call, at);
        return call.report(stillSeen ? CallState.CONNECTED : CallState.ENDED, at)
                .givenTo(call.givenTo.get(), stillSeen);
    }

    List<CallReport> missed(Notification told, Instant at) {
        List<OwnCall> rang = meant.named(told).stream().filter(call -> !call.answered).toList();
        rang.forEach(call -> {
            call.why = Optional.of(EndReason.NO_ANSWER);
            call.gone = Optional.of(call.gone.orElse(at));
        });
        return rang.stream().map(this::end).toList();
    }

    /** @param given the same call, which the agent gave away */
    private OwnCall begin(String callId, Optional<OwnCall> given, Channel mine, Instant at) {
        Optional<OwnCall> before = given.or(() -> Optional.ofNullable(over.remove(callId))
                .filter(call -> !at.isAfter(call.overAt.plus(MAY_COME_BACK))));
        OwnCall call = before.filter(known -> known.given).map(known -> comesBack(known, mine, at))
                .orElseGet(() -> begin(callId, mine, at));
        call.wasHere = before.isPresent();
        calls.put(callId, call);
        return call;
    }

    private OwnCall begin(String callId, Channel mine, Instant at) {
        OwnCall call = new OwnCall(callId, at);
        boolean fromHere = dialled.isPresent() && !at.isAfter(dialledAt.plus(DIALLED))
                && channels.of(callId).stream().allMatch(identity::owns);
        if (fromHere) {
            call.ringsBack = true;
            call.direction = Optional.of(Direction.OUTBOUND);
            call.learn(plan, dialled.get(), "");
            dialled = Optional.empty();
        } else if (mine.role().equals("CALLER") || mine.role().equals("CALLEE")) {
            call.direction = Optional.of(mine.isCaller() ? Direction.OUTBOUND : Direction.INBOUND);
        }
        call.from = colleagues.whoHad(callId, mine, at);
        Optional.ofNullable(earlier.remove(call.key.value())).ifPresent(call::wasKnownAs);
        return call;
    }

    /** Who gives it back is whoever has it, as far as is known: the one who was given it, if nothing else is. */
    private OwnCall comesBack(OwnCall given, Channel mine, Instant at) {
        OwnCall call = given.again(at);
        call.from = colleagues.whoHad(call.callId, mine, at).or(() -> given.givenTo);
        return call;
    }

    /** This report tells that a call which was over here is offered once more. */
    boolean isBack(CallReport report) {
        return report.state() == CallState.RINGING && calls.values().stream()
                .anyMatch(call -> call.wasHere && call.key.equals(report.key()));
    }

    private void move(OwnCall call, List<Channel> mine, Instant at) {
        call.gone = Optional.empty();
        if (call.away) call.stays();
        mine.forEach(channel -> call.channelIds.add(channel.channelId()));
        Channel furthest = mine.stream().max(Comparator.comparing(Channel::progress)).orElseThrow();
        List<Channel> others = othersIn(call);
        theirName(furthest, others).ifPresent(name -> call.name = name);
        call.otherSeen |= !others.isEmpty();
        boolean alone = call.ringsBack && !call.answered && !call.otherSeen && furthest.isConnected();
        call.alone = alone ? call.alone.or(() -> Optional.of(at)) : Optional.empty();
        call.state = state(call, furthest, others);
        call.answered |= call.state.isAnswered();
    }

    /** Of whoever is outside before a colleague's who is in the call too, or was. */
    private Optional<String> theirName(Channel furthest, List<Channel> others) {
        Optional<Channel> outside = others.stream().filter(other -> other.user().isEmpty()).findFirst();
        if (outside.isPresent()) return outside.map(Channel::name);
        return Stream.concat(others.stream(), Stream.of(furthest)).map(Channel::name)
                .filter(name -> !name.isEmpty() && !identity.isName(name)).findFirst();
    }

    /**
     * A phone that dials may be connected to the telephone system long before anybody answers, and one that was rung
     * for a number always is.
     */
    private static CallState state(OwnCall call, Channel furthest, List<Channel> others) {
        boolean nobodyYet = !call.answered && call.isOutbound() && (call.ringsBack || !others.isEmpty())
                && others.stream().noneMatch(other -> other.progress().compareTo(Channel.Progress.HELD) >= 0);
        CallState rings = call.isOutbound() && !call.isBack ? CallState.DIALING : CallState.RINGING;
        if (nobodyYet) return rings;
        return switch (furthest.progress()) {
            case CONNECTED -> CallState.CONNECTED;
            case HELD -> CallState.HELD;
            default -> call.answered ? call.state : rings;
        };
    }

    private List<Channel> othersIn(OwnCall call) {
        Stream<String> otherIds = aliases.entrySet().stream().filter(alias -> alias.getValue().equals(call.callId))
                .map(Map.Entry::getKey);
        return Stream.concat(Stream.of(call.callId), otherIds).flatMap(id -> channels.of(id).stream())
                .filter(channel -> !identity.owns(channel)).toList();
    }

    /** No device of the agent's is in the call now. */
    private Optional<CallReport> left(OwnCall call, Instant at) {
        List<Channel> others = othersIn(call);
        call.alone = Optional.empty();
        if (call.given) {
            if (!others.isEmpty()) return Optional.empty();
            forget(call, at);
            return Optional.of(call.report(CallState.ENDED, at));
        }
        if (call.isBack && !call.answered && !others.isEmpty()) return Optional.of(give(call, call.givenTo, at));
        call.away = true;
        List<Channel> beside = beside(call);
        boolean another = beside.stream().anyMatch(Channel::isConnected);
        if (call.answered && another) {
            return Optional.of(give(call, call.offeredTo.or(() -> meant.consulted(call)), at));
        }
        boolean waits = call.answered && (!beside.isEmpty() || others.stream().anyMatch(Channel::parked));
        if (waits) {
            call.wordOfTransfer = false; // Whoever is seen to be offered it will be seen to answer.
            call.state = CallState.HELD;
            call.gone = Optional.empty();
            return Optional.empty();
        }
        call.why = another ? Optional.of(EndReason.ANSWERED_ELSEWHERE) : Optional.empty();
        if (call.gone.isEmpty()) call.gone = Optional.of(at);
        return Optional.empty();
    }

    /** Colleagues on the agent's side of the call: offered it, or having it. */
    private List<Channel> beside(OwnCall call) {
        return othersIn(call).stream().filter(other -> !other.user().isEmpty() && !other.isListening()
                && other.isCaller() == call.isOutbound()).toList();
    }

    /** The line was down: what is not there now ended meanwhile, nobody knows when. */
    void dropLost() {
        List.copyOf(calls.values()).stream().filter(call -> call.gone.isPresent())
                .forEach(call -> forget(call, call.gone.orElseThrow()));
    }

    private CallReport end(OwnCall call) {
        Instant at = call.gone.orElseThrow();
        forget(call, at);
        CallReport report = call.report(CallState.ENDED, at);
        return call.why.map(report::because).orElse(report);
    }

    private void forget(OwnCall call, Instant at) {
        call.overAt = at;
        over.put(call.callId, call);
        if (over.size() > MOST) over.remove(over.keySet().iterator().next());
        calls.remove(call.callId, call);
        aliases.values().removeIf(call.callId::equals);
    }

    private void alias(String other, OwnCall call) {
        aliases.put(other, call.callId);
        call.aliases.add(OwnCall.keyOf(other, call.begun).value());
    }

    private String primary(String callId) {
        return aliases.getOrDefault(callId, callId);
    }

    private Extension colleagueOf(OwnCall call, Channel was) {
        if (call.party instanceof Party.Colleague colleague) return colleague.extension();
        return colleagues.at(was).orElse(Transfer.SOMEBODY);
    }
}
