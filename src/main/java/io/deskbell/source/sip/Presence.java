package io.deskbell.source.sip;

import java.util.List;
import java.util.Locale;

/**
 * What a presence document says of a line, in the words of its maker.
 *
 * @param notes in any language and of any kind: {@code Ringing}, {@code On the phone}, {@code Talk 0612345678}
 * @param activities of rpid (RFC 4480 §3.2) and what makers put beside them, XPIDF's substatus too, in small letters
 */
record Presence(List<String> notes, List<String> activities) {
    private static final int SHORTEST_NUMBER = 3;

    /** In the order of what says more. */
    enum State { IDLE, RINGING, TALKING, HELD }

    Presence {
        notes = List.copyOf(notes);
        activities = List.copyOf(activities);
    }

    /**
     * Notes before activities: chan_sip says busy while it rings, and only its note tells. "closed" alone is no call:
     * most systems mean that the phone is not registered.
     */
    State state() {
        for (String note : notes) {
            String words = note.toLowerCase(Locale.ROOT);
            if (words.contains("hold")) return State.HELD;
            if (says(words, "ring", "early", "alerting", "incoming call")) return State.RINGING;
            if (says(words, "on the phone", "on-the-phone", "talk", "in a call", "in call", "on a call", "in use",
                    "busy", "answered", "confirmed")) {
                return State.TALKING;
            }
        }
        if (activities.contains("on-hold")) return State.HELD;
        if (activities.contains("alerting") || activities.contains("ringing")) return State.RINGING;
        boolean talks = activities.contains("on-the-phone") || activities.contains("onthephone")
                || activities.contains("busy") || activities.contains("in-call");
        return talks ? State.TALKING : State.IDLE;
    }

    /** The other party's number, which FreeSWITCH writes behind the state; empty when there is none. */
    String number() {
        for (String note : notes) {
            String last = note.strip().replaceFirst("(?s).*\\s", "");
            String digits = last.replaceAll("\\D", "");
            if (last.matches("\\+?[0-9]+") && digits.length() >= SHORTEST_NUMBER && note.strip().contains(" ")) {
                return last;
            }
        }
        return "";
    }

    private static boolean says(String words, String... beginnings) {
        for (String beginning : beginnings) {
            if (words.startsWith(beginning) || words.contains(" " + beginning)) return true;
        }
        return false;
    }
}
