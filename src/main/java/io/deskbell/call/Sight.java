package io.deskbell.call;

import java.util.HashSet;
import java.util.Set;

/** What one phone shows of a call, and by which names it knows it. Not thread safe. */
final class Sight {
    private static final int MOST_NAMES = 20;

    final String phone;
    final Set<String> names = new HashSet<>();
    Call call;
    /** The phone itself spoke of the call; until then it is one of an earlier run that the phone was told of. */
    boolean heard;
    boolean over;
    /** The phone shows the call under another name now. */
    boolean renamed;

    Sight(String phone, Call call) {
        this.phone = phone;
        this.call = call;
        boolean lasting = call.key().scope() != CallKey.Scope.REUSED; // "1" says nothing to another phone.
        if (lasting) names.add(call.key().value());
    }

    /** Takes the report's names for its own where the report is of this call. */
    boolean isOf(CallReport report) {
        String key = report.key().value();
        boolean mine = key.equals(call.key().value()) || names.contains(key)
                || report.aliases().stream().anyMatch(names::contains);
        if (mine && report.key().scope() != CallKey.Scope.REUSED && names.size() < MOST_NAMES) {
            names.add(key);
            report.aliases().stream().limit(MOST_NAMES).forEach(names::add);
        }
        return mine;
    }

    /** It was found to be gone, or given up, and nobody said so. */
    boolean wasLost() {
        if (!over || sawTheEndOnly()) return false;
        boolean ringGivenUp = !call.wasAnswered() && call.endedAt()
                .filter(at -> !at.isBefore(call.startedAt().plus(TrackerLimits.USUAL.ring()))).isPresent();
        return ringGivenUp || call.endReason().filter(why -> why == EndReason.UNKNOWN).isPresent();
    }

    /** The phone told its end and nothing before: whether it was answered it cannot know. */
    boolean sawTheEndOnly() {
        return !call.wasAnswered() && call.endedAt().filter(call.startedAt()::equals).isPresent();
    }
}
