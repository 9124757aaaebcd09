package io.deskbell.source.asterisk;

import java.util.LinkedHashMap;
import java.util.Map;

/** A channel of the pretended Asterisk, with what its events say of it. */
final class PretendChannel {
    static final int DOWN = 0;
    static final int RING = 4;
    static final int RINGING = 5;
    static final int UP = 6;
    private static final Map<Integer, String> STATES = Map.of(DOWN, "Down", RING, "Ring", RINGING, "Ringing", UP, "Up");

    final String name;
    final String id;
    String linked;
    int state;
    String number = "";
    String callerName = "";
    String connected = "";
    String connectedName = "";
    String exten;
    String bridge = "";
    String application = "";
    boolean gone;

    PretendChannel(String name, String id, String linked, int state, String exten) {
        this.name = name;
        this.id = id;
        this.linked = linked;
        this.state = state;
        this.exten = exten;
    }

    /** Of a phone's channel. */
    String extension() {
        return name.replaceFirst("^PJSIP/(.*)-[0-9a-f]+$", "$1");
    }

    /** The snapshot of a channel that stands in nearly every event. */
    Map<String, String> fields(String prefix) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(prefix + "Channel", name);
        fields.put(prefix + "ChannelState", String.valueOf(state));
        fields.put(prefix + "ChannelStateDesc", STATES.get(state));
        fields.put(prefix + "CallerIDNum", orUnknown(number));
        fields.put(prefix + "CallerIDName", orUnknown(callerName));
        fields.put(prefix + "ConnectedLineNum", orUnknown(connected));
        fields.put(prefix + "ConnectedLineName", orUnknown(connectedName));
        fields.put(prefix + "Language", "en");
        fields.put(prefix + "AccountCode", "");
        fields.put(prefix + "Context", "from-internal");
        fields.put(prefix + "Exten", exten);
        fields.put(prefix + "Priority", "1");
        fields.put(prefix + "Uniqueid", id);
        fields.put(prefix + "Linkedid", linked);
        return fields;
    }

    private static String orUnknown(String value) {
        return value.isEmpty() ? "<unknown>" : value;
    }
}
