package io.deskbell.source.intake;

import io.deskbell.call.CallReport;
import io.deskbell.call.Reason;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.IntakeSettings;
import io.deskbell.config.VoipgridSettings.Numbering;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Settling;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Listens for what phones tell on their own. Whoever tells has the answer as soon as it is understood and waits in
 * line; the watching thread then finds the call and reports it, in the order of arrival. There is no state to ask a
 * phone for, so a word that was missed stays missed.
 */
public final class IntakeSource implements PhoneSource {
    private static final int MOST_WAITING = 2_000;
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    private final IntakeSettings settings;
    private final Profiles profiles;
    private final OpenCalls calls;
    private final Clock clock;
    private final Tape tape;
    private final Duration longest;
    private final TurnedAway turnedAway;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean watching;
    private volatile Optional<String> last = Optional.empty();
    private volatile Optional<Instant> reached = Optional.empty();

    /** @param taping writes it down where that was not done when it came */
    private record Heard(Instant at, List<Word> words, Optional<Runnable> taping) {
    }

    /**
     * @param ownExtension tells our end of a call from the other
     * @param tape what comes in is written down there
     */
    public IntakeSource(IntakeSettings settings, String ownExtension, NumberPlan plan, Clock clock, Tape tape) {
        this(settings, new Profiles(ownExtension), plan, clock, tape, LONGEST_REQUEST);
    }

    /** @param numbering which number of a colleague's VoIPGRID's notifications have the extension in */
    public IntakeSource(IntakeSettings settings, String ownExtension, Numbering numbering, NumberPlan plan,
                        Clock clock, Tape tape) {
        this(settings, new Profiles(ownExtension, numbering), plan, clock, tape, LONGEST_REQUEST);
    }

