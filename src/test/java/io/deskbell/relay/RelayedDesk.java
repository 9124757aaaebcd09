package io.deskbell.relay;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Registration;
import io.deskbell.source.RegisteringDesk;
import io.deskbell.source.Settling;
import io.deskbell.source.intake.IntakeTranslator;
import io.deskbell.source.mqtt.MqttTranslator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All of a desk between the broker and the outbox, by a clock of the test's own. */
final class RelayedDesk {
    private static final Instant DAWN = Instant.parse("2026-01-01T00:00:00Z");

    private final Settling<String> ends = new Settling<>(Settling.USUAL);
    private final MqttTranslator translator;
    private final RegisteringDesk desk;

    RelayedDesk(String extension) {
        NumberPlan plan = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension(extension));
        translator = new MqttTranslator(() -> {
            IntakeTranslator intake = new IntakeTranslator(extension, plan);
            return (by, body, at, told) -> intake.came(IntakeTranslator.TOLD, by + "\n" + body, at, told);
        });
        desk = new RegisteringDesk(extension);
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
        return desk.registered().stream().collect(Collectors.groupingBy(Registration::callId, TreeMap::new,
                Collectors.mapping(told -> told.kind() + " " + told.extension().digits(), Collectors.toList())));
    }

    private void letPass(long now) {
        for (Optional<Long> due = ends.dueAt(); due.filter(at -> at <= now).isPresent(); due = ends.dueAt()) {
            Instant moment = DAWN.plusNanos(due.get());
            ends.due(due.get()).forEach(end -> tell(end, moment));
        }
    }

    private void tell(String letter, Instant now) {
        desk.passes(now);
        try {
            translator.came(MqttTranslator.LETTER, new String(letter.getBytes(StandardCharsets.UTF_8),
                    StandardCharsets.ISO_8859_1), now, desk);
        } catch (InterruptedException nobodyDoes) {
            throw new IllegalStateException(nobodyDoes);
        }
    }

    private static long nanos(Instant at) {
        return Duration.between(DAWN, at).toNanos();
    }
}
