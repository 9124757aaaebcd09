package io.deskbell.relay;

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
import io.deskbell.source.Settling;
import io.deskbell.source.intake.IntakeTranslator;
import io.deskbell.source.mqtt.MqttTranslator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All of a desk between the broker and the outbox, by a clock of the test's own. */
final class RelayedDesk {
    private static final Instant DAWN = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PHONE = "mqtt";

    private final Map<String, List<String>> registered = new TreeMap<>();
    private final Settling<String> ends = new Settling<>(Settling.USUAL);
    private final MqttTranslator translator;
    private final DeskCalls calls;
    private final Registrar registrar = new Registrar(new RegistrationRules(TransferRole.GIVER, Optional.empty(),
            Optional.empty(), Optional.empty()));
    private final PhoneListener listener = new PhoneListener() {
        @Override
        public void watching() {
            calls.reconnected(PHONE);
        }

        @Override
        public void report(CallReport report) {
            calls.report(PHONE, report).forEach(RelayedDesk.this::happened);
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            calls.snapshot(PHONE, reports, at).forEach(RelayedDesk.this::happened);
        }
    };

    RelayedDesk(String extension) {
        NumberPlan plan = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension(extension));
        translator = new MqttTranslator(() -> {
            IntakeTranslator intake = new IntakeTranslator(extension, plan);
            return (by, body, at, told) -> intake.came(IntakeTranslator.TOLD, by + "\n" + body, at, told);
        });
        calls = new DeskCalls(List.of(PHONE), () -> new CallTracker(new Extension(extension), TrackerLimits.USUAL),
                List.of());
    }

    /** As the source does with what the broker brings. */
    void came(String letter, Instant now) {
        letPass(nanos(now));
        if (MqttTranslator.mayHaveOvertaken(MqttTranslator.LETTER, letter)) ends.keep(letter, nanos(now));
        else tell(letter, now);
    }

    void finish() {
        letPass(Long.MAX_VALUE / 2);
    }

    /** What is registered of each call, by its id. */
    Map<String, List<String>> registered() {
        return registered;
    }

    private void letPass(long now) {
        for (Optional<Long> due = ends.dueAt(); due.filter(at -> at <= now).isPresent(); due = ends.dueAt()) {
            Instant moment = DAWN.plusNanos(due.get());
            ends.due(due.get()).forEach(end -> tell(end, moment));
        }
    }

    private void tell(String letter, Instant now) {
        calls.tick(now).forEach(this::happened);
        try {
            translator.came(MqttTranslator.LETTER, new String(letter.getBytes(StandardCharsets.UTF_8),
                    StandardCharsets.ISO_8859_1), now, listener);
        } catch (InterruptedException nobodyDoes) {
            throw new IllegalStateException(nobodyDoes);
        }
    }

    private void happened(CallEvent event) {
        registrar.registrationFor(event).ifPresent(told -> registered
                .computeIfAbsent(told.callId(), id -> new ArrayList<>())
                .add(told.kind() + " " + told.extension().digits()));
    }

    private static long nanos(Instant at) {
        return Duration.between(DAWN, at).toNanos();
    }
}
