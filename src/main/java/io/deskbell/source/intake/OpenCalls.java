package io.deskbell.source.intake;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.TrackerLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the call each word is about. Where the phone has ids they decide; where it has none, the device, the number and
 * what the call is doing: two calls with one number at once cannot be told apart. Bounded; not thread safe.
 */
final class OpenCalls {
    private static final int MOST = 200;
    private static final Duration HANGING_UP = Duration.ofSeconds(5);
    /** A program that a phone starts for each word may be overtaken by the next one's for so long. */
    static final Duration STARTING = Duration.ofSeconds(1);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyMMdd-HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final NumberPlan plan;
    private final List<Open> open = new ArrayList<>();
    private final JustOver over = new JustOver();
    private final Overtaken overtaken = new Overtaken();
    private int made;
    private int begun;

    /** A call as far as it matters for finding it again. */
    private static final class Open {
        private final String device;
        private final CallKey key;
        private final Instant begunAt;
        private final List<String> ids = new ArrayList<>();
        /** Those of them by which a consultation was told before, as a call of its own. */
        private final Set<String> consultations = new HashSet<>();
        private Party party = Party.Unknown.NOBODY;
        private CallState state = CallState.RINGING;
        private Instant heardAt;
        private Optional<Direction> direction = Optional.empty();
        private Optional<Instant> answeredAt = Optional.empty();
        private boolean given;
        private final int number;
        /** Names of calls that were merged into this one, and when that was told: they are hung up of their own. */
        private final Map<String, Instant> merged = new HashMap<>();

        Open(String device, CallKey key, Instant begunAt, int number) {
            this.begunAt = begunAt;
            this.heardAt = begunAt;
            this.device = device;
            this.key = key;
            this.number = number;
        }

        boolean isColleagues() {
            return party.isColleague();
        }
    }

    OpenCalls(NumberPlan plan) {
        this.plan = plan;
    }

    List<CallReport> reports(Word word, Instant at) {
        if (word.whom() == Word.Whom.ALL) {
            List<Open> ending = open.stream().filter(call -> call.device.equals(word.device())).toList();
            return ending.stream().map(call -> told(call, word, at)).toList();
        }
        Party party = party(word, word.direction());
        boolean late = overtaken.isLate(word) || isRingOfAnAnswered(word, party, at);
        Optional<Open> known = (word.id().isPresent() ? byId(word, party)
                : word.state().isRinging() ? ringing(word, party, at) : byLooks(word, party))
                .map(call -> isConsultationAlone(call, word) ? customers(call, word, at) : call);
        if (late && !known.map(call -> isNewsAllTheSame(call, word)).orElse(isEnd(word))) {
            return List.of();
        }
        if (known.isEmpty() && word.whom() != Word.Whom.THIS) return List.of();
        boolean sure = known.filter(call -> isNamed(call, word) || call.party.isKnown() == party.isKnown()).isPresent();
        if (!sure && over.isMeantBy(word, party, known.isPresent(), at)) return List.of();
        Instant moment = word.moment().orElse(at);
        if (known.filter(call -> isHungUpAfterMerging(call, word, moment)).isPresent()) return List.of();
        boolean given = known.filter(call -> call.given).isPresent();
        if (given && word.whom() != Word.Whom.IF_KNOWN && isElsewhere(word)) return List.of();
        if (word.whom() == Word.Whom.ELSEWHERE) return List.of(elsewhere(known.get(), word, at));
        Optional<Open> consultation = consultation(word, known);
        List<CallReport> reports = new ArrayList<>();
        boolean isBack = known.filter(call -> isBack(call, word)).isPresent();
        CallReport told = told(known.orElseGet(() -> begin(word, at)), word, at);
        if (isBack) {
            known.get().given = false;
            reports.add(told.in(CallState.RINGING)); // Else the answer would be a late word about what it was.
        }
        if (!isBack || told.state() != CallState.RINGING) reports.add(told);
        consultation.ifPresent(call -> {
            open.remove(call);
            reports.add(CallReport.of(call.key, CallState.ENDED, at).because(EndReason.TRANSFERRED));
        });
        return reports;
    }

    /** It stops ringing here, or is the colleague's from now on to whom it was offered. */
    private CallReport elsewhere(Open call, Word word, Instant at) {
        boolean offered = !call.state.isRinging();
        return told(call, offered ? word.goingOn() : word.handed(Optional.empty(), Optional.empty()), at);
    }

