package io.deskbell.source.tapi;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Translator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes reports of what TAPI tells of calls, live or from a tape, and mends what drivers do: one call split over two
 * handles, ids that are 0 or used again, ends that are told half or not at all. Not thread safe.
 */
public final class TapiTranslator implements Translator {
    /** Which line it is, all calls there are, what was heard of one, and that nothing came for a moment. */
    public static final List<String> KINDS = List.of("tapi-line", "tapi-calls", "tapi-call", "tapi-quiet");

    /** What a driver tears apart it puts together again within this time. */
    static final Duration SPLIT = Duration.ofMillis(400);
    private static final int MOST = 200;
    /** Digits in runs of six at the most: the log takes longer ones for telephone numbers. */
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyMMdd-HHmmss.SSS").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneOffset.UTC);

    private final Addresses addresses;
    private final Map<Integer, Story> byHandle = new LinkedHashMap<>();
    /** What went on when the line was lost, until it is known what goes on. */
    private final List<Story> before = new ArrayList<>();
    private boolean sharedIds;

    public TapiTranslator(NumberPlan plan) {
        this.addresses = new Addresses(plan);
    }

    /** Handles of before mean nothing any more; the calls may go on under others. */
    @Override
    public void lineUp() {
        byHandle.values().stream().distinct().filter(story -> story.told && !story.over).forEach(before::add);
        byHandle.clear();
    }

    @Override
    public boolean came(String kind, String text, Instant at, PhoneListener listener) throws InterruptedException {
        switch (kind) {
            case "tapi-line" -> sharedIds = LineWords.hasSharedIds(text);
            case "tapi-calls" -> there(LineWords.read(text), at, listener);
            case "tapi-call" -> {
                for (CallWord word : LineWords.read(text)) heard(word, at, listener);
            }
            case "tapi-quiet" -> quiet(at, listener);
            default -> throw new IllegalArgumentException(kind + ": not one of " + String.join(", ", KINDS));
        }
        return false;
    }

    /** All calls there are. */
    void there(List<CallWord> words, Instant at, PhoneListener listener) throws InterruptedException {
        Set<CallKey> wentOn = before.stream().map(story -> story.key).collect(Collectors.toSet());
        List<CallReport> reports = new ArrayList<>();
        words.stream().sorted(Comparator.comparing(word -> distinctness(word, at)))
                .forEach(word -> take(word, at).ifPresent(reports::add));
        before.clear();
        for (CallReport report : reports) { // Why it is over the snapshot could not tell.
            if (report.state() == CallState.ENDED && wentOn.contains(report.key())) listener.report(report);
        }
        listener.snapshot(reports.stream().filter(report -> report.state() != CallState.ENDED).toList(), at);
    }

    /** Which says best what call it is comes first, or another would be taken for that one. */
    private int distinctness(CallWord word, Instant at) {
        Story story = new Story(word.call(), key(word, at));
        learn(story, word);
        if (before.stream().anyMatch(older -> older.hasIdOf(story))) return 0;
        return Story.isNamed(story.party) ? 1 : 2;
    }

    void heard(CallWord word, Instant at, PhoneListener listener) throws InterruptedException {
        quiet(at, listener);
        Optional<CallReport> report = take(word, at);
        if (report.isPresent()) listener.report(report.get());
    }

    /** Tells the ends that were held back. */
    void quiet(Instant at, PhoneListener listener) throws InterruptedException {
        List<Story> due = byHandle.values().stream().distinct()
                .filter(story -> story.endsAt.filter(end -> !end.isAfter(at)).isPresent()).toList();
        for (Story story : due) {
            Optional<CallReport> report = end(story, story.endsAt.orElseThrow());
            forget(story);
            if (report.isPresent()) listener.report(report.get());
        }
    }

    /** When something is to be told, if nothing is heard before. */
    Optional<Instant> nextDue() {
        return byHandle.values().stream().flatMap(story -> story.endsAt.stream()).min(Comparator.naturalOrder());
    }

    /** Something may still be told under this handle. */
    boolean knows(int handle) {
        return byHandle.containsKey(handle);
    }

