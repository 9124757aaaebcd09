package io.deskbell.source.xelion;

import static io.deskbell.source.xelion.XelionExchange.ONE;
import static io.deskbell.source.xelion.XelionExchange.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.RegistrationRules.TransferRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A thousand made-up sequences of calls at a made-up Xelion, over a wire that repeats, reorders, cuts and breaks: what
 * Agent Inbox is told equals what happened. A failure names its seed; {@code -Dxelion.seed=} plays that one, aloud.
 */
class XelionModelTest {
    private static final int SEQUENCES = 1_000;

    private long seed;
    private Random random;
    private XelionExchange exchange;
    private VirtualDesk desk;
    private TransferRole role;
    private boolean ownOnly;
    private boolean outage;
    private int customers;
    private Map<String, List<String>> expected;

    @Test
    void whatAgentInboxIsToldIsWhatHappened() throws Exception {
        Long again = Long.getLong("xelion.seed");
        Random seeds = new Random();
        for (int i = 0; i < (again == null ? SEQUENCES : 1); i++) {
            seed = again == null ? seeds.nextLong() : again;
            play();
        }
    }

    private void play() throws Exception {
        random = new Random(seed);
        exchange = new XelionExchange();
        exchange.namesDeviceCallsAsChannels(random.nextBoolean());
        role = random.nextBoolean() ? TransferRole.TAKER : TransferRole.GIVER;
        ownOnly = random.nextInt(3) == 0;
        desk = new VirtualDesk(exchange, ownOnly, random.nextBoolean(), role, random);
        expected = new LinkedHashMap<>();
        StringBuilder story = new StringBuilder();
        try {
            desk.connect();
            for (int calls = 1 + random.nextInt(4); calls > 0; calls--) {
                int script = random.nextInt(15);
                story.append(' ').append(script);
                act(script);
                step();
            }
        } catch (RuntimeException fault) {
            throw new AssertionError(where(story), fault);
        }
        expected.forEach((call, lines) -> assertEquals(lines, desk.toldOf(call), () -> where(story) + ", " + call));
        assertEquals(expected.values().stream().mapToInt(List::size).sum(), desk.toldInAll(), () -> where(story));
    }

    private String where(StringBuilder story) {
        return "seed " + seed + ", " + role + (ownOnly ? ", own channels only" : "") + ", scripts" + story;
    }

    private void act(int script) throws Exception {
        switch (script) {
            case 0 -> answered();
            case 1 -> missed();
            case 2 -> dialled();
            case 3 -> internal();
            case 4 -> attended();
            case 5 -> blind();
            case 6 -> attendedTaken();
            case 7 -> blindTaken();
            case 8 -> twins();
            case 9 -> heldAndParked();
            case 10 -> renamed();
            case 11 -> withheld();
            case 12 -> twoAtOnce();
            case 13 -> givenBack();
            default -> ofOthers();
        }
    }

    /** A moment in which the line may be lost and found again, and the telephone system goes on. */
    private void step(Event... events) throws Exception {
        outage = events.length > 0 && random.nextInt(6) == 0;
        if (outage) desk.disconnect();
        for (Event event : events) {
            event.happens();
            if (random.nextInt(3) == 0) ofOthers();
        }
        if (outage) {
            desk.pass(Duration.ofMillis(500 + random.nextInt(2_000)));
            desk.connect();
        }
        desk.pass(Duration.ofMillis(12_000 + random.nextInt(20_000)));
    }

    private interface Event {
        void happens() throws Exception;
    }

    private String number() {
        return "+3161234" + (1_000 + ++customers % 9_000);
    }

    private String name() {
        return random.nextInt(3) == 0 ? "" : "Customer " + customers;
    }

    private void expect(String call, String... lines) {
        expected.put(call, List.of(lines));
    }

    private static String line(String kind, String number, String extension, String way) {
        return kind + " " + number + " " + extension + " " + way;
    }

    private String[] whole(String number, String way) {
        return new String[] {line("ANSWERED", number, "101", way), line("DISCONNECTED", number, "101", way)};
    }

    private void answered() throws Exception {
        String number = number();
        String call = exchange.calls(number, name(), ONE, TWO);
        step();
        step(() -> exchange.answer(call, ONE));
        step(() -> exchange.hangUp(call));
        expect(call, whole(number, "in"));
    }