    /** Given away, and at this desk once more. */
    private static boolean isBack(Open call, Word word) {
        boolean isHere = word.whom() == Word.Whom.THIS && word.to().isEmpty() && word.state() != CallState.ENDED
                && word.direction().equals(Optional.of(Direction.INBOUND));
        return call.given && isHere && call.key.scope() == CallKey.Scope.SHARED;
    }

    private static boolean isElsewhere(Word word) {
        return word.reason().equals(Optional.of(EndReason.ANSWERED_ELSEWHERE));
    }

    private static boolean isEnd(Word word) {
        return word.state() == CallState.ENDED && word.whom() != Word.Whom.ELSEWHERE;
    }

    /** Joined, two calls become one: the customer's goes on, under the consultation's id perhaps. */
    private Optional<Open> consultation(Word word, Optional<Open> customers) {
        if (word.merged().isEmpty() || customers.isEmpty()) return Optional.empty();
        return last(call -> call != customers.get() && isNamed(call, word));
    }

    /** The agent joined a call with this consultation, and we have not heard of that call. */
    private boolean isConsultationAlone(Open call, Word word) {
        return word.merged().isPresent() && word.to().isPresent() && call.isColleagues()
                && open.stream().filter(one -> isNamed(one, word)).count() == 1;
    }

    /** That call: the desk may know it from before a restart, or hear of it from another relay. */
    private Open customers(Open consultation, Word word, Instant at) {
        String name = word.id().filter(id -> !consultation.ids.contains(id)).or(word::merged).orElseThrow();
        Open call = new Open(word.device(), named(word, name), at, begun++);
        call.consultations.addAll(consultation.ids);
        return call;
    }

    /** What was merged is over as a call of its own, which is told a moment later and ends nothing else. */
    private static boolean isHungUpAfterMerging(Open call, Word word, Instant moment) {
        return isEnd(word) && word.id().map(call.merged::get)
                .filter(merged -> moment.isBefore(merged.plus(HANGING_UP))).isPresent();
    }

    /** A phone that takes a call by itself tells both at once, and nothing says which came first. */
    private boolean isRingOfAnAnswered(Word word, Party party, Instant at) {
        return word.id().isEmpty() && word.moment().isEmpty() && word.state().isRinging()
                && open.stream().filter(call -> isHere(call, word) && !isOtherWay(call, word))
                .filter(call -> party.isKnown() ? call.party.sameNumberAs(party) : !call.party.isKnown())
                .flatMap(call -> call.answeredAt.stream()).anyMatch(answer -> at.isBefore(answer.plus(STARTING)));
    }

    /** An end, the answer of a call that rings still, and another name of the call count however late they come. */
    private static boolean isNewsAllTheSame(Open call, Word word) {
        return isEnd(word) || word.state().isAnswered() && call.state.isRinging()
                || word.merged().filter(id -> !call.merged.containsKey(id)).isPresent();
    }

    private static boolean isNamed(Open call, Word word) {
        return word.id().filter(call.ids::contains).isPresent()
                || word.merged().filter(call.ids::contains).isPresent();
    }

    private CallReport told(Open call, Word word, Instant at) {
        for (Optional<String> id : List.of(word.id(), word.merged())) {
            id.filter(other -> !call.ids.contains(other)).ifPresent(call.ids::add);
        }
        call.direction = call.direction.or(word::direction);
        Party party = party(word, call.direction);
        if (party.isKnown()) call.party = party;
        word.merged().ifPresent(id -> call.merged.putIfAbsent(id, word.moment().orElse(at)));
        word.id().ifPresent(call.merged::remove);
        boolean ringsAnew = word.id().isPresent() && word.state().isRinging() && call.state.isAnswered();
        if (word.state() == CallState.ENDED) over.add(justOver(call, word, at));
        if (!ringsAnew) call.state = word.state();
        call.heardAt = at;
        if (call.state.isAnswered()) call.answeredAt = call.answeredAt.or(() -> Optional.of(at));
        call.given |= word.to().isPresent();
        open.remove(call);
        if (word.state() != CallState.ENDED) open.add(call); // The latest spoken of is the last.
        return report(call, word, party, at);
    }

    private static JustOver.Call justOver(Open call, Word end, Instant at) {
        return new JustOver.Call(call.device, List.copyOf(call.ids), call.party, call.direction, call.begunAt,
                call.answeredAt, call.state, end.reason(), at);
    }

