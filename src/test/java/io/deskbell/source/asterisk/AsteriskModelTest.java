package io.deskbell.source.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.RegistrationRules.TransferRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A thousand generated sequences of calls, with messages lost, repeated and out of order: what Agent Inbox would
 * receive of all desks equals what happened. A failure names its seed, which alone is played by {@code -Dseed=N}.
 */
class AsteriskModelTest {
    private static final int SEQUENCES = 1_000;
    private static final int STEPS = 14;
    private static final String DID = "0201234567";

    @Test
    void whatAgentInboxWouldReceiveEqualsWhatHappened() {
        Optional<Long> only = Optional.ofNullable(System.getProperty("seed")).map(Long::valueOf);
        long first = only.orElse(new Random().nextLong(1_000_000_000L));
        System.out.println("AsteriskModelTest: seeds from " + first);
        for (long seed = first; seed < first + (only.isPresent() ? 1 : SEQUENCES); seed++) {
            new Day(seed).play();
        }
    }

    /** One sequence, and what is expected of it. */
    private static final class Day {
        private final long seed;
        private final Random random;
        private final TransferRole role;
        private final Office office;
        private final List<Going> calls = new ArrayList<>();
        private final Map<String, List<String>> expected = new LinkedHashMap<>();
        private int callers;

        /** A call that is going on, as it really stands. */
        private static final class Going {
            PretendChannel customer;
            PretendChannel phone;
            String number;
            String desk;
            String id;
            String way = "INBOUND +31201234567";
            /** Who had it first. */
            String giver;
            boolean talking;
            boolean held;
            boolean given;
            boolean outbound;
        }

        Day(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.role = random.nextBoolean() ? TransferRole.GIVER : TransferRole.TAKER;
            this.office = new Office(role);
            Office.EXTENSIONS.forEach(desk -> expected.put(desk, new ArrayList<>()));
        }

        void play() {
            for (int step = 0; step < STEPS; step++) {
                tamper();
                if (calls.size() < 2 && random.nextInt(3) > 0 || calls.isEmpty()) begin();
                else goOn(calls.get(random.nextInt(calls.size())));
                office.pass(Duration.ofSeconds(3 + random.nextInt(20)));
            }
            while (!calls.isEmpty()) end(calls.getFirst());
            office.pass(Duration.ofSeconds(30));
            for (String desk : Office.EXTENSIONS) {
                assertEquals(String.join("\n", expected.get(desk)), String.join("\n", office.registeredBy(desk)),
                        "seed " + seed + ", " + role + ", desk " + desk);
            }
        }

        /** Of the next step messages come twice and in another order, or the line is lost before it and comes back. */
        private void tamper() {
            if (random.nextInt(3) == 0) office.shuffle(random);
            if (random.nextInt(8) == 0) {
                office.disconnect();
                office.connect();
            }
            if (random.nextInt(8) == 0) office.lookForLost();
        }

        private Optional<String> freeDesk() {
            List<String> free = Office.EXTENSIONS.stream().filter(desk -> calls.stream()
                    .noneMatch(call -> desk.equals(call.desk))).toList();
            return free.isEmpty() ? Optional.empty() : Optional.of(free.get(random.nextInt(free.size())));
        }

        private void begin() {
            Optional<String> desk = freeDesk();
            if (desk.isEmpty()) return;
            Going call = new Going();
            call.desk = desk.get();
            call.number = "06123456" + (10 + callers++);
            calls.add(call);
            if (random.nextInt(4) == 0) {
                call.outbound = true;
                call.way = "OUTBOUND";
                call.phone = office.pbx.dials(call.desk, call.number);
                call.customer = office.pbx.ringOutside(call.phone, call.number);
                call.id = call.phone.id;
            } else {
                call.customer = office.pbx.incoming(call.number, DID);
                call.id = call.customer.id;
                call.phone = random.nextInt(3) == 0 ? office.pbx.ringByQueue(call.customer, call.desk)
                        : office.pbx.ring(call.customer, call.desk);
            }
            office.settle();
        }

        private void goOn(Going call) {
            boolean lost = random.nextInt(6) == 0;
            if (lost) office.disconnect();
            if (!call.talking) answerOrNot(call);
            else if (lost || call.outbound && random.nextBoolean()) hold(call);
            else talkOn(call);
            office.settle();
            if (lost) office.connect();
        }

