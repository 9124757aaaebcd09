package io.deskbell.doctor;

import io.deskbell.source.PhoneSource;
import io.deskbell.source.SourceStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the running program says of its line to a phone. Nothing is connected: some phones let one client in only, and
 * a second one would push the running program off; others count log-ins.
 */
public final class LineCheck implements Check {
    private final PhoneSource source;
    private final SourceStatus status;

    public LineCheck(PhoneSource source, SourceStatus status) {
        this.source = source;
        this.status = status;
    }

    @Override
    public List<Finding> look() {
        return List.of(switch (status) {
            case SourceStatus.Watching up ->
                    PhoneReason.RUNNING_WATCHES.well(source.name(), source.description(), seconds(up.since()));
            case SourceStatus.Connecting first ->
                    PhoneReason.RUNNING_CONNECTS.note(source.name(), source.description());
            case SourceStatus.Lost lost ->
                    PhoneReason.RUNNING_LOST.broken(source.name(), seconds(lost.since()), lost.reason());
        });
    }

    private static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