    private CallReport report(Open call, Word word, Party party, Instant at) {
        CallReport report = CallReport.of(call.key, word.state(), at).with(party);
        report = call.direction.map(report::going).orElse(report);
        for (String id : call.ids) {
            boolean isName = call.key.scope() != CallKey.Scope.REUSED && !call.consultations.contains(id);
            if (isName) report = report.also(id);
        }
        boolean inbound = call.direction.filter(way -> way == Direction.INBOUND).isPresent();
        Optional<PhoneNumber> dialled = inbound ? plan.number(word.local()) : Optional.empty();
        report = dialled.map(report::dialled).orElse(report);
        report = word.reason().map(report::because).orElse(report);
        report = word.filter().map(report::filteredBy).orElse(report);
        report = word.from().map(Extension::new).map(report::handedOverBy).orElse(report);
        boolean goesOn = word.state() != CallState.ENDED;
        CallReport whole = report;
        return word.to().map(Extension::new).map(to -> whole.givenTo(to, goesOn)).orElse(whole);
    }

    /**
     * Of two that were merged the customer's, whichever name survives; where both are, the one that was first. A call
     * whose id comes only now is the one with the same number that has none yet.
     */
    private Optional<Open> byId(Word word, Party party) {
        return open.stream().filter(call -> isNamed(call, word))
                .min(Comparator.comparing(Open::isColleagues).thenComparing(call -> call.number))
                .or(() -> last(call -> isHere(call, word) && call.ids.isEmpty() && isAlike(call, word, party)));
    }

    /** Two rings without a number are one that is told twice, if they come at once. None goes on for ever. */
    private Optional<Open> ringing(Word word, Party party, Instant at) {
        return last(call -> isHere(call, word) && call.state.isRinging() && !isOtherWay(call, word)
                && at.isBefore(call.heardAt.plus(TrackerLimits.USUAL.ring()))
                && (party.isKnown() ? call.party.sameNumberAs(party)
                : !call.party.isKnown() && at.isBefore(call.begunAt.plus(STARTING))));
    }

    /** Of that number before one whose number nobody knows; where a number would stand and does not, one without. */
    private Optional<Open> byLooks(Word word, Party party) {
        Predicate<Open> alike = call -> isHere(call, word) && isAlike(call, word, party);
        Predicate<Open> same = call -> party.isKnown() ? call.party.sameNumberAs(party)
                : word.numbered() && !call.party.isKnown();
        return byLooks(word, alike.and(same))
                .or(() -> byLooks(word, alike));
    }

    /** Where a reason is told the call was missed, refused or busy: one that rings still. */
    private Optional<Open> byLooks(Word word, Predicate<Open> alike) {
        Optional<Open> likely = switch (word.state()) {
            case CONNECTED -> last(alike.and(call -> call.state == CallState.HELD))
                    .or(() -> last(alike.and(call -> call.state.isRinging())));
            default -> last(alike.and(call -> word.reason().isPresent() ? call.state.isRinging()
                    : call.state == CallState.CONNECTED));
        };
        return likely.or(() -> last(alike));
    }

    /** Where the word tells a number the call must have it, unless nobody knows the call's yet. */
    private static boolean isAlike(Open call, Word word, Party party) {
        if (isOtherWay(call, word)) return false;
        return !party.isKnown() || !call.party.isKnown() || call.party.sameNumberAs(party);
    }

    private static boolean isOtherWay(Open call, Word word) {
        return call.direction.isPresent() && word.direction().isPresent() && !call.direction.equals(word.direction());
    }

    private static boolean isHere(Open call, Word word) {
        return call.device.equals(word.device());
    }

    private Optional<Open> last(Predicate<Open> wanted) {
        return open.reversed().stream().filter(wanted).findFirst();
    }

    private Open begin(Word word, Instant at) {
        Open call = new Open(word.device(), word.id().map(id -> named(word, id)).orElseGet(() -> made(word, at)),
                at, begun++);
        if (open.size() >= MOST) open.removeFirst();
        return call;
    }

    private static CallKey named(Word word, String id) {
        return new CallKey(word.scope() == CallKey.Scope.REUSED ? word.device() + "-" + id : id, word.scope());
    }

    /** Of the device and the moment, and not of the number: ids are logged. */
    private CallKey made(Word word, Instant at) {
        String device = word.device().replaceAll("[^A-Za-z0-9.:-]", "");
        made = (made + 1) % 1_000;
        return CallKey.leg(device + "-" + STAMP.format(at) + "-" + made);
    }

    private Party party(Word word, Optional<Direction> direction) {
        if (word.remote().isEmpty()) return new Party.Unknown(word.name());
        boolean outbound = direction.filter(way -> way == Direction.OUTBOUND).isPresent();
        return outbound ? plan.dialled(word.remote(), word.name()) : plan.caller(word.remote(), word.name());
    }
}
