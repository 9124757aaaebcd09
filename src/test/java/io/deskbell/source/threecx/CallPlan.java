package io.deskbell.source.threecx;

import io.deskbell.call.Direction;
import io.deskbell.call.Registration.Kind;
import io.deskbell.call.RegistrationRules.TransferRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The life of one customer's call at three agents, drawn by chance: what happens at the telephone system, and what the
 * helpdesk must hear of it from whose desk.
 */
final class CallPlan {
    private static final String ELSEWHERE = "250";

    private final SimulatedThreeCx exchange;
    private final Random random;
    private final TransferRole role;
    private final boolean slow;
    private final String customer;
    private final List<String> agents;
    private final List<VirtualLine.Step> steps = new ArrayList<>();
    private final List<Expected> expected = new ArrayList<>();
    private final int[] call = {0};
    private Instant now;
    private String holder;
    private String other;
    /** Who told Agent Inbox of the call, and as whose it stands there. */
    private String teller = "";
    private String told = "";
    private Direction way = Direction.INBOUND;

    /** What the helpdesk hears. */
    record Expected(Instant at, String desk, Kind kind, String extension, String number, Direction way) {
        String line() {
            return desk + ": " + kind + " " + extension + " " + number + " " + way;
        }
    }

    CallPlan(SimulatedThreeCx exchange, Random random, TransferRole role, boolean slow, List<String> agents,
             String customer, Instant from) {
        this.exchange = exchange;
        this.random = random;
        this.role = role;
        this.slow = slow;
        this.customer = customer;
        this.agents = agents;
        this.now = from;
        this.holder = agents.get(random.nextInt(agents.size()));
        anybody();
        begin();
    }

    List<VirtualLine.Step> steps() {
        return steps;
    }

    List<Expected> expected() {
        return expected;
    }

    /** When nothing more happens. */
    Instant over() {
        return now;
    }

    /** What is heard when all calls are cut off at that moment. */
    List<Expected> expectedWhenCut(Instant cut) {
        List<Expected> before = new ArrayList<>(expected.stream().filter(one -> one.at().isBefore(cut)).toList());
        if (before.isEmpty() || before.getLast().kind() == Kind.DISCONNECTED) return before;
        Expected last = before.getLast();
        before.add(new Expected(cut, last.desk(), Kind.DISCONNECTED, last.extension(), customer, last.way()));
        return before;
    }

    boolean isQuietBefore(Instant cut) {
        return steps.stream().noneMatch(step -> step.at().isAfter(cut.minusSeconds(70)) && !step.at().isAfter(cut));
    }

    private void begin() {
        later(() -> call[0] = exchange.newCall());
        switch (random.nextInt(6)) {
            case 0 -> outbound();
            case 1 -> group();
            case 2 -> queue();
            case 3 -> diverted();
            case 4 -> internal();
            default -> offered("");
        }
    }

    private void outbound() {
        String dialling = holder;
        way = Direction.OUTBOUND;
        later(() -> exchange.dial(call[0], dialling, customer));
        phase();
        if (random.nextInt(4) == 0) end();
        else answered();
    }

    private void offered(String queue) {
        String ringing = holder;
        later(() -> exchange.ring(call[0], ringing, customer, queue));
        phase();
        if (random.nextInt(5) == 0) end();
        else answered();
    }

    private void queue() {
        for (int i = random.nextInt(3); i > 0; i--) {
            String ringing = holder;
            later(() -> exchange.ring(call[0], ringing, customer, "800"));
            phase();
            later(() -> exchange.leave(call[0], ringing));
            if (random.nextBoolean()) swap();
            gap(random.nextBoolean());
        }
        offered("800");
    }

    private void group() {
        String[] both = {holder, other};
        for (String ringing : both) later(() -> exchange.ring(call[0], ringing, customer, "801"));
        phase();
        String late = other;
        answered(() -> later(() -> exchange.leave(call[0], late)));
    }

    /** Nobody answered at the one who had it diverted, so nobody handed it over. */
    private void diverted() {
        String ringing = holder;
        later(() -> exchange.ring(call[0], ringing, customer, ""));
        phase();
        later(() -> exchange.leave(call[0], ringing));
        gap(true);
        swap();
        String next = holder;
        later(() -> exchange.refer(call[0], next, customer, ringing, false));
        phase();
        answered();
    }

    private void internal() {
        String one = holder;
        String two = other;
        later(() -> exchange.dial(call[0], one, two));
        later(() -> exchange.ring(call[0], two, one, ""));
        phase();
        later(() -> exchange.connect(call[0], two));
        later(() -> exchange.connect(call[0], one));
        phase();
        later(() -> exchange.end(call[0]));
    }