    private Optional<CallReport> take(CallWord word, Instant at) {
        boolean idle = word.is(Tapi.State.IDLE);
        Story story = byHandle.get(word.call());
        if (story == null && (idle || byHandle.size() >= MOST)) return Optional.empty();
        if (story == null) {
            story = new Story(word.call(), key(word, at));
            byHandle.put(word.call(), story);
        }
        if (story.current != word.call()) { // Goes on under another handle.
            if (idle) byHandle.remove(word.call());
            return Optional.empty();
        }
        learn(story, word);
        if (!story.begun && word.state() == 0) return Optional.empty(); // The state comes next.
        if (!story.begun && !idle) story = begin(story, word, at);
        return moved(story, word, at);
    }

    private void learn(Story story, CallWord word) {
        word.info().ifPresent(info -> story.info = Optional.of(info));
        if (story.direction.isEmpty()) story.direction = CallWords.direction(story.info, word.state());
        CallInfo info = story.info.orElse(null);
        if (info == null) return;
        Party party = party(story, info);
        boolean more = Story.isNamed(party) || !story.party.isKnown() && (party.isKnown() || !party.name().isEmpty());
        if (more) story.party = party;
    }

    /** A new call, or another one that goes on under this handle. */
    private Story begin(Story fresh, CallWord word, Instant at) {
        boolean answered = CallWords.state(word).filter(CallState::isAnswered).isPresent();
        Optional<Story> older = fresh.isBridge() ? Optional.empty()
                : lost(fresh, word, at).or(() -> answered ? tornFrom(fresh) : repeated(fresh));
        fresh.begun = true;
        if (sharedIds) fresh.info.filter(info -> info.id() != 0).ifPresent(info -> fresh.key = shared(info, at));
        if (older.isEmpty()) return fresh;
        Story one = older.get();
        one.handles.add(fresh.current);
        one.current = fresh.current;
        one.endsAt = Optional.empty();
        byHandle.put(fresh.current, one);
        learn(one, new CallWord(word.kind(), word.call(), word.state(), 0, 0, fresh.info));
        return one;
    }

    /** The same under its handle of before the line was lost; else it would be answered, and opened, once more. */
    private Optional<Story> lost(Story fresh, CallWord word, Instant at) {
        boolean notHere = CallWords.isElsewhere(word)
                || CallWords.state(word).filter(CallState::isRinging).isPresent();
        List<Story> likely = before.stream().filter(story -> story.mayBe(fresh) && !(story.answered && notHere)
                && !(sharedIds && story.hasOtherIdThan(fresh)) && !story.isGivenUp(at)).toList();
        Optional<Story> found = likely.stream().filter(story -> story.hasIdOf(fresh)).findFirst()
                .or(() -> likely.stream().filter(story -> Story.isNamed(fresh.party)
                        && story.party.sameNumberAs(fresh.party)).findFirst())
                .or(() -> before.size() == 1 ? likely.stream().findFirst() : Optional.empty());
        found.ifPresent(before::remove);
        return found;
    }

    /** What rang and is now connected under another handle: by its ids, its number, or because nothing else rings. */
    private Optional<Story> tornFrom(Story fresh) {
        List<Story> live = byHandle.values().stream().distinct().filter(story -> story != fresh && !story.over
                && story.begun && story.mayBe(fresh)).toList();
        List<Story> ringing = live.stream().filter(Story::rings).toList();
        return ringing.stream().filter(story -> story.isNamedWith(fresh)).findFirst()
                .or(() -> ringing.stream().filter(story -> Story.isNamed(fresh.party)
                        && story.party.sameNumberAs(fresh.party)).findFirst())
                .or(() -> ringing.size() == 1 ? Optional.of(ringing.getFirst()) : Optional.empty())
                .or(() -> live.stream().filter(story -> story.hasIdOf(fresh) && story.party.isKnown()
                        && story.party.sameNumberAs(fresh.party)).findFirst());
    }

    /** What rings and is heard to ring again, under another handle, by the same id. */
    private Optional<Story> repeated(Story fresh) {
        return byHandle.values().stream().filter(story -> story != fresh && story.rings() && story.hasIdOf(fresh)
                && story.mayBe(fresh)).findFirst();
    }