        private void answerOrNot(Going call) {
            int luck = random.nextInt(5);
            if (luck == 0) {
                end(call);
            } else if (luck == 1 && !call.outbound) {
                pickUp(call);
            } else {
                if (call.outbound) office.pbx.answer(call.phone, call.customer, List.of());
                else office.pbx.answer(call.customer, call.phone, List.of());
                call.talking = true;
                register(call, "ANSWERED", call.desk, call.desk);
            }
        }

        private void pickUp(Going call) {
            Optional<String> other = freeDesk();
            if (other.isEmpty()) return;
            PretendChannel picker = office.pbx.dials(other.get(), "*8");
            office.pbx.pickUp(picker, call.customer, call.phone);
            call.phone = picker;
            call.desk = other.get();
            call.talking = true;
            register(call, "ANSWERED", call.desk, call.desk);
        }

        private void talkOn(Going call) {
            switch (random.nextInt(7)) {
                case 0 -> hold(call);
                case 1 -> blind(call);
                case 2 -> attended(call, true);
                case 3 -> attended(call, false);
                case 4 -> park(call);
                case 5 -> backIntoTheQueue(call);
                default -> end(call);
            }
        }

        private void hold(Going call) {
            call.held = !call.held;
            office.pbx.hold(call.phone, call.held);
        }

        private void blind(Going call) {
            Optional<String> taker = freeDesk();
            if (taker.isEmpty()) return;
            office.pbx.blind(call.phone, call.customer, taker.get());
            office.settle();
            office.pass(Duration.ofSeconds(random.nextInt(6)));
            PretendChannel rung = office.pbx.ring(call.customer, taker.get());
            office.pass(Duration.ofSeconds(random.nextInt(6)));
            office.pbx.answer(call.customer, rung, List.of());
            taken(call, taker.get(), rung);
        }

        private void attended(Going call, boolean answered) {
            Optional<String> taker = freeDesk();
            if (taker.isEmpty()) return;
            PretendChannel second = office.pbx.dials(call.desk, taker.get());
            PretendChannel target = office.pbx.ring(second, taker.get());
            office.settle();
            office.pass(Duration.ofSeconds(4));
            if (answered) office.pbx.answer(second, target, List.of());
            office.settle();
            office.pass(Duration.ofSeconds(4));
            office.pbx.attended(call.phone, second, call.customer, target);
            if (!answered) {
                office.settle();
                office.pass(Duration.ofSeconds(4));
                office.pbx.answer(call.customer, target, List.of());
            }
            taken(call, taker.get(), target);
        }

        private void park(Going call) {
            Optional<String> taker = freeDesk();
            if (taker.isEmpty()) return;
            office.pbx.park(call.phone, call.customer, "701");
            office.settle();
            office.pass(Duration.ofSeconds(random.nextInt(30)));
            PretendChannel fetcher = office.pbx.dials(taker.get(), "701");
            office.pbx.fetch(fetcher, call.customer, "701");
            taken(call, taker.get(), fetcher);
        }

        private void backIntoTheQueue(Going call) {
            if (call.outbound) return;
            office.pbx.hangUp(call.phone, 16);
            office.settle();
            registerTheEnd(call);
            office.pass(Duration.ofSeconds(3 + random.nextInt(20)));
            call.talking = false;
            call.given = false;
            call.held = false;
            call.desk = freeDesk().filter(desk -> random.nextBoolean()).orElse(call.desk);
            call.phone = office.pbx.ringByQueue(call.customer, call.desk);
        }

        private void taken(Going call, String taker, PretendChannel phone) {
            office.settle();
            if (!call.given) call.giver = call.desk;
            call.desk = taker;
            call.phone = phone;
            call.given = !taker.equals(call.giver);
            call.held = false;
            register(call, "TRANSFER", role == TransferRole.GIVER ? call.giver : taker, taker);
        }

        private void end(Going call) {
            calls.remove(call);
            if (random.nextBoolean()) office.pbx.hangUp(call.phone, call.talking ? 16 : 26);
            office.pbx.hangUp(call.customer, 16);
            office.pbx.hangUp(call.phone, 16);
            office.settle();
            if (call.talking) registerTheEnd(call);
        }

        private void registerTheEnd(Going call) {
            boolean giver = call.given && role == TransferRole.GIVER;
            register(call, "DISCONNECTED", giver ? call.giver : call.desk, call.desk);
        }

        /** @param desk that tells it */
        private void register(Going call, String kind, String desk, String extension) {
            expected.get(desk).add(kind + " " + call.id + " +31" + call.number.substring(1) + " " + extension + " "
                    + call.way);
        }
    }
}