    IntakeSource(IntakeSettings settings, Profiles profiles, NumberPlan plan, Clock clock, Tape tape,
                 Duration longest) {
        this.longest = longest;
        this.tape = tape;
        this.settings = settings;
        this.profiles = profiles;
        this.calls = new OpenCalls(plan);
        this.clock = clock;
        this.turnedAway = new TurnedAway(clock);
    }

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public String description() {
        return "what phones tell on " + settings.bind() + " port " + settings.port();
    }

    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        try (IntakeServer server = IntakeServer.open(settings, this, longest)) {
            tape.lineUp();
            watching = true; // Before anybody hears of it: what is told from then on waits in line.
            listener.watching();
            server.start();
            follow(listener);
        } catch (BindException taken) {
            throw new LineLostException(Reason.of(IntakeReason.PORT_TAKEN, settings.port(), settings.bind(),
                    String.valueOf(taken.getMessage())));
        } finally {
            watching = false;
        }
    }

    private void follow(PhoneListener listener) throws InterruptedException {
        Settling<Heard> ends = new Settling<>(Settling.USUAL);
        try {
            while (true) {
                Optional<Long> due = ends.dueAt();
                Heard next = due.isEmpty() ? heard.take()
                        : heard.poll(due.get() - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next != null) take(next, ends, listener);
                for (Heard end : ends.due(System.nanoTime())) report(end, listener);
            }
        } catch (InterruptedException stop) {
            tellTheRest(ends, listener);
            throw stop;
        }
    }

    private void take(Heard next, Settling<Heard> ends, PhoneListener listener) throws InterruptedException {
        if (next.taping().isPresent()) ends.keep(next, System.nanoTime());
        else report(next, listener);
    }

    /** Whoever told it was answered that it is taken, and tells it to nobody again. */
    private void tellTheRest(Settling<Heard> ends, PhoneListener listener) throws InterruptedException {
        watching = false;
        for (Heard next = heard.poll(); next != null; next = heard.poll()) take(next, ends, listener);
        for (Heard end : ends.all()) report(end, listener);
    }

    /** A recording has what waited in the order it counted in. */
    private void report(Heard what, PhoneListener listener) throws InterruptedException {
        what.taping().ifPresent(Runnable::run);
        for (Word word : what.words()) {
            for (CallReport report : calls.reports(word, what.at())) {
                listener.report(report);
            }
        }
    }

    /** What is wrong with what a hook tells, whoever is there to take it. */
    public static Optional<Answer> refusal(String profile, Telling telling) {
        Profiles known = new Profiles("");
        Optional<Profile> reader = known.find(profile);
        if (reader.isEmpty()) return Optional.of(noSuch(known));
        try {
            reader.get().read(telling);
        } catch (NotUnderstoodException why) {
            return Optional.of(notUnderstood(profile, why.getMessage()));
        }
        return unread(profile, telling);
    }

    /** Makers may add names of their own; what a person wrote for us has ours. */
    private static Optional<Answer> unread(String profile, Telling telling) {
        if (!profile.equals("generic")) return Optional.empty();
        return NamedValues.unread(telling.values().keySet()).map(words -> notUnderstood(profile, words));
    }

    private static Answer noSuch(Profiles known) {
        return new Answer(404, "no such profile; there are " + String.join(", ", known.names()));
    }

    private static Answer notUnderstood(String profile, String words) {
        return new Answer(400, profile + ": " + words);
    }

    /** Something a hook told by command line, for any thread. What is taken will be reported. */
    public Answer take(String profile, Telling telling) {
        Optional<Answer> slip = unread(profile, telling);
        if (slip.isPresent()) return slip.get();
        return take(profile, telling, IntakeTranslator.TOLD, () -> profile + " " + telling.query());
    }

    /** Holds one conversation with a program of the user's own, by HTTP: {@code /event/{profile}?name=value...}. */
    public void converse(InputStream in, OutputStream out) throws IOException {
        new Talk(in, out).hold(() -> { }, request -> Hook.of(request, InetAddress.getLoopbackAddress())
                .map(hook -> take(hook.profile(), hook.telling())).orElse(Refusal.TOKEN.answer()), why -> { });
    }

    /** The same of a request that may come in. */
    Answer take(HttpRequest request, Hook hook, InetAddress from) {
        return take(hook.profile(), hook.telling(), IntakeTranslator.REQUEST, () -> hook.toTape(request, from));
    }

    private Answer take(String profile, Telling telling, String kind, Supplier<String> raw) {
        Optional<Profile> reader = profiles.find(profile);
        if (reader.isEmpty()) {
            return noSuch(profiles);
        }
        if (!watching) return new Answer(503, "the intake does not listen");
        try {
            Instant now = clock.instant();
            List<Word> words = reader.get().read(telling);
            Runnable taping = () -> tape.came(kind, raw.get());
            boolean waits = Word.mayHaveOvertaken(words);
            if (!waits) taping.run();
            boolean taken = heard.offer(new Heard(now, words, Optional.of(taping).filter(later -> waits)));
            if (!taken) return new Answer(503, "too much waits to be followed");
            last = Optional.of(now.truncatedTo(ChronoUnit.SECONDS) + " from " + profile);
            return Answer.TAKEN;
        } catch (NotUnderstoodException why) {
            tape.came(kind, raw.get());
            return notUnderstood(profile, why.getMessage());
        }
    }

    /** When something was last understood, and of what make of phone. */
    String lastEvent() {
        return last.orElse("none since the start");
    }

    /** Another device got through to us, whatever it said. */
    void wasReached() {
        reached = Optional.of(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    TurnedAway turnedAway() {
        return turnedAway;
    }

    /** For whoever asks how it stands: what was told, whether the way from other devices is open, who was refused. */
    String status() {
        return "last event: " + lastEvent()
                + "\nreached by another device: " + reached.map(Instant::toString).orElse("never")
                + turnedAway.lately().map(one -> "\nlast refused: " + one).orElse("");
    }

    public List<String> profiles() {
        return profiles.names();
    }
}