    private Optional<CallReport> moved(Story story, CallWord word, Instant at) {
        if (story.isBridge()) {
            if (word.is(Tapi.State.IDLE)) forget(story);
            return Optional.empty();
        }
        story.hint = CallWords.hint(word).or(() -> story.hint);
        if (word.is(Tapi.State.IDLE)) return idle(story, at);
        if (word.is(Tapi.State.DISCONNECTED)) return end(story, at);
        boolean elsewhere = CallWords.isElsewhere(word) && !story.answered;
        if (elsewhere) {
            story.hint = Optional.of(EndReason.ANSWERED_ELSEWHERE);
            return end(story, at);
        }
        Optional<CallState> state = CallWords.state(word);
        if (story.over && state.isEmpty()) return Optional.empty();
        if (story.over) again(story, word, at);
        state.ifPresent(now -> story.state = now);
        if (story.state.isAnswered() && !story.answered) answered(story);
        boolean nothingDialled = story.state == CallState.DIALING && !story.party.isKnown() && !story.told;
        if (nothingDialled) return Optional.empty(); // The handset is off the hook, no more.
        return Optional.of(report(story, story.state, at));
    }

    /** Taken back from the desk that had it. */
    private static void again(Story story, CallWord word, Instant at) {
        story.key = key(word, at);
        story.over = false;
        story.told = false;
        story.hint = Optional.empty();
    }

    private static void answered(Story story) {
        story.answered = true;
        story.hint = Optional.empty();
        story.connectedThen = story.info.map(CallInfo::connected).orElse(PartyId.NOBODY);
        story.redirectionThen = story.info.map(CallInfo::redirection).orElse(PartyId.NOBODY);
    }

    private Optional<CallReport> idle(Story story, Instant at) {
        boolean mayGoOn = story.rings() && story.told && story.state == CallState.RINGING && story.hint.isEmpty();
        if (mayGoOn) {
            story.endsAt = Optional.of(at.plus(SPLIT));
            return Optional.empty();
        }
        Optional<CallReport> report = end(story, at);
        forget(story);
        return report;
    }

    private Optional<CallReport> end(Story story, Instant at) {
        boolean said = story.over;
        story.over = true;
        story.endsAt = Optional.empty();
        if (said || !story.told && !story.party.isKnown()) return Optional.empty();
        CallReport report = report(story, CallState.ENDED, at);
        report = story.hint.filter(why -> !story.answered).map(report::because).orElse(report);
        CallReport over = report;
        return Optional.of(givenTo(story).map(to -> over.givenTo(to, false)).orElse(over));
    }

    /** The switch sent the answered call on to a colleague, and said so. */
    private Optional<Extension> givenTo(Story story) {
        if (!story.answered) return Optional.empty();
        return story.info.map(CallInfo::redirection).filter(to -> !to.number().isEmpty()
                && !to.number().equals(story.redirectionThen.number())).flatMap(addresses::colleague);
    }

    private void forget(Story story) {
        byHandle.values().removeIf(other -> other == story);
    }

    private CallReport report(Story story, CallState state, Instant at) {
        if (!story.told) story.begunAt = at;
        story.told = true;
        story.toldAt = at;
        CallReport report = CallReport.of(story.key, state, at).with(story.party);
        report = story.direction.map(report::going).orElse(report);
        if (story.info.isEmpty()) return report;
        CallInfo info = story.info.get();
        boolean inbound = story.direction.filter(Direction.INBOUND::equals).isPresent();
        if (inbound) report = CallWords.dialled(info, addresses).map(report::dialled).orElse(report);
        boolean handedOver = inbound && info.is(Tapi.Reason.TRANSFER);
        return handedOver ? addresses.colleague(info.redirecting()).map(report::handedOverBy).orElse(report) : report;
    }

    private Party party(Story story, CallInfo info) {
        boolean outbound = story.direction.filter(Direction.OUTBOUND::equals).isPresent();
        if (outbound) {
            Party connected = addresses.dialled(info.connected());
            return story.answered && connected.isKnown() ? connected : addresses.dialled(info.called());
        }
        Party caller = addresses.caller(info.caller(), info.isFrom(Tapi.Origin.INTERNAL));
        boolean news = story.answered && caller.isColleague()
                && !info.connected().number().equals(story.connectedThen.number())
                && !info.connected().number().equals(info.called().number());
        if (!news) return caller;
        Party customer = addresses.caller(info.connected(), false);
        return customer.outsideNumber().isPresent() ? customer : caller;
    }

    private static CallKey shared(CallInfo info, Instant at) {
        return CallKey.shared("tapi-" + DAY.format(at) + "-" + Tapi.hex(info.id()));
    }

    /** The moment comes behind it once more: with dashes only in between, the log takes it for a telephone number. */
    private static CallKey key(CallWord word, Instant at) {
        return CallKey.reused("tapi-" + STAMP.format(at) + "-" + Tapi.hex(word.call()).replace('_', '.'));
    }
}
