package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.Party;
import io.deskbell.call.Registration;
import io.deskbell.source.RegisteringDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A thousand afternoons of a line of Windows, such as Mondago's Go Connect brings, by drivers with the known trouble.
 * What Agent Inbox would receive equals what happened. The seed is printed; {@code -Dseed=} plays it again.
 */
class TapiModelTest {
    private static final int AFTERNOONS = 1_000;
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final List<String> COLLEAGUES = List.of("202", "203", "204");

    private final long seed = Optional.ofNullable(System.getProperty("seed")).map(Long::valueOf)
            .orElseGet(System::nanoTime);
    private final Random random = new Random(seed);
    private final Map<String, List<String>> expected = new TreeMap<>();
    /** By whose they were: how many calls. */
    private final Map<String, Integer> seen = new TreeMap<>();
    private PretendLine line;
    private int customers;

    @Test
    void whatAgentInboxWouldReceiveEqualsWhatHappened() throws Exception {
        System.out.println("TapiModelTest seed " + seed);
        for (int afternoon = 0; afternoon < AFTERNOONS; afternoon++) {
            expected.clear();
            seen.clear();
            line = new PretendLine(random, NOON);
            List<String> scripts = new ArrayList<>();
            for (int call = 0; call < 5; call++) {
                scripts.add(happens(random.nextInt(9)));
                line.passes(3_000, 60_000);
            }
            String story = "seed " + seed + ", afternoon " + afternoon + " " + scripts + ", " + line.manners();
            RegisteringDesk desk = watch();
            assertEquals(expected, registered(desk), () -> story + "\n" + lines());
            assertEquals(seen, shown(desk), () -> story + "\n" + lines());
        }
    }

    private String lines() {
        return line.told().stream().map(told -> told.at() + " " + told.text()).collect(Collectors.joining());
    }

    private String customer() {
        customers = (customers + 1) % 10_000;
        String number = "061234%04d".formatted(customers);
        seen.merge(international(number), 1, Integer::sum);
        return number;
    }

    private String colleague() {
        String number = COLLEAGUES.get(random.nextInt(COLLEAGUES.size()));
        seen.merge(number, 1, Integer::sum);
        return number;
    }

    private void expect(String customer, String... registered) {
        expected.computeIfAbsent(international(customer), any -> new ArrayList<>()).addAll(List.of(registered));
    }

    private static String international(String number) {
        return "+31" + number.substring(1);
    }

    /** Returns what it was. */
    private String happens(int script) {
        String who = script == 8 ? colleague() : customer();
        switch (script) {
            case 0 -> {
                PretendLine.Leg leg = talks(who);
                leg.ends(Tapi.Disconnect.NORMAL);
                expect(who, "ANSWERED 201 inbound", "DISCONNECTED 201 inbound");
                return "answered";
            }
            case 1 -> {
                PretendLine.Leg leg = line.rings(who);
                line.passes(2_000, 20_000);
                leg.ends(random.nextBoolean() ? Tapi.Disconnect.NOANSWER : Tapi.Disconnect.PICKUP);
                return "not answered";
            }
            case 2 -> {
                PretendLine.Leg leg = line.dials(who);
                line.passes(2_000, 20_000);
                leg.connects();
                line.passes(2_000, 60_000);
                leg.ends(Tapi.Disconnect.NORMAL);
                expect(who, "ANSWERED 201 outbound", "DISCONNECTED 201 outbound");
                return "dialled";
            }
            case 3 -> {
                PretendLine.Leg leg = line.dials(who);
                line.passes(2_000, 20_000);
                if (random.nextBoolean()) leg.is(Tapi.State.BUSY);
                leg.ends(Tapi.Disconnect.NOANSWER);
                return "dialled in vain";
            }
            case 4 -> {
                return "second caller " + secondCaller(who);
            }
            default -> {
                return script < 7 ? consultation(who, script == 5) : script == 7 ? handedOn(who) : ofColleagues(who);
            }
        }
    }

    private PretendLine.Leg talks(String who) {
        PretendLine.Leg leg = line.rings(who);
        line.passes(2_000, 15_000);
        mayBeLost(leg);
        leg.connects();
        line.passes(3_000, 60_000);
        mayBeLost(leg);
        if (random.nextInt(3) == 0) {
            leg.is(Tapi.State.ONHOLD);
            line.passes(2_000, 20_000);
            leg.is(Tapi.State.CONNECTED, 1);
            line.passes(2_000, 20_000);
        }
        return leg;
    }

    private void mayBeLost(PretendLine.Leg... legs) {
        if (random.nextInt(8) > 0) return;
        line.comesBack(legs);
        line.passes(2_000, 5_000);
    }

