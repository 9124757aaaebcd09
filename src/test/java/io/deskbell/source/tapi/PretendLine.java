package io.deskbell.source.tapi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What a TAPI driver tells of the calls of one line, with the trouble that drivers are known for: a call split over two
 * handles, the second without a number, ids that are 0, last states left out or told by nobody until somebody looks,
 * numbers that come late, words that come twice. In a time of its own.
 */
final class PretendLine {
    /** The line came up and was lost again before anything was heard. */
    static final String LOST = "lost";

    private final Random random;
    private final List<Told> told = new ArrayList<>();
    private final boolean withIds;
    private final boolean splits;
    private final boolean nameless;
    private final boolean skipsDisconnected;
    private final boolean skipsIdle;
    private final boolean forgetsEnds;
    private final boolean numbersLate;
    private final boolean repeats;
    private Instant now;
    private int handles = 0x10000;
    private int ids;

    /**
     * Words of one moment, as a tape holds them.
     *
     * @param restarted before they came Deskbell was started again
     */
    record Told(Instant at, String kind, String text, boolean restarted) {
    }

    /** A call as the driver has it. */
    final class Leg {
        private final int id = withIds ? ++ids : 0;
        private final boolean out;
        private final String number;
        private int related;
        private int handle = ++handles;
        private boolean torn;
        private PartyId caller;
        private PartyId redirecting = PartyId.NOBODY;
        private Tapi.Reason reason = Tapi.Reason.DIRECT;
        private boolean known;
        private Tapi.State state = Tapi.State.OFFERING;

        private Leg(boolean out, String number) {
            this.out = out;
            this.number = number;
            caller = party(number);
        }

        private CallInfo info() {
            boolean colleague = number.length() < 6;
            Tapi.Origin origin = out ? Tapi.Origin.OUTBOUND : colleague ? Tapi.Origin.INTERNAL : Tapi.Origin.INBOUND;
            PartyId ours = party("201");
            boolean silent = nameless && torn && reason != Tapi.Reason.TRANSFER;
            if (silent) origin = Tapi.Origin.UNKNOWN;
            return new CallInfo(0, 0, 4, id, related, origin.value(), reason.value(), -1,
                    out ? ours : known && !silent ? caller : PartyId.NOBODY, out ? party(number) : ours, PartyId.NOBODY,
                    PartyId.NOBODY, redirecting);
        }

        void is(Tapi.State next) {
            is(next, 0);
        }

        void is(Tapi.State next, int detail) {
            state = next;
            say(new CallWord(CallWord.Kind.CALLSTATE, handle, state.value(), detail, 0, Optional.of(info())));
        }

        void connects() {
            torn = splits && !out;
            if (!torn) {
                is(Tapi.State.CONNECTED, 1);
                return;
            }
            int before = handle;
            boolean idleFirst = random.nextBoolean();
            if (idleFirst) idle(before);
            passes(idleFirst ? 300 : 100);
            handle = ++handles;
            is(Tapi.State.CONNECTED, 1);
            if (!idleFirst) idle(before);
        }

        private void idle(int which) {
            say(new CallWord(CallWord.Kind.CALLSTATE, which, Tapi.State.IDLE.value(), 0, 0, Optional.empty()));
        }

        /** By LINE_CALLINFO, from the colleague to the customer. */
        void becomes(String customer, String giver) {
            caller = party(customer);
            redirecting = party(giver);
            reason = Tapi.Reason.TRANSFER;
            say(new CallWord(CallWord.Kind.CALLINFO, handle, 0, 0, Tapi.Change.CALLERID.value()
                    | Tapi.Change.REASON.value() | Tapi.Change.REDIRECTINGID.value(), Optional.of(info())));
        }

        /** The driver may say half of it, or leave it to whoever looks. */
        void ends(Tapi.Disconnect why) {
            boolean forgotten = forgetsEnds && why == Tapi.Disconnect.NORMAL;
            if (forgotten) {
                say(new CallWord(CallWord.Kind.LOOKED, handle, Tapi.State.IDLE.value(), 0, 0, Optional.empty()));
                return;
            }
            boolean halfIsEnough = why == Tapi.Disconnect.NORMAL || why == Tapi.Disconnect.NOANSWER;
            if (!skipsDisconnected || !halfIsEnough) is(Tapi.State.DISCONNECTED, why.value());
            if (!skipsIdle || skipsDisconnected) idle(handle);
        }
    }

