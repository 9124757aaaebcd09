package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Registration;
import io.deskbell.call.Registration.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** Whatever server, disk and power do: each event arrives, in order, and twice only if its answer did not. */
final class RandomOutcomesTest {
    private static final int STEPS = 150;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<String> arrived = new ArrayList<>();
    private final Map<String, Integer> answersLost = new HashMap<>();
    private final InMemoryDisk disk = new InMemoryDisk();
    private CourierRig rig = newRig();
    private boolean calm;

    @RepeatedTest(20)
    void everyEventArrivesInOrderAndTwiceOnlyWhenItsAnswerWasLost() {
        List<String> recorded = new ArrayList<>();
        List<String> open = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            String call = "call-" + i;
            rig.answered(call);
            recorded.add(Kind.ANSWERED + " " + call);
            open.add(call);
            rig.run(Duration.ofSeconds(random.nextInt(120)));
            if (random.nextBoolean()) {
                String over = open.remove(random.nextInt(open.size()));
                rig.disconnected(over);
                recorded.add(Kind.DISCONNECTED + " " + over);
            }
            disk.full = random.nextInt(10) == 0;
            if (!disk.full && rig.outbox.writeWhatIsLeft() && random.nextInt(20) == 0) rig = newRig();
        }
        calm = true;
        disk.full = false;
        rig.courier.keyChanged();
        rig.run(Duration.ofDays(1));

        String hint = "seed " + seed;
        assertEquals(0, rig.outbox.counts().waiting(), hint);
        for (String event : recorded) {
            long times = arrived.stream().filter(event::equals).count();
            assertEquals(1L + answersLost.getOrDefault(event, 0), times, event + ", " + hint);
        }
        for (String event : recorded) assertInOrder(event, hint);
    }

    private void assertInOrder(String event, String hint) {
        if (!event.startsWith("DISCONNECTED")) return;
        int answered = arrived.lastIndexOf(event.replace("DISCONNECTED", "ANSWERED"));
        assertTrue(answered < arrived.indexOf(event), event + ", " + hint);
    }

    /** A start of the program, with what the disk has. */
    private CourierRig newRig() {
        CourierRig next = new CourierRig(disk, random.nextLong());
        if (rig != null) next.clock.set(rig.now());
        next.destination.answer = this::answer;
        return next;
    }

    private Delivery answer(Registration registration) {
        int luck = calm ? 0 : random.nextInt(10);
        String event = registration.kind() + " " + registration.callId();
        return switch (luck) {
            case 6, 7 -> RecordingDestination.unavailable();
            case 8 -> {
                arrived.add(event);
                answersLost.merge(event, 1, Integer::sum);
                yield new Delivery.Unavailable("the connection broke off", Optional.empty());
            }
            case 9 -> new Delivery.Unavailable("too many", Optional.of(Duration.ofSeconds(random.nextInt(300))));
            default -> {
                arrived.add(event);
                yield RecordingDestination.accepted();
            }
        };
    }
}