    private boolean secondCaller(String who) {
        PretendLine.Leg first = talks(who);
        String other = customer();
        PretendLine.Leg second = line.rings(other);
        line.passes(2_000, 10_000);
        boolean taken = random.nextBoolean();
        if (taken) {
            first.is(Tapi.State.ONHOLD);
            line.passes(300);
            second.connects();
            line.passes(2_000, 30_000);
            second.ends(Tapi.Disconnect.NORMAL);
            line.passes(2_000, 5_000);
            first.is(Tapi.State.CONNECTED, 1);
            expect(other, "ANSWERED 201 inbound", "DISCONNECTED 201 inbound");
        } else {
            second.ends(Tapi.Disconnect.NOANSWER);
        }
        line.passes(3_000, 20_000);
        first.ends(Tapi.Disconnect.NORMAL);
        expect(who, "ANSWERED 201 inbound", "DISCONNECTED 201 inbound");
        return taken;
    }

    private String consultation(String who, boolean handsOver) {
        PretendLine.Leg leg = talks(who);
        String colleague = colleague();
        PretendLine.Leg asks = line.consults(leg, colleague);
        line.passes(2_000, 10_000);
        asks.connects();
        line.passes(3_000, 20_000);
        mayBeLost(leg, asks);
        if (handsOver) {
            boolean customersFirst = random.nextBoolean();
            (customersFirst ? leg : asks).ends(Tapi.Disconnect.NORMAL);
            line.passes(800);
            (customersFirst ? asks : leg).ends(Tapi.Disconnect.NORMAL);
            expect(who, "ANSWERED 201 inbound", "TRANSFER " + colleague + " inbound");
            return "handed over";
        }
        asks.ends(Tapi.Disconnect.NORMAL);
        line.passes(2_000, 6_000);
        leg.is(Tapi.State.CONNECTED, 1);
        line.passes(3_000, 20_000);
        leg.ends(Tapi.Disconnect.NORMAL);
        expect(who, "ANSWERED 201 inbound", "DISCONNECTED 201 inbound");
        return "asked a colleague";
    }

    /** The colleague's desk tells Agent Inbox of the customer. */
    private String handedOn(String who) {
        String colleague = COLLEAGUES.getFirst();
        PretendLine.Leg leg = talks(colleague);
        leg.becomes(who, colleague);
        line.passes(3_000, 30_000);
        leg.ends(Tapi.Disconnect.NORMAL);
        return "handed on by a colleague";
    }

    private String ofColleagues(String who) {
        talks(who).ends(Tapi.Disconnect.NORMAL);
        return "a colleague called";
    }

    private RegisteringDesk watch() throws InterruptedException {
        RegisteringDesk desk = new RegisteringDesk("201");
        TapiTranslator translator = new TapiTranslator(Watched.PLAN);
        translator.lineUp();
        desk.watching();
        translator.came("tapi-calls", "", NOON.minusSeconds(1), desk);
        for (PretendLine.Told told : line.told()) {
            quiet(translator, desk, told.at());
            desk.passes(told.at());
            if (told.kind().equals("tapi-calls")) {
                if (told.restarted()) {
                    desk.restarts();
                    translator = new TapiTranslator(Watched.PLAN);
                }
                translator.lineUp();
                desk.watching();
            }
            if (told.kind().equals(PretendLine.LOST)) translator.lineUp();
            else translator.came(told.kind(), told.text(), told.at(), desk);
        }
        Instant night = line.now().plus(Duration.ofHours(1));
        quiet(translator, desk, night);
        desk.passes(night);
        return desk;
    }

    /** By the customer's number: what is registered, and for whom. */
    private static Map<String, List<String>> registered(RegisteringDesk desk) {
        return desk.registered().stream().collect(Collectors.groupingBy(Registration::number, TreeMap::new,
                Collectors.mapping(TapiModelTest::line, Collectors.toList())));
    }

    private static Map<String, Integer> shown(RegisteringDesk desk) {
        return desk.events().stream().filter(event -> List.of(Type.ENDED, Type.TRANSFERRED).contains(event.type()))
                .collect(Collectors.toMap(event -> other(event.call().party()), event -> 1, Integer::sum,
                        TreeMap::new));
    }

    private static String other(Party party) {
        return switch (party) {
            case Party.Outside outside -> outside.number().e164();
            case Party.Colleague colleague -> colleague.extension().digits();
            default -> "nobody";
        };
    }

    private static void quiet(TapiTranslator translator, RegisteringDesk desk, Instant until)
            throws InterruptedException {
        for (Optional<Instant> due = translator.nextDue(); due.filter(at -> at.isBefore(until)).isPresent();
                due = translator.nextDue()) {
            desk.passes(due.get());
            translator.quiet(due.get(), desk);
        }
    }

    private static String line(Registration told) {
        return told.kind() + " " + told.extension().digits() + " " + told.direction().name().toLowerCase(Locale.ROOT);
    }
}
