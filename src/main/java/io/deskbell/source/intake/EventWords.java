package io.deskbell.source.intake;

import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What makers call the turns of a call, and what they mean. */
final class EventWords {
    /** @param all the phone speaks of all its calls */
    record Meaning(CallState state, Optional<Direction> direction, Optional<EndReason> reason, boolean all) {
    }

    private static final Map<String, Meaning> MEANINGS = new HashMap<>();

    static {
        put(CallState.RINGING, Direction.INBOUND, "incoming", "incoming_call", "offering", "ring");
        put(CallState.DIALING, Direction.OUTBOUND, "outgoing", "outgoing_call", "dialing", "dialling", "ringback");
        put(meaning(CallState.RINGING), "ringing");
        put(meaning(CallState.CONNECTED), "established", "connected", "answered", "answer", "start", "unhold",
                "resumed", "resume", "talking");
        put(meaning(CallState.HELD), "hold", "held", "onhold");
        put(meaning(CallState.ENDED), "terminated", "ended", "end", "completed", "disconnected", "hangup",
                "transferred", "transfer_finished");
        put(over(EndReason.NO_ANSWER), "missed", "cancelled", "canceled",
                "forward", "forwarded"); // To the voicemail, perhaps: nobody says that it was answered.
        put(over(EndReason.REJECTED), "reject", "rejected");
        put(over(EndReason.BUSY), "busy");
        put(over(EndReason.FAILED), "failed");
        put(new Meaning(CallState.ENDED, Optional.empty(), Optional.empty(), true), "idle", "busy_to_idle");
    }

    private EventWords() {
    }

    static Optional<Meaning> find(String word) {
        return Optional.ofNullable(MEANINGS.get(word.strip().toLowerCase(Locale.ROOT).replace('-', '_')));
    }

    private static Meaning meaning(CallState state) {
        return new Meaning(state, Optional.empty(), Optional.empty(), false);
    }

    private static Meaning over(EndReason why) {
        return new Meaning(CallState.ENDED, Optional.empty(), Optional.of(why), false);
    }

    private static void put(CallState state, Direction way, String... words) {
        put(new Meaning(state, Optional.of(way), Optional.empty(), false), words);
    }

    private static void put(Meaning meaning, String... words) {
        for (String word : words) {
            MEANINGS.put(word, meaning);
        }
    }
}
