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

/**
 * What waits for Agent Inbox, what it refused, and what is known of the key. The key is never tried: the one request
 * there is would make a conversation.
 */
public final class QueueCheck implements Check {
    private static final String PART = "queue";
    private static final Duration LONG = Duration.ofMinutes(15);

    private final Path folder;
    private final Optional<CourierStatus> courier;
    private final Clock clock;

    /** @param courier how it stands, where the program that asks is the one that carries */
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
            if (kept.isEmpty()) findings.add(Finding.well(PART, "nothing was ever kept here"));
            else findings.addAll(counts(kept.get()));
            return findings;
        } catch (IOException unreadable) {
            return List.of(Finding.note(PART, "cannot be looked at: " + unreadable.getMessage()));
        }
    }

    private Finding key(Optional<Instant> accepted) {
        if (courier.isPresent() && courier.get() instanceof CourierStatus.Unauthorized refused) {
            return Finding.broken("key", refused.why() + "; refused since " + seconds(refused.since()));
        }
        return accepted.map(at -> Finding.well("key", "accepted: Agent Inbox last took an event at " + seconds(at)
                        + "; a key changed since then cannot be checked without a test event"))
                .orElse(Finding.note("key", "cannot be checked without a test event, which makes a conversation: make a"
                        + " call and look again"));
    }

    private List<Finding> counts(Inventory kept) {
        List<Finding> findings = new ArrayList<>();
        String words = kept.waiting() == 0 ? "nothing waits" : kept.waiting() + " wait, the oldest since "
                + kept.oldest().map(QueueCheck::seconds).orElse("?");
        boolean old = kept.oldest().filter(at -> at.plus(LONG).isBefore(clock.instant())).isPresent();
        findings.add(old ? Finding.note(PART, words + ": see inbox and key; nothing is lost, they go when it is back")
                : Finding.well(PART, words));
        if (kept.setAside() > 0) {
            findings.add(Finding.note(PART, kept.setAside() + " were refused and set aside: the call list says why, and"
                    + " they can be sent again from there"));
        }
        return findings;
    }

    private static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
