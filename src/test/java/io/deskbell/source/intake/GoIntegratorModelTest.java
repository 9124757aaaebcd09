package io.deskbell.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.HookWords;
import io.deskbell.call.CallEvent;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.Registration;
import io.deskbell.source.RegisteringDesk;
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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A thousand afternoons of a desk with Go Integrator, whose rules are those that {@code deskbell phones} prints: each
 * starts a program, so words may come twice (a rule made twice), a moment late, and after later ones; parameters may be
 * missing or left as they stand; a second caller may wait; people call once more; colleagues call, and some without a
 * number. What Agent Inbox would receive equals what happened. The seed is printed; {@code -Dseed=} plays it again.
 */
class GoIntegratorModelTest {
    private static final int AFTERNOONS = 1_000;
    private static final Extension OWN = new Extension("201");
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
    private boolean withRestarts;

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
            String number = "";
            for (int call = 0; call < 7; call++) {
                boolean again = !number.isEmpty() && random.nextInt(5) == 0;
                if (!again) number = somebody(false);
                happens(phone, number);
                passes(1_500, random.nextBoolean() ? 4_000 : 60_000);
            }
            arrivals.sort(Comparator.comparing(Arrival::at));
            String story = "seed " + seed + ", afternoon " + afternoon + rules + (withRestarts ? " restarts" : "");
            RegisteringDesk desk = new RegisteringDesk(OWN.digits());
            desk.watching();
            tell(desk);
            desk.passes(now.plus(Duration.ofHours(1)));
            assertEquals(expected, registered(desk), () -> story + "\n" + lines());
            assertEquals(seen, shown(desk), () -> story + "\n" + lines());
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
        withRestarts = random.nextInt(3) == 0; // Of two without a number none is known again.
        withWithheld = ring && !withRestarts; // Where an end is all that is told there is nothing to show.
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

    private void happens(SimulatedGoIntegrator phone, String number) {
        boolean out = !number.isEmpty() && random.nextInt(3) == 0;
        Line line = new Line(phone, number, out);
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

    /** Deskbell may be started again while nothing is told, and nothing more is owed about what was. */
    private void tell(RegisteringDesk desk) {
        IntakeTranslator translator = translator();
        Instant before = NOON;
        for (Arrival arrival : arrivals) {
            boolean restarted = withRestarts && random.nextInt(8) == 0 && arrival.at().isAfter(before.plusSeconds(2));
            if (restarted) {
                desk.passes(before.plusSeconds(2));
                desk.restarts();
                desk.watching();
                translator = translator();
            }
            came(arrival, translator, desk);
            before = arrival.at();
        }
    }

    private static IntakeTranslator translator() {
        return new IntakeTranslator(OWN.digits(), new NumberPlan("NL", new DigitLengths("2..5"), "", OWN));
    }

    private static void came(Arrival arrival, IntakeTranslator translator, RegisteringDesk desk) {
        desk.passes(arrival.at());
        try {
            translator.came(IntakeTranslator.TOLD, arrival.words(), arrival.at(), desk);
        } catch (InterruptedException nobodyDoes) {
            throw new IllegalStateException(nobodyDoes);
        }
    }

    /** By the customer's number: what is registered. */
    private static Map<String, List<String>> registered(RegisteringDesk desk) {
        return desk.registered().stream().collect(Collectors.groupingBy(Registration::number, TreeMap::new,
                Collectors.mapping(told -> told.kind() + " " + told.direction().name().toLowerCase(Locale.ROOT),
                        Collectors.toList())));
    }

    /** By whose they are: how many calls the list shows. */
    private static Map<String, Integer> shown(RegisteringDesk desk) {
        return desk.events().stream().filter(event -> event.type() == CallEvent.Type.ENDED).collect(
                Collectors.toMap(event -> other(event.call().party()), event -> 1, Integer::sum, TreeMap::new));
    }

    private static String other(Party party) {
        return switch (party) {
            case Party.Outside outside -> outside.number().e164();
            case Party.Colleague colleague -> colleague.extension().digits();
            default -> "nobody";
        };
    }
}
