package io.deskbell.source.xelion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;

/**
 * One end of a call as Xelion's active channels have it (user guide, websockets, ActiveChannelEvent). There is no
 * telephone number in it.
 *
 * @param role CALLER, CALLEE, CONFERENCE, LISTENING
 * @param name of whoever is at this end, an organisation's where no person is named
 * @param phone the telephone's name, such as a101
 * @param user whose phone it is; empty for ends outside the telephone system
 * @param parked the call waits in a parking slot
 */
record Channel(String callId, String channelId, Progress progress, String role, String name, String phone,
               String user, boolean parked) {
    private static final int LONGEST = 200;

    /** How far an end is, in the order of weight. */
    enum Progress {
        OVER, RINGING, HELD, CONNECTED
    }

    static Optional<Channel> read(JsonNode told) {
        String channelId = text(told, "channelId");
        String callId = text(told, "callId");
        if (channelId.isEmpty() || callId.isEmpty()) return Optional.empty();
        String person = text(told, "name");
        boolean parked = !text(told, "parkingSlot").isEmpty();
        return Optional.of(new Channel(callId, channelId, progress(text(told, "state"), parked),
                text(told, "role").toUpperCase(Locale.ROOT),
                person.isEmpty() ? text(told, "organisationName") : person, text(told, "phone"),
                text(told, "phoneUser"), parked));
    }

    /** A null is no text, and neither is an object. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        String text = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Only CONNECTED and Up are documented; a word nobody knows is of a call that is not answered yet. */
    private static Progress progress(String state, boolean parked) {
        String word = state.toUpperCase(Locale.ROOT);
        if (parked || word.contains("HOLD") || word.equals("HELD")) return Progress.HELD;
        if (word.startsWith("CONNECTED") || word.startsWith("ANSWERED") || word.equals("UP")) return Progress.CONNECTED;
        return word.startsWith("HANG") || word.startsWith("HUNG") || word.startsWith("DISCONN") || word.equals("ENDED")
                ? Progress.OVER : Progress.RINGING;
    }

    boolean isConnected() {
        return progress == Progress.CONNECTED;
    }

    boolean isCaller() {
        return role.equals("CALLER");
    }

    /** A supervisor who listens has no call, and a conference says nothing of who called whom. */
    boolean isListening() {
        return role.equals("LISTENING");
    }
}