    PretendLine(Random random, Instant now) {
        this.random = random;
        this.now = now;
        withIds = random.nextBoolean();
        splits = random.nextInt(3) == 0;
        nameless = random.nextBoolean();
        skipsDisconnected = random.nextInt(3) == 0;
        skipsIdle = random.nextInt(3) == 0;
        forgetsEnds = random.nextInt(4) == 0;
        numbersLate = random.nextInt(3) == 0;
        repeats = random.nextInt(3) == 0;
    }

    Leg rings(String number) {
        Leg leg = new Leg(false, number);
        leg.known = !numbersLate;
        say(new CallWord(CallWord.Kind.APPNEWCALL, leg.handle, 0, 0, 0, Optional.of(leg.info())));
        leg.is(Tapi.State.OFFERING);
        if (random.nextBoolean()) leg.is(Tapi.State.ACCEPTED);
        if (numbersLate) {
            passes(400);
            leg.known = true;
            say(new CallWord(CallWord.Kind.CALLINFO, leg.handle, 0, 0, Tapi.Change.CALLERID.value(),
                    Optional.of(leg.info())));
        }
        return leg;
    }

    Leg dials(String number) {
        Leg leg = new Leg(true, number);
        if (random.nextBoolean()) leg.is(Tapi.State.DIALTONE);
        leg.is(Tapi.State.DIALING);
        passes(300);
        if (random.nextBoolean()) leg.is(Tapi.State.PROCEEDING);
        leg.is(Tapi.State.RINGBACK);
        return leg;
    }

    /** About the call that waits for it. */
    Leg consults(Leg about, String colleague) {
        about.is(random.nextBoolean() ? Tapi.State.ONHOLDPENDTRANSFER : Tapi.State.ONHOLD);
        passes(200);
        Leg leg = dials(colleague);
        leg.related = random.nextBoolean() ? about.id : 0;
        return leg;
    }

    /**
     * The line was lost for a moment, perhaps twice, or Deskbell: what is there now has other handles, in any order,
     * and the bridge of a conference may be among it. Of two without a number none is known.
     */
    void comesBack(Leg... there) {
        if (nameless && splits && there.length > 1) return;
        List<CallWord> words = new ArrayList<>();
        for (Leg leg : there) {
            leg.handle = ++handles;
            words.add(new CallWord(CallWord.Kind.THERE, leg.handle, leg.state.value(), 1, 0, Optional.of(leg.info())));
        }
        if (there.length > 1 && random.nextBoolean()) words.add(bridge());
        Collections.shuffle(words, random);
        if (random.nextInt(3) == 0) told.add(new Told(now, LOST, "", false));
        boolean rings = Stream.of(there).anyMatch(leg -> leg.state == Tapi.State.OFFERING
                || leg.state == Tapi.State.ACCEPTED); // One that rang before a restart is shown once more.
        told.add(new Told(now, "tapi-calls", LineWords.written(words), !rings && random.nextBoolean()));
    }

    private CallWord bridge() {
        CallInfo nobody = new CallInfo(0, 0, 4, 0, 0, Tapi.Origin.CONFERENCE.value(), 0, -1, PartyId.NOBODY,
                PartyId.NOBODY, PartyId.NOBODY, PartyId.NOBODY, PartyId.NOBODY);
        return new CallWord(CallWord.Kind.THERE, ++handles, Tapi.State.CONNECTED.value(), 1, 0, Optional.of(nobody));
    }

    /** Up to so many milliseconds, at least one. */
    void passes(int millis) {
        now = now.plusMillis(1 + random.nextInt(millis));
    }

    void passes(int fromMillis, int toMillis) {
        now = now.plusMillis(fromMillis).plusMillis(random.nextInt(toMillis - fromMillis));
    }

    Instant now() {
        return now;
    }

    List<Told> told() {
        return told;
    }

    String manners() {
        return "ids " + withIds + ", splits " + splits + ", nameless then " + nameless + ", no DISCONNECTED "
                + skipsDisconnected + ", no IDLE " + skipsIdle + ", ends looked for " + forgetsEnds
                + ", numbers late " + numbersLate + ", repeats " + repeats;
    }

    private void say(CallWord word) {
        String text = LineWords.written(List.of(word));
        told.add(new Told(now, "tapi-call", text, false));
        boolean again = repeats && word.kind() != CallWord.Kind.LOOKED && random.nextInt(4) == 0;
        if (again) told.add(new Told(now, "tapi-call", text, false));
    }

    private static PartyId party(String number) {
        int flags = number.isEmpty() ? Tapi.PartyFlag.BLOCKED.value() : Tapi.PartyFlag.ADDRESS.value();
        return new PartyId(flags, number, "");
    }
}
