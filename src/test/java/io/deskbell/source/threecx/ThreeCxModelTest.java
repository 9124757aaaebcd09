package io.deskbell.source.threecx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.RegistrationRules.TransferRole;
import io.deskbell.source.LineLostException;
import io.deskbell.source.RegisteringDesk;
import io.deskbell.source.Tape;
import io.deskbell.source.threecx.CallPlan.Expected;
import io.deskbell.source.threecx.VirtualLine.Manners;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to calls, and whatever goes wrong on the way, the helpdesk hears what happened: a thousand drawn
 * sequences at six desks. The seed is printed; {@code -D3cx.seed=} plays one sequence again.
 */
class ThreeCxModelTest {
    private static final int SEQUENCES = 1_000;
    private static final List<String> AGENTS = List.of("201", "202", "203", "204", "205", "206");
    private static final Instant START = Instant.parse("2026-11-28T09:00:00Z");

    @Test
    void theHelpdeskHearsWhatHappened() throws Exception {
        Optional<Long> again = Optional.ofNullable(System.getProperty("3cx.seed")).map(Long::valueOf);
        long seed = again.orElseGet(System::nanoTime);
        System.out.println("3cx model: seed " + seed);
        for (int i = 0; i < (again.isPresent() ? 1 : SEQUENCES); i++) {
            new Sequence(again.isPresent() ? seed : seed + i).play();
        }
    }

    /** One of them. */
    private static final class Sequence {
        private final long seed;
        private final boolean slow;
        private final TransferRole role;

        Sequence(long seed) {
            this.seed = seed;
            Random random = new Random(seed);
            slow = random.nextBoolean();
            role = random.nextInt(3) == 0 ? TransferRole.TAKER : TransferRole.GIVER;
        }

        /** The telephone system does the same for each desk; what goes wrong is each desk's own. */
        void play() throws Exception {
            Map<String, Set<String>> ids = new HashMap<>();
            for (String agent : AGENTS) {
                World world = new World(seed, slow, role);
                Desk desk = new Desk(agent, world, new Random(seed + agent.hashCode()), role, slow);
                desk.run();
                assertEquals(lines(world.expectedAt(agent)), lines(desk.registered()),
                        () -> "seed " + seed + (slow ? ", slow, " : ", quick, ") + role + ", at " + agent);
                desk.desk.registered().forEach(one ->
                        ids.computeIfAbsent(one.number(), number -> new HashSet<>()).add(one.callId()));
            }
            Set<String> all = new HashSet<>();
            ids.forEach((number, names) -> {
                boolean oneName = names.size() == 1;
                assertTrue(oneName, () -> "seed " + seed + ": one call, one name at all desks: " + names);
                assertTrue(all.addAll(names), () -> "seed " + seed + ": two calls of one name: " + names);
            });
        }

        private static String lines(List<String> list) {
            return String.join("\n", list);
        }
    }

    /** What happens at the telephone system, the same for each desk that asks. */
    private static final class World {
        private final SimulatedThreeCx exchange = new SimulatedThreeCx(AGENTS);
        private final List<VirtualLine.Step> steps = new ArrayList<>();
        private final List<Expected> expected = new ArrayList<>();
        private Instant over = START;
        private Optional<Instant> restart = Optional.empty();
        private int customers;

        World(long seed, boolean slow, TransferRole role) {
            Random random = new Random(seed * 31);
            List<CallPlan> plans = plans(random, role, slow, START.plusSeconds(100));
            Instant cut = START.plusSeconds(600L + random.nextInt(600));
            boolean restarts = slow && random.nextInt(3) == 0
                    && plans.stream().allMatch(plan -> plan.isQuietBefore(cut));
            if (!restarts) {
                plans.forEach(plan -> add(plan.steps(), plan.expected()));
                return;
            }
            restart = Optional.of(cut);
            plans.forEach(plan -> add(plan.steps().stream().filter(step -> step.at().isBefore(cut)).toList(),
                    plan.expectedWhenCut(cut)));
            plans(random, role, true, cut.plusSeconds(80)).forEach(plan -> add(plan.steps(), plan.expected()));
        }

        /** Three agents each, one call after the other. */
        private List<CallPlan> plans(Random random, TransferRole role, boolean slow, Instant from) {
            List<CallPlan> plans = new ArrayList<>();
            for (List<String> three : List.of(AGENTS.subList(0, 3), AGENTS.subList(3, 6))) {
                Instant at = from.plusSeconds(random.nextInt(60));
                for (int i = 1 + random.nextInt(2); i > 0; i--) {
                    CallPlan plan = new CallPlan(exchange, random, role, slow, three, "+31612345%03d"
                            .formatted(++customers), at);
                    plans.add(plan);
                    at = plan.over().plusSeconds(slow ? 80 : 5);
                }
            }
            return plans;
        }

        private void add(List<VirtualLine.Step> more, List<Expected> hears) {
            steps.addAll(more);
            expected.addAll(hears);
            for (VirtualLine.Step step : more) if (step.at().isAfter(over)) over = step.at();
        }

        List<String> expectedAt(String desk) {
            return expected.stream().filter(one -> one.desk().equals(desk)).sorted((a, b) -> a.at().compareTo(b.at()))
                    .map(Expected::line).toList();
        }
    }

    /** One agent's Deskbell, from the line to what it registers. */
    private static final class Desk {
        private final String agent;
        private final RegisteringDesk desk;
        private final VirtualLine line;
        private final ThreeCxReading reading;
        private final Instant over;
        private final Random random;

        Desk(String agent, World world, Random random, TransferRole role, boolean slow) {
            this.agent = agent;
            this.random = random;
            Extension own = new Extension(agent);
            desk = new RegisteringDesk(agent, role);
            over = world.over.plusSeconds(200);
            List<VirtualLine.Step> steps = new ArrayList<>(world.steps);
            VirtualLine[] later = new VirtualLine[1];
            world.restart.ifPresent(at -> steps.add(new VirtualLine.Step(at, 0, () -> {
                world.exchange.restart();
                later[0].drop();
            })));
            line = new VirtualLine(world.exchange, steps, START,
                    slow ? Manners.BAD : Manners.CONFUSED, random, this::timePasses);
            later[0] = line;
            reading = new ThreeCxReading("pbx", Map.of(), List.of(own), extension ->
                    new NumberPlan("NL", new DigitLengths("2..5"), "", extension));
            reading.tellTo(extension -> desk);
        }

        void run() throws InterruptedException {
            while (line.clock().instant().isBefore(over)) {
                line.open();
                try {
                    Watching watching = new Watching(new UntilOver(), reading, Set.of(agent), Tape.NONE, line.clock());
                    watching.run(watching.begin());
                } catch (LineLostException lost) {
                    line.away(Duration.ofMillis(5000 + random.nextInt(2500)));
                }
            }
        }

        List<String> registered() {
            return desk.registered().stream().map(one -> agent + ": " + one.kind() + " " + one.extension().digits()
                    + " " + one.number() + " " + one.direction()).toList();
        }

        private void timePasses() {
            if (line != null) desk.passes(line.clock().instant()); // Time passes while it is made, too.
        }

        /** The line, which is given up when all is over. */
        private final class UntilOver implements Line {
            @Override
            public Optional<String> next(Duration patience) throws LineLostException {
                if (!line.clock().instant().isBefore(over)) throw new LineLostException("over");
                return line.next(patience);
            }

            @Override
            public Answer ask(String path) {
                return line.ask(path);
            }
        }
    }
}
