package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.RegistrationRules.TransferRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A desk has a day of calls, and two phones tell of it, each late, each losing words and its line now and then: what is
 * registered is what happened. What both lost nobody can know, so each thing that happens reaches one of them.
 */
class DeskCallsPropertyTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    private final long seed = Long.getLong("seed", new Random().nextLong());
    private final Random random = new Random(seed);
    private final List<Word> words = new ArrayList<>();
    private final Map<String, List<String>> happened = new TreeMap<>();

    /** What a phone says: a report, or that its line is back and these are its calls. */
    private record Word(Instant at, String phone, Optional<CallReport> report, List<CallReport> all) {
    }

    /** A call as it was; never answered when {@code answeredAt} is empty. */
    private record Truth(int number, Direction direction, Instant begunAt, Optional<Instant> answeredAt,
                         Instant endedAt) {
        boolean livesAt(Instant at) {
            return !at.isBefore(begunAt) && at.isBefore(endedAt);
        }

        boolean answeredBy(Instant at) {
            return answeredAt.filter(when -> !when.isAfter(at)).isPresent();
        }

        String phoneNumber() {
            return "+3161234" + String.format("%04d", number % 7); // Some customers call again.
        }
    }

    @Test
    void whatIsRegisteredIsWhatHappened() {
        for (int round = 0; round < Integer.getInteger("rounds", 300); round++) {
            words.clear();
            happened.clear();
            List<Truth> day = day(1 + random.nextInt(12));
            boolean numberless = random.nextInt(3) == 0;
            tell(day, numberless);
            int number = round;
            assertEquals(happened, registered(), () -> "seed " + seed + ", round " + number + "\n" + told());
        }
    }

    /** Two calls at once at the most, as a person has; each begins a while after the one before. */
    private List<Truth> day(int calls) {
        List<Truth> day = new ArrayList<>();
        Instant at = BEGIN;
        for (int i = 0; i < calls; i++) {
            Instant answer = at.plusMillis(1_500 + random.nextInt(15_000));
            boolean answered = random.nextInt(4) > 0;
            Instant end = answer.plusMillis(8_000 + random.nextInt(60_000));
            Direction way = random.nextInt(4) == 0 ? Direction.OUTBOUND : Direction.INBOUND;
            Truth call = new Truth(i, way, at, answered ? Optional.of(answer) : Optional.empty(), end);
            day.add(call);
            boolean overlap = random.nextInt(4) == 0;
            at = overlap ? answer.plusSeconds(8) : end.plusSeconds(12);
            if (answered) note(call);
        }
        return day;
    }

    private void note(Truth call) {
        happened.computeIfAbsent(call.phoneNumber(), n -> new ArrayList<>())
                .addAll(List.of("ANSWERED " + call.direction(), "DISCONNECTED " + call.direction()));
    }

    private void tell(List<Truth> day, boolean numberless) {
        Instant[] outage = {BEGIN.plusSeconds(random.nextInt(300)), null};
        outage[1] = outage[0].plusSeconds(random.nextInt(60));
        String down = random.nextBoolean() ? "a" : "b";
        for (Truth call : day) {
            tell(call, CallState.RINGING, call.begunAt(), numberless, down, outage);
            call.answeredAt().ifPresent(at -> tell(call, CallState.CONNECTED, at, numberless, down, outage));
            tell(call, CallState.ENDED, call.endedAt(), numberless, down, outage);
        }
        if (random.nextBoolean()) return; // A phone that only pushes has no list to show when it is back.
        List<CallReport> all = day.stream().filter(call -> call.livesAt(outage[1]))
                .map(call -> report(call, down, call.answeredBy(outage[1]) ? CallState.CONNECTED : CallState.RINGING,
                        outage[1], numberless && down.equals("a"))).toList();
        words.add(new Word(outage[1], down, Optional.empty(), all));
    }

    /** One of the two may lose it, and the one whose line is down does. */
    private void tell(Truth call, CallState state, Instant at, boolean numberless, String down, Instant[] outage) {
        boolean lost = at.isAfter(outage[0]) && at.isBefore(outage[1]);
        String loser = random.nextInt(6) == 0 ? random.nextBoolean() ? "a" : "b" : "";
        // What only one phone knows, the number, must not be lost; nor must an end be told by nobody but the other.
        if (numberless && loser.equals("b")) loser = "";
        for (String phone : List.of("a", "b")) {
            boolean silent = lost ? phone.equals(down) && !(numberless && phone.equals("b")) : phone.equals(loser);
            if (silent) continue;
            Instant arrives = at.plusMillis(random.nextInt(1_200));
            words.add(new Word(arrives, phone,
                    Optional.of(report(call, phone, state, arrives, numberless && phone.equals("a"))), List.of()));
        }
    }

    private CallReport report(Truth call, String phone, CallState state, Instant at, boolean numberless) {
        CallState own = state == CallState.RINGING && call.direction() == Direction.OUTBOUND
                ? CallState.DIALING : state;
        CallReport report = CallReport.of(CallKey.leg(phone + call.number()), own, at).going(call.direction());
        return numberless ? report
                : report.with(new Party.Outside(new PhoneNumber(call.phoneNumber()), phone.equals("a") ? "Jan" : ""));
    }

    private Map<String, List<String>> registered() {
        words.sort(Comparator.comparing(Word::at));
        DeskCalls desk = new DeskCalls(List.of("a", "b"),
                () -> new CallTracker(new Extension("201"), TrackerLimits.USUAL), List.of());
        List<CallEvent> events = new ArrayList<>();
        for (Word word : words) {
            passTime(desk, word.at(), events);
            if (word.report().isEmpty()) desk.reconnected(word.phone());
            events.addAll(word.report().map(report -> desk.report(word.phone(), report))
                    .orElseGet(() -> desk.snapshot(word.phone(), word.all(), word.at())));
        }
        passTime(desk, BEGIN.plus(Duration.ofDays(2)), events);
        assertEquals(List.of(), desk.calls(), () -> "seed " + seed);
        return registrations(events);
    }

    private static void passTime(DeskCalls desk, Instant until, List<CallEvent> events) {
        for (Optional<Instant> due = desk.nextDue(); due.filter(at -> !at.isAfter(until)).isPresent();
                due = desk.nextDue()) {
            events.addAll(desk.tick(due.get()));
        }
    }

    private Map<String, List<String>> registrations(List<CallEvent> events) {
        Registrar registrar = new Registrar(
                new RegistrationRules(TransferRole.GIVER, Optional.empty(), Optional.empty(), Optional.empty()));
        Map<String, List<String>> kinds = new TreeMap<>();
        Map<String, List<String>> byId = new TreeMap<>();
        events.forEach(event -> registrar.registrationFor(event).ifPresent(told -> {
            kinds.computeIfAbsent(told.number(), n -> new ArrayList<>()).add(told.kind() + " " + told.direction());
            byId.computeIfAbsent(told.callId(), n -> new ArrayList<>()).add(told.kind().name());
        }));
        byId.forEach((id, told) -> assertEquals(List.of("ANSWERED", "DISCONNECTED"), told,
                () -> "seed " + seed + ", call " + id + "\n" + told()));
        return kinds;
    }

    private String told() {
        List<String> lines = new ArrayList<>();
        words.forEach(word -> lines.add(Duration.between(BEGIN, word.at()) + " " + word.phone() + " "
                + word.report().map(DeskCallsPropertyTest::shown).orElseGet(() -> "back with "
                + word.all().stream().map(DeskCallsPropertyTest::shown).toList())));
        return String.join("\n", lines);
    }

    private static String shown(CallReport report) {
        return report.key().value() + " " + report.state() + " " + report.direction().orElseThrow() + " "
                + report.party();
    }
}
