package io.deskbell.source.voipgrid;

import io.deskbell.source.voipgrid.Notifications.Line;
import io.deskbell.source.voipgrid.Notifications.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the platform tells of one call from beginning to end, and what Agent Inbox is to hear of it from the first
 * colleague's desk and from the second's. The customer is A, the colleagues are B and C, as in its own documents.
 */
public final class Sequence {
    public static final String DIALLED = "+31207654321";

    /** @param after the one before */
    public record Told(Duration after, String json) {
    }

    /** Every kind there is, by the name a person may ask for. */
    public enum Kind {
        PLAIN(s -> s.rings(s.b).answers(s.b).ends("completed").first("ANSWERED 201", "DISCONNECTED 201")),
        NOT_PICKED_UP(s -> s.rings(s.b).ends("no-answer")),
        UNAVAILABLE(s -> s.ends("busy")),
        AUTO_ANSWER(s -> s.answers(s.b).ends("completed").first("ANSWERED 201", "DISCONNECTED 201")),
        GROUP(s -> s.rings(s.b, s.c).answers(s.c).ends("completed").second("ANSWERED 202", "DISCONNECTED 202")),
        PICK_UP(s -> s.rings(s.b).answers(s.c).ends("completed").second("ANSWERED 202", "DISCONNECTED 202")),
        FORWARDED(s -> s.rings(s.b).rings(s.b, s.c).answers(s.c).ends("completed")
                .second("ANSWERED 202", "DISCONNECTED 202")),
        FORWARDED_IN_VAIN(s -> s.rings(s.b).rings(s.b, s.c).ends("no-answer")),
        OUTBOUND(s -> s.dials(true).first("ANSWERED 201", "DISCONNECTED 201")),
        OUTBOUND_IN_VAIN(s -> s.dials(false)),
        WARM_TRANSFER(s -> s.rings(s.b).answers(s.b).consults(true).handsOver("warm-transfer").ends("completed")
                .first("ANSWERED 201", "TRANSFER 202", "DISCONNECTED 202")),
        COLD_TRANSFER(s -> s.rings(s.b).answers(s.b).handsOver("cold-transfer").isAnsweredByC().ends("completed")
                .first("ANSWERED 201", "TRANSFER 202", "DISCONNECTED 202")),
        BLONDE_TRANSFER(s -> s.rings(s.b).answers(s.b).consults(false).handsOver("cold-transfer").isAnsweredByC()
                .ends("completed").first("ANSWERED 201", "TRANSFER 202", "DISCONNECTED 202")),
        COLD_TRANSFER_IN_VAIN(s -> s.rings(s.b).answers(s.b).consults(false).handsOver("cold-transfer")
                .ends("completed").first("ANSWERED 201", "DISCONNECTED 201")),
        GIVEN_BACK(s -> s.rings(s.b).answers(s.b).consults(true).handsOver("warm-transfer").asksAnew()
                .givesBack("warm-transfer").ends("completed")
                .first("ANSWERED 201", "TRANSFER 202", "TRANSFER 201", "DISCONNECTED 201")),
        GIVEN_BACK_COLD(s -> s.rings(s.b).answers(s.b).handsOver("cold-transfer").isAnsweredByC()
                .givesBack("cold-transfer").answers(s.b).ends("completed")
                .first("ANSWERED 201", "TRANSFER 202", "TRANSFER 201", "DISCONNECTED 201")),
        GIVEN_BACK_IN_VAIN(s -> s.rings(s.b).answers(s.b).handsOver("cold-transfer").isAnsweredByC()
                .givesBack("cold-transfer").isAnsweredByC().ends("completed")
                .first("ANSWERED 201", "TRANSFER 202", "DISCONNECTED 202")),
        CONSULTED_AND_TAKEN_BACK(s -> s.rings(s.b).answers(s.b).consults(true).consultationEnds().ends("completed")
                .first("ANSWERED 201", "DISCONNECTED 201")),
        BETWEEN_COLLEAGUES(s -> s.calls(s.b));

        private final Function<Sequence, Sequence> play;

        Kind(Function<Sequence, Sequence> play) {
            this.play = play;
        }
    }

    /** How long things take: whoever makes the sequence decides. */
    public interface Pace {
        /** Machines among themselves. */
        Duration soon();

        /** People, who pick up, talk and put down. */
        Duration later();
    }

    private final Person a;
    private final Person b = Person.colleague(1);
    private final Person c = Person.colleague(2);
    private final String id;
    private final String consultation;
    private final boolean switched;
    private final Pace pace;
    private final List<Told> told = new ArrayList<>();
    private Instant now;
    /** Has passed, and nothing was told since. */
    private Duration owed = Duration.ZERO;
    private Line line;
    private List<String> first = List.of();
    private List<String> second = List.of();