    private void missed() throws Exception {
        String call = exchange.calls(number(), name(), ONE, TWO);
        step();
        if (random.nextBoolean()) step(() -> exchange.answer(call, TWO));
        else if (random.nextBoolean()) step(() -> exchange.missed(call, ONE));
        step(() -> exchange.hangUp(call));
        expect(call);
    }

    private void dialled() throws Exception {
        String number = number();
        String call = exchange.dials(ONE, number, name());
        step();
        boolean taken = random.nextInt(3) > 0;
        if (taken) step(() -> exchange.isAnswered(call));
        step(() -> exchange.hangUp(call));
        expect(call, taken ? whole(number, "out") : new String[0]);
    }

    private void internal() throws Exception {
        String call = random.nextBoolean() ? exchange.dials(ONE, "102", "") : exchange.dials(TWO, "101", "");
        step();
        step(() -> exchange.isAnswered(call));
        step(() -> exchange.hangUp(call));
        expect(call);
    }

    private void attended() throws Exception {
        String number = number();
        String call = exchange.calls(number, name(), ONE);
        step();
        step(() -> exchange.answer(call, ONE));
        String consultation = exchange.dials(ONE, "102", "");
        step();
        step(() -> exchange.isAnswered(consultation));
        boolean wordFirst = random.nextBoolean();
        step(() -> exchange.transfer(call, consultation, ONE, wordFirst));
        boolean unseen = outage && ownOnly;
        step(() -> exchange.hangUp(call));
        String answered = line("ANSWERED", number, "101", "in");
        String given = line("TRANSFER", number, "102", "in");
        if (unseen) expect(call, whole(number, "in"));
        else if (role == TransferRole.TAKER) expect(call, answered);
        else if (ownOnly) expect(call, answered, given);
        else expect(call, answered, given, line("DISCONNECTED", number, "102", "in"));
        expect(consultation);
    }

    private void blind() throws Exception {
        String number = number();
        String call = exchange.calls(number, name(), ONE);
        step();
        step(() -> exchange.answer(call, ONE));
        step(() -> exchange.blind(call, ONE, TWO));
        boolean unseen = outage && ownOnly;
        boolean taken = random.nextBoolean();
        if (taken) step(() -> exchange.answer(call, TWO));
        step(() -> exchange.hangUp(call));
        boolean takersWord = role == TransferRole.TAKER && (taken || ownOnly) && !unseen;
        if (takersWord) expect(call, line("ANSWERED", number, "101", "in"));
        else expect(call, whole(number, "in"));
    }

    private void attendedTaken() throws Exception {
        String number = number();
        String call = exchange.calls(number, name(), TWO);
        exchange.answer(call, TWO);
        step();
        String consultation = exchange.dials(TWO, "101", "");
        step();
        step(() -> exchange.isAnswered(consultation));
        step(() -> exchange.transfer(call, consultation, TWO, random.nextBoolean()));
        step(() -> exchange.hangUp(call));
        expect(consultation);
        expectTaken(call, number, desk.knewColleague() || !ownOnly);
    }

    private void blindTaken() throws Exception {
        String number = number();
        String call = exchange.calls(number, name(), TWO);
        exchange.answer(call, TWO);
        step();
        step(() -> exchange.blind(call, TWO, ONE));
        step(() -> exchange.answer(call, ONE));
        step(() -> exchange.hangUp(call));
        expectTaken(call, number, !ownOnly);
    }

    /** @param known that a colleague had it before */
    private void expectTaken(String call, String number, boolean known) {
        if (!known) expect(call, whole(number, "in"));
        else if (role == TransferRole.GIVER) expect(call);
        else expect(call, line("TRANSFER", number, "101", "in"), line("DISCONNECTED", number, "101", "in"));
    }

