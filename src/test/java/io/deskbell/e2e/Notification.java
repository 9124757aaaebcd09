package io.deskbell.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A NOTIFY as it came, and how long after the subscription. */
record Notification(Duration after, String message) {
    private static final Pattern DIALOG =
            Pattern.compile("<dialog [^>]*?(?:direction=\"(\\w+)\")?>.*?<state[^>]*>(\\w+)</state>.*?</dialog>",
                    Pattern.DOTALL);
    private static final Pattern PARTY =
            Pattern.compile("<remote>\\s*<identity[^>]*>sip:([^@<;]+)", Pattern.DOTALL);

    /** Direction, state and other party of each dialog, enough to tell a scenario by: {@code recipient early 900}. */
    List<String> dialogs() {
        List<String> dialogs = new ArrayList<>();
        for (Matcher dialog = DIALOG.matcher(message); dialog.find();) {
            Matcher party = PARTY.matcher(dialog.group());
            String who = party.find() ? party.group(1) : "?";
            String direction = dialog.group(1) == null ? "?" : dialog.group(1);
            dialogs.add(direction + " " + dialog.group(2) + " " + who);
        }
        return dialogs;
    }
}
