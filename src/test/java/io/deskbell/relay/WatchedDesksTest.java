package io.deskbell.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Extension;
import io.deskbell.source.PhoneListener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedDesksTest {
    private static final Extension DESK = new Extension("201");

    @TempDir
    Path folder;

    /** A telephone system that is asked again and again says the same of a thousand desks. */
    @Test
    void aSnapshotThatSaysNothingNewIsNotTold() throws Exception {
        try (Spool spool = Spool.open(folder, 100)) {
            PhoneListener desk = desk(spool);
            desk.snapshot(List.of(), Told.AT);
            desk.snapshot(List.of(), Told.AT.plusSeconds(45));
            assertEquals(1, spool.waiting());
            desk.snapshot(List.of(ringing(Told.AT)), Told.AT.plusSeconds(90));
            desk.snapshot(List.of(ringing(Told.AT.plusSeconds(9))), Told.AT.plusSeconds(135));
            assertEquals(2, spool.waiting());
        }
    }

    @Test
    void theSameIsToldAgainAfterAReportAndNowAndThen() throws Exception {
        try (Spool spool = Spool.open(folder, 100)) {
            PhoneListener desk = desk(spool);
            desk.snapshot(List.of(), Told.AT);
            desk.report(ringing(Told.AT));
            desk.snapshot(List.of(), Told.AT.plusSeconds(45));
            assertEquals(3, spool.waiting());
            desk.snapshot(List.of(), Told.AT.plusSeconds(45).plus(WatchedDesks.REPEATED));
            assertEquals(4, spool.waiting());
        }
    }

    private static PhoneListener desk(Spool spool) {
        return new WatchedDesks("relay-a", List.of(DESK), spool, Clock.fixed(Told.AT, ZoneOffset.UTC), time -> { })
                .of(DESK);
    }

    private static CallReport ringing(Instant at) {
        return CallReport.of(CallKey.shared("c"), CallState.RINGING, at);
    }
}