    private void answered() {
        answered(() -> { });
    }

    private void answered(Runnable alsoThen) {
        String by = holder;
        later(() -> exchange.connect(call[0], by));
        teller = holder;
        told = holder;
        hears(teller, Kind.ANSWERED);
        alsoThen.run();
        phase();
        talk();
    }

    private void talk() {
        for (int i = random.nextInt(4); i > 0; i--) {
            anybody();
            switch (random.nextInt(6)) {
                case 0 -> consult();
                case 1 -> blind();
                case 2 -> inVain();
                case 3 -> attended();
                case 4 -> {
                    backToQueue();
                    return;
                }
                default -> {
                    if (random.nextInt(3) == 0) {
                        away();
                        return;
                    }
                }
            }
            phase();
        }
        end();
    }

    /** A call to a colleague about it, and back. */
    private void consult() {
        int[] second = consultation(random.nextBoolean() ? other : ELSEWHERE);
        later(() -> exchange.end(second[0]));
    }

    private int[] consultation(String with) {
        String asking = holder;
        int[] second = {0};
        later(() -> second[0] = exchange.newCall());
        later(() -> exchange.dial(second[0], asking, with));
        later(() -> exchange.ring(second[0], with, asking, ""));
        phase();
        later(() -> exchange.connect(second[0], with));
        later(() -> exchange.connect(second[0], asking));
        phase();
        return second;
    }

    private void attended() {
        String from = holder;
        String to = other;
        int[] second = consultation(to);
        later(() -> exchange.leave(call[0], from));
        later(() -> exchange.end(second[0]));
        gap(true);
        later(() -> exchange.refer(call[0], to, customer, from, true));
        taken();
    }

    private void blind() {
        String from = holder;
        String to = other;
        later(() -> exchange.leave(call[0], from));
        gap(true);
        later(() -> exchange.refer(call[0], to, customer, from, false));
        phase();
        later(() -> exchange.connect(call[0], to));
        taken();
    }

    /** A colleague does not take it. */
    private void inVain() {
        String from = holder;
        String to = other;
        later(() -> exchange.leave(call[0], from));
        gap(true);
        later(() -> exchange.refer(call[0], to, customer, from, false));
        phase();
        later(() -> exchange.leave(call[0], to));
        gap(true);
        later(() -> exchange.refer(call[0], from, customer, to, false));
        phase();
        later(() -> exchange.connect(call[0], from));
    }

    private void taken() {
        swap();
        boolean giverTells = role == TransferRole.GIVER;
        if (giverTells && !told.equals(holder)) {
            told = holder;
            hears(teller, Kind.TRANSFER);
        } else if (!giverTells) {
            teller = holder;
            told = holder;
            hears(teller, Kind.TRANSFER);
        }
    }

    /** Back into the queue, which offers it to anybody after a while. */
    private void backToQueue() {
        String from = holder;
        later(() -> exchange.leave(call[0], from));
        hears(teller, Kind.DISCONNECTED);
        if (random.nextInt(3) > 0) swap();
        gap(false);
        way = Direction.INBOUND; // Whoever began it: to this one it comes from the queue.
        offered("800");
    }

    /** To somebody nobody is told of. */
    private void away() {
        String from = holder;
        later(() -> exchange.leave(call[0], from));
        hears(teller, Kind.DISCONNECTED);
    }

    private void end() {
        later(() -> exchange.end(call[0]));
        if (!teller.isEmpty() && expected.getLast().kind() != Kind.DISCONNECTED) hears(teller, Kind.DISCONNECTED);
    }

    private void hears(String desk, Kind kind) {
        expected.add(new Expected(now, desk, kind, told, customer, way));
    }

    /** Somebody else may be asked, or get it. */
    private void anybody() {
        List<String> others = agents.stream().filter(agent -> !agent.equals(holder)).toList();
        other = others.get(random.nextInt(others.size()));
    }

    private void swap() {
        String was = holder;
        holder = other;
        other = was;
    }

    private void later(Runnable what) {
        steps.add(new VirtualLine.Step(now, steps.size(), what));
        now = now.plusMillis(random.nextInt(80));
    }

    /** Long enough for what went wrong to be mended, where much goes wrong. */
    private void phase() {
        now = now.plus(slow ? Duration.ofSeconds(75 + random.nextInt(60))
                : Duration.ofMillis(2500 + random.nextInt(20_000)));
    }

    /** Between one who leaves and one who comes. */
    private void gap(boolean handover) {
        if (handover) now = now.plusMillis(random.nextInt(1500));
        else phase();
    }
}
