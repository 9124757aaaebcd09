package io.deskbell.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.HookWords;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallTracker;
import io.deskbell.call.DeskCalls;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.Registrar;
import io.deskbell.call.RegistrationRules;
import io.deskbell.call.RegistrationRules.TransferRole;
import io.deskbell.call.TrackerLimits;
import io.deskbell.source.PhoneListener;
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
 * A thousand afternoons of a desk with Go Integrator, whose rules are those that {@code deskbell phones} prints: each
 * starts a program, so words may come twice (a rule made twice), a moment late, and after later ones; parameters may be
 * missing or left as they stand; a second caller may wait; colleagues call, too. What Agent Inbox would receive equals
 * what happened. The seed is printed; {@code -Dseed=} plays it again.
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
    private final Map<String, Integer> seen = new TreeMap<>();
    private Instant now = NOON;
    private int callers;
    private boolean withColleagues;
    private boolean withWithheld;

    private record Arrival(Instant at, String words) {
    }

    /** One call, and what became of it. */
    private final class Line {
        private final SimulatedGoIntegrator phone;
        private final String number;
        private final String way;
        private final int call;

        private Line(SimulatedGoIntegrator phone, String number, boolean out) {
            this.phone = phone;
            this.number = number;
            way = out ? "outbound" : "inbound";
            String name = "Caller " + number.substring(Math.max(0, number.length() - 2));
            call = out ? phone.dials(written(number), name) : phone.rings(written(number), name);
        }

        void isSeen() {
            boolean colleagues = number.startsWith("2");
            if (colleagues && !withColleagues) return;
            seen.merge(number.isEmpty() ? "nobody" : isCustomers() ? "+31" + number : number, 1, Integer::sum);
        }

        void isAnswered() {
            phone.connects(call);
        }

        void isOver() {
            phone.completes(call);
            isSeen();
            if (isCustomers()) expect("ANSWERED " + way, "DISCONNECTED " + way);
        }

        void isNotAnswered() {
            isSeen();
            if (way.equals("inbound")) phone.misses(call);
            else phone.completes(call);
        }

        private boolean isCustomers() {
            return number.startsWith("6");
        }

        private void expect(String... registered) {
            expected.computeIfAbsent("+31" + number, any -> new ArrayList<>()).addAll(List.of(registered));
        }
    }

    private String written(String number) {
        if (!number.startsWith("6")) return number;
        return switch (random.nextInt(3)) {
            case 0 -> "0" + number;
            case 1 -> "+31" + number;
            default -> "0031 " + number.substring(0, 2) + " " + number.substring(2);
        };
    }

    @Test
    void whatAgentInboxWouldReceiveEqualsWhatHappened() throws Exception {
        System.out.println("GoIntegratorModelTest seed " + seed);
        for (int afternoon = 0; afternoon < AFTERNOONS; afternoon++) {
            arrivals.clear();
            expected.clear();
            seen.clear();
            now = NOON;
            List<String> rules = new ArrayList<>();
            SimulatedGoIntegrator phone = setUp(rules);
            for (int call = 0; call < 6; call++) {
                happens(phone);
                passes(2_000, 60_000);
            }
            arrivals.sort(Comparator.comparing(Arrival::at));
            String story = "seed " + seed + ", afternoon " + afternoon + " " + rules;
            Desk desk = new Desk();
            for (Arrival arrival : arrivals) desk.came(arrival);
            desk.passes(now.plus(Duration.ofHours(1)));
            assertEquals(expected, desk.registered, () -> story + "\n" + lines());
            assertEquals(seen, desk.shown, () -> story + "\n" + lines());
        }
    }

    /** As somebody may have made the rules, with the menu that he had. */
    private SimulatedGoIntegrator setUp(List<String> rules) {
        SimulatedGoIntegrator phone = new SimulatedGoIntegrator(HookWords.printed("gointegrator", "deskbell"),
                (rule, command) -> starts(command));
        String missing = random.nextBoolean() ? "left" : "empty";
        boolean withId = random.nextBoolean();
        boolean twice = random.nextInt(4) == 0;
        boolean ring = random.nextInt(4) > 0;
        boolean both = random.nextBoolean();
        withWithheld = ring; // Where an end is all that is told there is nothing to show.
        rules.add("id " + (withId ? "filled" : missing));
        rules.add("name " + (random.nextBoolean() ? "filled" : missing));
        rules.add("ringing " + (ring ? "yes" : "no"));
        rules.add("twice " + (twice ? "yes" : "no"));
        rules.add("both " + (both ? "yes" : "no"));
        withColleagues = random.nextBoolean();
        rules.add("colleagues " + (withColleagues ? "yes" : "no"));
        for (String rule : rules) phone.set(rule.split(" ")[0], rule.split(" ")[1]);
        return phone;
    }

    /** The program takes its time; what it says is what Deskbell reads. */
    private void starts(List<String> command) {
        Map<String, String> values = HookWords.read(command.subList(command.indexOf("event") + 1, command.size()));
        Instant comes = now.plusMillis(random.nextInt(4) == 0 ? random.nextInt(SLOW_MS) : 20);
        arrivals.add(new Arrival(comes, values.get("source") + " " + new Telling(values, new byte[0], "").query()));
    }

    private String lines() {
        StringBuilder lines = new StringBuilder();
        arrivals.forEach(one -> lines.append(one.at()).append(' ').append(one.words()).append('\n'));
        return lines.toString();
    }

    private void passes(int fromMs, int toMs) {
        now = now.plusMillis(fromMs + random.nextInt(toMs - fromMs));
    }

    /** Mostly customers; a colleague, whom nobody registers, now and then. */
    private String somebody(boolean withNumber) {
        if (!withNumber && withWithheld && random.nextInt(10) == 0) return "";
        callers = (callers + 1) % 10_000;
        if (random.nextInt(8) == 0) return "2%02d".formatted(10 + callers % 80);
        return "61234%04d".formatted(callers);
    }

    private void happens(SimulatedGoIntegrator phone) {
        boolean out = random.nextInt(3) == 0;
        Line line = new Line(phone, somebody(out), out);
        boolean byItself = !line.number.isEmpty() && random.nextInt(4) == 0;
        passes(byItself ? 5 : 600, byItself ? 200 : 15_000);
        switch (random.nextInt(4)) {
            case 0 -> line.isNotAnswered();
            case 1 -> {
                line.isAnswered();
                passes(600, 20_000);
                secondCaller(phone, line.number.isEmpty() || !withWithheld);
                line.isOver();
            }
            default -> {
                line.isAnswered();
                passes(600, 60_000);
                line.isOver();
            }
        }
    }

    /** He waits in vain, or is taken while the first one is held, which Go Integrator does not tell. */
    private void secondCaller(SimulatedGoIntegrator phone, boolean withNumber) {
        Line second = new Line(phone, somebody(withNumber), false);
        passes(600, 10_000);
        if (random.nextBoolean()) {
            second.isNotAnswered();
        } else {
            second.isAnswered();
            passes(600, 10_000);
            second.isOver();
        }
        passes(600, 20_000);
    }

    /** Everything between the intake and the outbox. */
    private static final class Desk implements PhoneListener {
        private static final Extension OWN = new Extension("201");

        private final Map<String, List<String>> registered = new TreeMap<>();
        private final Map<String, Integer> shown = new TreeMap<>();
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

        private static String other(Party party) {
            return switch (party) {
                case Party.Outside outside -> outside.number().e164();
                case Party.Colleague colleague -> colleague.extension().digits();
                default -> "nobody";
            };
        }

        private void happened(CallEvent event) {
            if (event.type() == CallEvent.Type.ENDED) shown.merge(other(event.call().party()), 1, Integer::sum);
            registrar.registrationFor(event).ifPresent(told -> registered
                    .computeIfAbsent(told.number(), number -> new ArrayList<>())
                    .add(told.kind() + " " + told.direction().name().toLowerCase(Locale.ROOT)));
        }
    }
}