    private Sequence(String id, Person customer, boolean switched, Instant begin, Pace pace) {
        this.id = id;
        this.consultation = id + "-2";
        this.a = customer;
        this.switched = switched;
        this.now = begin;
        this.pace = pace;
        this.line = new Line(id, "inbound", a, DIALLED);
    }

    /** @param switched a transfer goes on under the consultation's name */
    public static Sequence of(Kind kind, String id, Person customer, boolean switched, Instant begin, Pace pace) {
        Sequence made = new Sequence(id, customer, switched, begin, pace);
        made.tell(Duration.ZERO, made.line.created(begin));
        return kind.play.apply(made);
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    /** What is registered by the desk of B (201). */
    public List<String> first() {
        return first;
    }

    /** What is registered by the desk of C (202). */
    public List<String> second() {
        return second;
    }

    private Sequence rings(Person... who) {
        Duration wait = told.size() == 1 ? pace.soon() : pace.later();
        return tell(wait, line.ringing(now.plus(wait), who));
    }

    private Sequence answers(Person who) {
        Duration wait = told.size() == 1 ? pace.soon() : pace.later();
        return tell(wait, line.inProgress(now.plus(wait), who));
    }

    private Sequence isAnsweredByC() {
        Duration wait = pace.later();
        return tell(wait, line.inProgress(now.plus(wait), c));
    }

    private Sequence ends(String reason) {
        Duration wait = told.size() == 1 ? pace.soon() : pace.later();
        return tell(wait, line.ended(now.plus(wait), reason));
    }

    private Sequence dials(boolean answered) {
        line = new Line(id, "outbound", b, a.number().replaceFirst("^\\+31", "0"));
        told.clear(); // Nothing is created on the way out.
        tell(Duration.ZERO, line.ringing(now, a));
        if (answered) answers(a);
        return ends(answered ? "completed" : "no-answer");
    }

    private Sequence calls(Person caller) {
        line = new Line(id, "outbound", caller, c.number());
        told.clear();
        tell(Duration.ZERO, line.ringing(now, c));
        return answers(c).ends("completed");
    }

    private Sequence consults(boolean answered) {
        Line other = new Line(consultation, "outbound", b, c.number());
        Duration wait = pace.later();
        tell(wait, other.ringing(now.plus(wait), c));
        if (!answered) return this;
        Duration soon = pace.soon();
        return tell(soon, other.inProgress(now.plus(soon), c));
    }

    private Sequence consultationEnds() {
        Duration wait = pace.later();
        Line other = new Line(consultation, "outbound", b, c.number());
        tell(wait, other.ended(now.plus(wait), "completed"));
        return pause(Duration.ofSeconds(3)); // Ends together would be taken for joined.
    }

    /** What was merged is hung up of its own at the same time. */
    private Sequence handsOver(String how) {
        Duration wait = pace.soon();
        String survives = switched ? consultation : id;
        String merged = switched ? id : consultation;
        Instant at = now.plus(wait);
        tell(wait, how.startsWith("warm") ? line.warmTransfer(at, survives, merged, b, c)
                : line.coldTransfer(at, survives, merged, b, c));
        Line over = new Line(merged, "inbound", a, c.number());
        Duration soon = pace.soon();
        tell(soon, over.ended(now.plus(soon), "completed"));
        line = line.named(survives, c.number());
        return this;
    }

    /** C, who has the customer, calls B about it. */
    private Sequence asksAnew() {
        Line other = new Line(id + "-3", "outbound", c, b.number());
        Duration wait = pace.later();
        tell(wait, other.ringing(now.plus(wait), b));
        Duration soon = pace.soon();
        return tell(soon, other.inProgress(now.plus(soon), b));
    }

    private Sequence givesBack(String how) {
        Duration wait = pace.later();
        Instant at = now.plus(wait);
        tell(wait, how.startsWith("warm") ? line.warmTransfer(at, line.id(), id + "-3", c, b)
                : line.coldTransfer(at, line.id(), id + "-3", c, b));
        line = line.named(line.id(), b.number());
        return this;
    }

    private Sequence pause(Duration time) {
        now = now.plus(time);
        owed = owed.plus(time);
        return this;
    }

    private Sequence tell(Duration after, String json) {
        told.add(new Told(after.plus(owed), json));
        owed = Duration.ZERO;
        now = now.plus(after);
        return this;
    }

    private Sequence first(String... registered) {
        first = List.of(registered);
        return this;
    }

    private Sequence second(String... registered) {
        second = List.of(registered);
        return this;
    }
}