    /** The colleague who got the call gives it back, which the agent may miss. */
    private void givenBack() throws Exception {
        String number = number();
        String call = exchange.calls(number, name(), ONE);
        step();
        step(() -> exchange.answer(call, ONE));
        String consultation = exchange.dials(ONE, "102", "");
        step();
        step(() -> exchange.isAnswered(consultation));
        boolean atOnce = random.nextBoolean();
        if (atOnce) exchange.transfer(call, consultation, ONE, random.nextBoolean());
        else seen(() -> exchange.transfer(call, consultation, ONE, random.nextBoolean()));
        if (atOnce) desk.pass(Duration.ofMillis(2_100 + random.nextInt(8_000)));
        boolean blind = random.nextBoolean();
        boolean inVain = blind && random.nextInt(3) == 0;
        if (blind) {
            seen(() -> exchange.blind(call, TWO, ONE));
            if (inVain) seen(() -> exchange.leaves(call, ONE), () -> exchange.join(call, TWO, "CALLEE", "CONNECTED"));
            else seen(() -> exchange.answer(call, ONE));
        } else {
            String back = exchange.dials(TWO, "101", "");
            step();
            step(() -> exchange.isAnswered(back));
            seen(() -> exchange.transfer(call, back, TWO, random.nextBoolean()));
            expect(back);
        }
        step(() -> exchange.hangUp(call));
        expect(consultation);
        List<String> lines = new ArrayList<>(List.of(line("ANSWERED", number, "101", "in")));
        if (role == TransferRole.GIVER) lines.add(line("TRANSFER", number, "102", "in"));
        if (!inVain) lines.add(line("TRANSFER", number, "101", "in"));
        if (!inVain) lines.add(line("DISCONNECTED", number, "101", "in"));
        else if (role == TransferRole.GIVER) lines.add(line("DISCONNECTED", number, "102", "in"));
        expect(call, lines.toArray(String[]::new));
    }

    /** A step that must not go unseen where the agent's own channels are all that is told. */
    private void seen(Event... events) throws Exception {
        if (!ownOnly) {
            step(events);
            return;
        }
        for (Event event : events) event.happens();
        step();
    }

    private void twins() throws Exception {
        String number = number();
        String call = exchange.calls(number, name(), ONE);
        exchange.ring(call, ONE, true);
        step();
        step(() -> exchange.answer(call, ONE));
        step(() -> exchange.toTwin(call, ONE));
        step(() -> exchange.hangUp(call));
        expect(call, whole(number, "in"));
    }

    private void heldAndParked() throws Exception {
        String number = number();
        String call = exchange.calls(number, name(), ONE);
        step();
        step(() -> exchange.answer(call, ONE));
        step(() -> exchange.state(call, ONE, "HOLD"));
        step(() -> exchange.state(call, ONE, "CONNECTED"));
        if (!ownOnly) { // Where the customer's channel is not told, a parked call is over.
            step(() -> exchange.park(call, ONE, "701"));
            step(() -> exchange.retrieve(call, ONE));
        }
        step(() -> exchange.hangUp(call));
        expect(call, whole(number, "in"));
    }

    private void renamed() throws Exception {
        String number = number();
        String call = exchange.calls(number, name(), ONE);
        step();
        step(() -> exchange.answer(call, ONE));
        String[] other = {call};
        step(() -> other[0] = exchange.renamed(call));
        step(() -> exchange.hangUp(other[0]));
        expect(call, whole(number, "in"));
    }

    private void withheld() throws Exception {
        String call = exchange.calls("anonymous", "", ONE);
        step();
        step(() -> exchange.answer(call, ONE));
        step(() -> exchange.hangUp(call));
        expect(call);
    }

    private void twoAtOnce() throws Exception {
        String first = number();
        String one = exchange.calls(first, name(), ONE);
        step();
        step(() -> exchange.answer(one, ONE));
        String second = number();
        String other = exchange.calls(second, name(), ONE);
        step();
        step(() -> exchange.state(one, ONE, "HOLD"));
        step(() -> exchange.answer(other, ONE));
        step(() -> exchange.hangUp(random.nextBoolean() ? one : other));
        step(() -> exchange.hangUp(one), () -> exchange.hangUp(other));
        expect(one, whole(first, "in"));
        expect(other, whole(second, "in"));
    }

    private void ofOthers() {
        String call = exchange.calls(number(), name(), TWO);
        exchange.answer(call, TWO);
        if (random.nextBoolean()) exchange.join(call, ONE, "listening", "CONNECTED");
        exchange.hangUp(call);
    }
}
