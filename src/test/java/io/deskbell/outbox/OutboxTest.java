package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Reason;
import io.deskbell.call.Registration.Kind;
import io.deskbell.call.Registration;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OutboxTest {
    private final InMemoryDisk disk = new InMemoryDisk();
    private final CourierRig rig = new CourierRig(disk, 1);

    @Test
    void anEventIsOnDiskBeforeAnybodyMayTakeIt() {
        rig.answered("a");

        assertEquals(List.of(Progress.WAITING), disk.progress());
        assertEquals(1, disk.writes);
        assertEquals(List.of("a"), List.copyOf(disk.calls.keySet()));
    }

    @Test
    void whatFollowsARefusedAnswerIsSetAsideWithTheReason() {
        refuse(Kind.ANSWERED);
        rig.answered("a");
        rig.record(Samples.registration(Kind.TRANSFER, "a", rig.now()));
        rig.run(Duration.ofSeconds(1));
        rig.disconnected("a");
        rig.run(Duration.ofSeconds(1));

        assertEquals(List.of("ANSWERED a"), rig.destination.brought);
        assertEquals(List.of("no such extension", "its Answered was refused", "its Answered was refused"), words());
        assertEquals(new Counts(0, 3, 0, Optional.empty()), rig.outbox.counts());
    }

    @Test
    void whatFollowsARefusedTransferIsSetAsideToo() {
        refuse(Kind.TRANSFER);
        rig.answered("a");
        rig.record(Samples.registration(Kind.TRANSFER, "a", rig.now()));
        rig.disconnected("a");
        rig.run(Duration.ofSeconds(1));

        assertEquals(List.of("ANSWERED a", "TRANSFER a"), rig.destination.brought);
        assertEquals(List.of("no such extension", "its Transfer was refused"), words());
    }

    @Test
    void theReasonIsRememberedOverARestart() {
        refuse(Kind.ANSWERED);
        rig.answered("a");
        rig.run(Duration.ofSeconds(1));
        CourierRig later = new CourierRig(disk, 2);
        later.disconnected("a");
        later.run(Duration.ofHours(1));

        assertEquals(List.of(), later.destination.brought);
        assertEquals(new Counts(0, 2, 0, Optional.empty()), later.outbox.counts());
    }

    @Test
    void sentAgainACallGoesInOrder() throws IOException {
        refuse(Kind.ANSWERED);
        rig.answered("a");
        rig.disconnected("a");
        rig.run(Duration.ofSeconds(1));
        rig.destination.answer = registration -> RecordingDestination.accepted();
        rig.destination.brought.clear();

        assertEquals(2, rig.outbox.sendAgain("a"));
        rig.run(Duration.ofSeconds(1));
        assertEquals(List.of("ANSWERED a", "DISCONNECTED a"), rig.destination.brought);
        assertEquals(new Counts(0, 0, 0, Optional.empty()), rig.outbox.counts());
        assertEquals(0, rig.outbox.sendAgain("a"));
    }

    @Test
    void aRefusedEndLeavesOthersAlone() {
        refuse(Kind.DISCONNECTED);
        rig.answered("a");
        rig.disconnected("a");
        rig.answered("b");
        rig.run(Duration.ofSeconds(1));

        assertEquals(List.of("no such extension"), words());
        assertEquals(new Counts(0, 1, 0, Optional.empty()), rig.outbox.counts());
    }

    @Test
    void aFullDiskIsFeltByNobodyAndSeenInTheCounts() {
        rig.answered("a");
        disk.full = true;
        rig.answered("b");
        rig.answered("c");
        assertEquals(new Counts(3, 0, 4, Optional.of(Reason.words("the disk is full: make room on it"))),
                rig.outbox.counts());
        assertThrows(IOException.class, () -> rig.outbox.sendAgain("a"));

        disk.full = false;
        rig.answered("d");
        assertEquals(List.of(1L, 2L, 3L, 4L), List.copyOf(disk.entries.keySet()));
        assertEquals(new Counts(4, 0, 0, Optional.empty()), rig.outbox.counts());
    }

    @Test
    void whatWaitsIsWrittenIntoTheNewFileWhenTheOldOneIsDamaged() {
        rig.answered("a");
        rig.answered("b");
        disk.damaged = true;
        rig.answered("c");

        assertEquals(1, disk.begunAnew);
        assertEquals(List.of(1L, 2L, 3L), List.copyOf(disk.entries.keySet()));
    }

    @Test
    void aDamagedFileThatCannotBeMovedIsTriedAgain() {
        rig.answered("a");
        disk.damaged = true;
        disk.stuck = true;
        rig.answered("b");
        assertTrue(rig.outbox.counts().diskTrouble().isPresent());

        disk.stuck = false;
        rig.run(BacklogLane.DISK_AGAIN.plusSeconds(1));
        assertEquals(List.of(Progress.SETTLED, Progress.SETTLED), disk.progress());
    }

    @Test
    void closedItTakesNothingMore() {
        rig.answered("a");
        assertEquals(0, rig.outbox.close());
        rig.answered("b");

        assertTrue(disk.closed);
        assertEquals(1, disk.writes);
        assertThrows(IOException.class, () -> rig.outbox.sendAgain("a"));
    }

    @Test
    void whatTheDiskNeverTookIsCountedAtTheEnd() {
        disk.full = true;
        rig.answered("a");

        assertEquals(2, rig.outbox.close());
    }

    private void refuse(Kind kind) {
        rig.destination.answer = (Registration registration) -> registration.kind() == kind
                ? new Delivery.Refused("no such extension") : RecordingDestination.accepted();
    }

    private List<String> words() {
        return disk.entries.values().stream().flatMap(entry -> entry.words().stream()).toList();
    }
}
