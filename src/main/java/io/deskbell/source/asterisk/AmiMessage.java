package io.deskbell.source.asterisk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One message of the manager interface: lines of {@code Name: value}, whose names are read in any case. Immutable.
 *
 * <pre>
 * Event: Newstate
 * Channel: PJSIP/201-0000001a
 * ChannelState: 5
 * ConnectedLineNum: 0612345678
 * Uniqueid: 1764351234.16
 * Linkedid: 1764351234.15
 * </pre>
 */
final class AmiMessage {
    private static final int MOST_LINES = 500;
    /** What Asterisk writes where it has nothing to say. */
    private static final Set<String> NOTHING = Set.of("<unknown>", "(null)", "<null>", "<none>", "n/a");

    private final Map<String, List<String>> values;

    private AmiMessage(Map<String, List<String>> values) {
        this.values = values;
    }

    static AmiMessage read(String text) {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        text.lines().limit(MOST_LINES).forEach(line -> {
            int colon = line.indexOf(':');
            if (colon <= 0) return;
            values.computeIfAbsent(line.substring(0, colon).strip(), name -> new ArrayList<>(1))
                    .add(line.substring(colon + 1).strip());
        });
        return new AmiMessage(values);
    }

    /** The first value of that name; empty where there is none, or where Asterisk knows none. */
    String get(String name) {
        String value = has(name) ? values.get(name).getFirst() : "";
        return NOTHING.contains(value.toLowerCase(Locale.ROOT)) ? "" : value;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** All values of a name that may stand in more than one line. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Empty for an answer. */
    String event() {
        return get("Event");
    }

    boolean isAnswer() {
        return has("Response");
    }

    boolean isSuccess() {
        return get("Response").equalsIgnoreCase("Success");
    }

    String actionId() {
        return get("ActionID");
    }
}
