package io.deskbell.pop;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.Party;
import io.deskbell.config.PopSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether an event is the moment to bring up the conversation. Says nothing of how often: an event may be the moment
 * more than once in a call, as when the caller becomes known only later.
 */
public record PopPolicy(PopSettings.When when) {
    /** An event older than this comes from an outage; whoever called may be long gone. */
    static final Duration FRESH = Duration.ofSeconds(30);

    public boolean isMoment(CallEvent event, Instant now) {
        Call call = event.call();
        if (call.hasEnded() || !hasConversation(call)) return false;
        if (event.at().plus(FRESH).isBefore(now)) return false;
        boolean tells = switch (event.type()) {
            case RINGING, ANSWERED, CHANGED -> true;
            case HELD, RESUMED, TRANSFERRED, ENDED -> false;
        };
        return tells && switch (when) {
            case ANSWERED -> call.wasAnswered();
            case RINGING -> true;
            case CLICK, NEVER -> false;
        };
    }

    /** Colleagues have no conversation; of who withholds the number, or shows none, there is none to be found. */
    private static boolean hasConversation(Call call) {
        return call.party() instanceof Party.Outside;
    }
}
