package io.deskbell.source.threecx;

import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import io.deskbell.source.Tape;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over an open line: what the websocket says changed is asked for, and all there is every {@link #FULL}, which
 * mends what was lost. An answer that fails is asked for again; the line is given up only when that lasts.
 */
final class Watching {
    static final Duration FULL = Duration.ofSeconds(45);
    /** Before the next question after one that failed. */
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Duration ENOUGH = Duration.ofSeconds(60);
    private static final int MOST_AT_ONCE = 10;
    private static final int MOST_WAITING = 200;
    static final String ALL = "/callcontrol";
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);

    private final Line line;
    private final ThreeCxReading reading;
    private final Set<String> wanted;
    private final Tape tape;
    private final Clock clock;
    private Instant nextFull = Instant.MIN;
    private Optional<Instant> troubleSince = Optional.empty();
    private Set<String> missing = Set.of();

    /** @param wanted the extensions to be watched */
    Watching(Line line, ThreeCxReading reading, Set<String> wanted, Tape tape, Clock clock) {
        this.line = line;
        this.reading = reading;
        this.wanted = wanted;
        this.tape = tape;
        this.clock = clock;
    }

    /** The websocket is open: from here on nothing is missed, so this is the moment to ask what there is. */
    State begin() throws LineLostException, InterruptedException {
        tape.lineUp();
        Answer answer = ask(ALL);
        Optional<State> state = state(answer);
        if (state.isEmpty()) throw lost(answer);
        checkListed(state.get());
        return state.get();
    }

    /**
     * Until the line is lost.
     *
     * @param first what {@link #begin} found
     */
    void run(State first) throws LineLostException, InterruptedException {
        reading.lineUp();
        reading.watching();
        take(first);
        while (true) {
            Set<String> changed = new LinkedHashSet<>();
            Optional<String> message = line.next(patience());
            for (int i = 0; message.isPresent() && i < MOST_WAITING; i++) {
                take(message.get(), changed);
                message = line.next(Duration.ZERO);
            }
            if (message.isPresent()) take(message.get(), changed);
            if (changed.size() > MOST_AT_ONCE) nextFull = clock.instant();
            else for (String path : changed) look(path);
            if (!clock.instant().isBefore(nextFull)) lookAtAll();
            quiet();
        }
    }

    private Duration patience() {
        Instant until = reading.nextDue().filter(due -> troubleSince.isEmpty() && nextFull.isAfter(due))
                .orElse(nextFull);
        Duration patience = Duration.between(clock.instant(), until);
        return patience.isNegative() ? Duration.ZERO : patience.plusMillis(1);
    }

    private void take(String message, Set<String> changed) throws InterruptedException {
        tape.heard(ThreeCxTranslator.NOTICE, message);
        Notice notice = Notice.read(message);
        switch (notice.kind()) {
            case UPSERT -> changed.add(notice.path());
            case REMOVE -> {
                changed.remove(notice.path());
                reading.isGone(notice.path(), clock.instant());
            }
            case UNREADABLE -> nextFull = clock.instant();
            default -> { } // Keys pressed, and what later versions tell.
        }
    }

    private void look(String path) throws LineLostException, InterruptedException {
        Answer answer = ask(path);
        if (answer.isNowhere()) {
            reading.isGone(path, clock.instant());
            return;
        }
        boolean whole = answer.isGood() && State.json(answer.body()).isPresent();
        if (!whole) {
            isTroubled(answer);
            return;
        }
        Optional<Participant> part = State.json(answer.body()).flatMap(Participant::of);
        if (part.isPresent()) reading.stands(part.get(), serverTime(answer), clock.instant());
    }

    private void lookAtAll() throws LineLostException, InterruptedException {
        Answer answer = ask(ALL);
        Optional<State> state = state(answer);
        if (state.isEmpty()) {
            isTroubled(answer);
            return;
        }
        checkListed(state.get());
        take(state.get());
    }

    private void take(State state) throws InterruptedException {
        troubleSince = Optional.empty();
        nextFull = clock.instant().plus(FULL);
        reading.all(state, clock.instant());
    }

    /** Before a call's end is told, all is asked for: a lost word may have said who has it now. */
    private void quiet() throws LineLostException, InterruptedException {
        Instant now = clock.instant();
        if (reading.nextDue().filter(due -> !due.isAfter(now)).isEmpty() || troubleSince.isPresent()) return;
        if (reading.isAnyOver(now)) lookAtAll();
        if (troubleSince.isPresent()) return;
        tape.heard(ThreeCxTranslator.QUIET, "");
        reading.passed(now);
    }

    private void isTroubled(Answer answer) throws LineLostException {
        Instant now = clock.instant();
        if (troubleSince.isEmpty()) troubleSince = Optional.of(now);
        if (troubleSince.get().plus(ENOUGH).isBefore(now)) throw lost(answer);
        nextFull = now.plus(answer.pause().orElse(AGAIN));
    }

    private static LineLostException lost(Answer answer) {
        return answer.pause().map(pause -> new LineLostException(answer.trouble(), pause))
                .orElseGet(() -> new LineLostException(answer.trouble()));
    }

    private Answer ask(String path) throws LineLostException, InterruptedException {
        Answer answer = line.ask(path);
        tape.heard(ThreeCxTranslator.ANSWER, ThreeCxTranslator.written(path, answer, serverTime(answer)));
        return answer;
    }

    private Optional<State> state(Answer answer) {
        return answer.isGood() ? State.read(answer.body(), serverTime(answer)) : Optional.empty();
    }

    private Instant serverTime(Answer answer) {
        return answer.serverTime().orElseGet(clock::instant);
    }

    /** For a relay one that is missing is no reason to leave the others alone. */
    private void checkListed(State state) throws LineLostException {
        List<String> unlisted = new ArrayList<>(wanted);
        unlisted.removeAll(state.extensions());
        if (unlisted.size() == wanted.size()) {
            throw new LineLostException(Reason.of(ThreeCxReason.NOT_LISTED, String.join(", ", unlisted)));
        }
        if (!unlisted.isEmpty() && !missing.equals(Set.copyOf(unlisted))) {
            LOG.warn("3cx: the API client does not list {}: their calls are not seen", String.join(", ", unlisted));
        }
        missing = Set.copyOf(unlisted);
    }
}
