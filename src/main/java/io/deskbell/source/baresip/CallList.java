package io.deskbell.source.baresip;

import io.deskbell.call.CallState;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What baresip prints of the calls there are, for people; its call.c and menu. Later versions name the id as well.
 *
 * <pre>
 * listcalls   &gt; [line 1, id 63a0]  0:00:02  ESTABLISHED  (on hold)  sip:0612345678@pbx
 * callstat    peer_uri:   &lt;sip:0612345678@pbx&gt; ... id=63a0 ... direction: Incoming
 * </pre>
 */
final class CallList {
    private static final Pattern LINE = Pattern.compile("(?m)^[> ]*\\[?line *\\d+(?:, id (?<id>[^]\\s]+))?]?\\s+"
            + "\\d+:\\d\\d:\\d\\d\\s+(?<state>[A-Z]+)\\s+(?<hold>\\(on hold\\))?\\s*(?<peer>\\S+)\\s*$");
    private static final Pattern STATE = Pattern.compile("=== Call debug \\((?<state>[A-Z]+)\\) ===");
    private static final Pattern PEER = Pattern.compile("(?m)^ *peer_uri: *<?(?<peer>[^>\\s]+)");
    private static final Pattern ID = Pattern.compile("\\bid=(?<id>\\S+)");
    private static final Pattern DIRECTION = Pattern.compile("(?m)^ *direction: *(?<direction>\\w+)");

    private CallList() {
    }

    /** @param id empty where this version does not print it */
    record Line(Optional<String> id, CallState state, String peer) {
    }

    /** The call in front. */
    record Current(String id, String peer, boolean incoming) {
    }

    static List<Line> lines(String printed) {
        return LINE.matcher(printed).results().map(found -> new Line(Optional.ofNullable(found.group("id")),
                state(found.group("state"), found.group("hold") != null), found.group("peer"))).toList();
    }

    static Optional<Current> current(String printed) {
        Matcher state = STATE.matcher(printed);
        Matcher peer = PEER.matcher(printed);
        Matcher id = ID.matcher(printed);
        Matcher direction = DIRECTION.matcher(printed);
        if (!state.find() || !peer.find() || !id.find() || !direction.find()) return Optional.empty();
        return Optional.of(new Current(id.group("id"), peer.group("peer"),
                direction.group("direction").equals("Incoming")));
    }

    private static CallState state(String word, boolean held) {
        return switch (word) {
            case "INCOMING" -> CallState.RINGING;
            case "ESTABLISHED" -> held ? CallState.HELD : CallState.CONNECTED;
            case "TERMINATED" -> CallState.ENDED;
            default -> CallState.DIALING; // IDLE, OUTGOING, RINGING, EARLY.
        };
    }
}
