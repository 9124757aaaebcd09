package io.deskbell.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallTracker;
import io.deskbell.call.DeskCalls;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Registrar;
import io.deskbell.call.RegistrationRules;
import io.deskbell.call.RegistrationRules.TransferRole;
import io.deskbell.call.TrackerLimits;
import io.deskbell.source.PhoneListener;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A thousand afternoons of a desk with Go Integrator: each rule starts a program, so words may come twice (a rule made
 * twice), a moment late, and after later ones; parameters may be missing or left as they stand; a second caller may
 * wait. What Agent Inbox would receive equals what happened. The seed is printed; {@code -Dseed=} plays it again.
 */
class GoIntegratorModelTest {
    private static final int AFTERNOONS = 1_000;
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    /** A program takes that long to start on a busy computer. */
    private static final int SLOW_MS = 400;

    private final long seed = Optional.ofNullable(System.getProperty("seed")).map(Long::valueOf)
            .orElseGet(System::nanoTime);
    private final Random random = new Random(seed);
    private final List<Arrival> arrivals = new ArrayList<>();
    private final Map<String, List<String>> expected = new TreeMap<>();
    private Instant now = NOON;
    private int callers;
    private int ids;

    private record Arrival(Instant at, String words) {
    }

    /** What the rules of one computer pass on: which menu entries there were, whoever set it up. */
    private record Rules(boolean id, boolean name, boolean leftAsTheyStand, boolean ring) {
        String parameters(String number, String id, String name) {
            String missing = leftAsTheyStand ? "{ID}" : "";
            return "&number=" + encoded(number) + "&id=" + encoded(id() ? id : missing)
                    + (name() ? "&name=" + encoded(name) : "");
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /** One call, as Go Integrator sees it. */
    private final class Line {
        private final Rules rules;
        private final String digits;
        private final String way;
        private final String id = String.valueOf(++ids);

        Line(Rules rules, String digits, String way) {
            this.rules = rules;
            this.digits = digits;
            this.way = way;
        }

        void is(String state) {
            if (state.equals("ringing") && !rules.ring()) return;
            String words = "gointegrator state=" + state + "&direction=" + way
                    + rules.parameters(written(digits), id, "Caller " + digits.substring(digits.length() - 2));
            Instant comes = now.plusMillis(random.nextInt(4) == 0 ? random.nextInt(SLOW_MS) : 20);
            arrivals.add(new Arrival(comes, words));
            if (random.nextInt(6) == 0) arrivals.add(new Arrival(comes.plusMillis(random.nextInt(SLOW_MS)), words));
        }

        void isRegistered() {
            expected.computeIfAbsent("+31" + digits, number -> new ArrayList<>())
                    .addAll(List.of("ANSWERED " + way, "DISCONNECTED " + way));
        }
    }

    private String written(String digits) {
        return switch (random.nextInt(3)) {
            case 0 -> "0" + digits;
            case 1 -> "+31" + digits;
            default -> "0031 " + digits.substring(0, 2) + " " + digits.substring(2);
        };
    }

    @Test
    void whatAgentInboxWouldReceiveEqualsWhatHappened() throws Exception {
        System.out.println("GoIntegratorModelTest seed " + seed);
        for (int afternoon = 0; afternoon < AFTERNOONS; afternoon++) {
            arrivals.clear();
            expected.clear();
            now = NOON;
            Rules rules = new Rules(random.nextBoolean(), random.nextBoolean(), random.nextBoolean(),
                    random.nextInt(4) > 0);
            for (int call = 0; call < 6; call++) {
                happens(rules);
                passes(2_000, 60_000);
            }
            arrivals.sort(Comparator.comparing(Arrival::at));
            String story = "seed " + seed + ", afternoon " + afternoon + " " + rules;
            assertEquals(expected, received(), () -> story + "\n" + lines());
        }
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        arrivals.forEach(one -> lines.append(one.at()).append(' ').append(one.words()).append('\n'));
        return lines.toString();
    }

    private void passes(int fromMs, int toMs) {
        now = now.plusMillis(fromMs + random.nextInt(toMs - fromMs));
    }

    private String caller() {
        callers = (callers + 1) % 10_000;
        return "61234%04d".formatted(callers);
    }

    private void happens(Rules rules) {
        boolean out = random.nextInt(3) == 0;
        Line line = new Line(rules, caller(), out ? "outbound" : "inbound");
        line.is("ringing");
        boolean byItself = random.nextInt(4) == 0;
        passes(byItself ? 5 : 600, byItself ? 200 : 15_000);
        switch (random.nextInt(4)) {
            case 0 -> line.is(out ? "completed" : "missed");
            case 1 -> {
                line.is("connected");
                passes(600, 20_000);
                secondCaller(rules);
                line.is("completed");
                line.isRegistered();
            }
            default -> {
                line.is("connected");
                passes(600, 60_000);
                line.is("completed");
                line.isRegistered();
            }
        }
    }

    /** He waits in vain, or is taken while the first one is held, which Go Integrator does not tell. */
    private void secondCaller(Rules rules) {
        Line second = new Line(rules, caller(), "inbound");
        second.is("ringing");
        passes(600, 10_000);
        if (random.nextBoolean()) {
            second.is("missed");
        } else {
            second.is("connected");
            passes(600, 10_000);
            second.is("completed");
            second.isRegistered();
        }
        passes(600, 5_000);
    }

    /** By the customer's number: what is registered. */
    private Map<String, List<String>> received() throws InterruptedException {
        Desk desk = new Desk();
        for (Arrival arrival : arrivals) desk.came(arrival);
        desk.passes(now.plus(Duration.ofHours(1)));
        return desk.registered;
    }

    /** Everything between the intake and the outbox. */
    private static final class Desk implements PhoneListener {
        private static final Extension OWN = new Extension("201");

        private final Map<String, List<String>> registered = new TreeMap<>();
        private final IntakeTranslator translator = new IntakeTranslator(OWN.digits(),
                new NumberPlan("NL", new DigitLengths("2..5"), "", OWN));
        private final DeskCalls calls = new DeskCalls(List.of("intake"),
                () -> new CallTracker(OWN, TrackerLimits.USUAL), List.of());
        private final Registrar registrar = new Registrar(new RegistrationRules(TransferRole.GIVER, Optional.empty(),
                Optional.empty(), Optional.empty()));

        void came(Arrival arrival) throws InterruptedException {
            passes(arrival.at());
            translator.came(IntakeTranslator.TOLD, arrival.words(), arrival.at(), this);
        }

        void passes(Instant to) {
            calls.tick(to).forEach(this::happened);
        }

        @Override
        public void watching() {
            calls.reconnected("intake");
        }

        @Override
        public void report(CallReport report) {
            calls.report("intake", report).forEach(this::happened);
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            throw new IllegalStateException("programs that are started know nothing of all calls");
        }

        private void happened(CallEvent event) {
            registrar.registrationFor(event).ifPresent(told -> registered
                    .computeIfAbsent(told.number(), number -> new ArrayList<>())
                    .add(told.kind() + " " + told.direction().name().toLowerCase(Locale.ROOT)));
        }
    }
}
