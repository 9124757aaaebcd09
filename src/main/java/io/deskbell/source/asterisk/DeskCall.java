package io.deskbell.source.asterisk;

import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import java.time.Instant;
import java.util.Optional;

/** What one desk was told of one call, and how it stands. */
final class DeskCall {
    final String extension;
    final String key;
    /** The last report; empty while nothing is worth one. */
    Optional<CallReport> told = Optional.empty();
    boolean answered;
    /** Since when the agent has left while the call goes on. */
    Optional<Instant> leftAt = Optional.empty();
    /** It was given to another desk, and only its end is still of interest. */
    boolean given;
    /** To which; empty as long as it never was, kept when it comes back. */
    Optional<String> givenTo = Optional.empty();
    /** How the last of its channels ended. */
    String cause = "";
    String dialStatus = "";

    DeskCall(String extension, String key) {
        this.extension = extension;
        this.key = key;
    }

    boolean isIn(CallState state) {
        return told.filter(report -> report.state() == state).isPresent();
    }
}
