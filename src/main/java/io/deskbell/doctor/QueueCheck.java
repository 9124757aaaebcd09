package io.deskbell.doctor;

import io.deskbell.outbox.CourierStatus;
import io.deskbell.outbox.Inventory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What waits for Agent Inbox, what it refused, and what the program that carries knows of it and of the key. The key is
 * never tried: the one request there is would make a conversation.
 */
public final class QueueCheck implements Check {
    private static final Duration LONG = Duration.ofMinutes(15);

    private final Path folder;
    private final Optional<CourierStatus> courier;
    private final Clock clock;

    /** @param courier how it stands, where a program carries */
    public QueueCheck(Path folder, Optional<CourierStatus> courier, Clock clock) {
        this.folder = folder;
        this.courier = courier;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        try {
            Optional<Inventory> kept = Inventory.of(folder).filter(found -> found.damage().isEmpty());
            List<Finding> findings = new ArrayList<>();
            findings.add(key(kept.flatMap(Inventory::lastAccepted)));
            courier.flatMap(QueueCheck::away).ifPresent(findings::add);
            if (kept.isEmpty()) findings.add(DoctorReason.QUEUE_NEW.found());
            else findings.addAll(counts(kept.get()));
            return findings;
        } catch (IOException unreadable) {
            List<Finding> findings = new ArrayList<>(known());
            findings.add(DoctorReason.QUEUE_SHUT.found(unreadable.getMessage()));
            return findings;
        }
    }

    /** What needs no database. */
    private List<Finding> known() {
        return courier.stream().flatMap(status -> Stream.concat(refused(status).stream(), away(status).stream()))
                .toList();
    }

    private static Optional<Finding> refused(CourierStatus status) {
        return status instanceof CourierStatus.Unauthorized refused
                ? Optional.of(DoctorReason.KEY_REFUSED.found(seconds(refused.since()))) : Optional.empty();
    }

    private static Optional<Finding> away(CourierStatus status) {
        return status instanceof CourierStatus.Unavailable away
                ? Optional.of(DoctorReason.INBOX_TAKES_NOTHING.found(seconds(away.since()), away.reason()))
                : Optional.empty();
    }

    private boolean goes() {
        return courier.isEmpty() || courier.get() instanceof CourierStatus.Delivering;
    }

    private Finding key(Optional<Instant> accepted) {
        return courier.flatMap(QueueCheck::refused).orElseGet(() ->
                accepted.map(at -> DoctorReason.KEY_ACCEPTED.found(seconds(at)))
                        .orElseGet(DoctorReason.KEY_UNTRIED::found));
    }

    private List<Finding> counts(Inventory kept) {
        List<Finding> findings = new ArrayList<>();
        boolean old = kept.oldest().filter(at -> at.plus(LONG).isBefore(clock.instant())).isPresent();
        findings.add(kept.waiting() == 0 ? DoctorReason.QUEUE_EMPTY.found()
                : (old || !goes() ? DoctorReason.QUEUE_WAITS_LONG : DoctorReason.QUEUE_WAITS)
                        .found(kept.waiting(), kept.oldest().map(QueueCheck::seconds).orElse("?")));
        if (kept.setAside() > 0) findings.add(DoctorReason.QUEUE_REFUSED.found(kept.setAside()));
        return findings;
    }

    private static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
