package io.deskbell.source.asterisk;

import java.util.ArrayList;
import java.util.List;

/**
 * What to put into manager.conf: a manager user who is told what Deskbell uses and may do no more. Filters are written
 * one word a line and without alternatives, because Asterisk before 18 reads them as basic regular expressions.
 */
public final class ManagerConf {
    private ManagerConf() {
    }

    /**
     * A manager user.
     *
     * @param user the name between the brackets
     * @param extension of the one desk that is watched, whose channels begin with these words
     * @param address of the computer that is let in
     * @param secret stands where the secret goes
     * @param dials whether numbers are dialled by it
     * @param variable whether a channel variable is of use
     */
    public record Wanted(String user, String extension, List<String> channels, String address, String secret,
                         boolean dials, boolean variable) {
    }

    public static List<String> lines(Wanted wanted) {
        List<String> lines = new ArrayList<>(List.of(
                "; Asterisk: append to /etc/asterisk/manager.conf. FreePBX: append to",
                "; /etc/asterisk/manager_custom.conf, which it leaves alone (manager.conf it writes anew).",
                "; Then: asterisk -rx \"manager reload\"",
                "; [general] of manager.conf needs enabled = yes; for encryption (recommended) also tlsenable = yes,",
                "; tlsbindaddr = 0.0.0.0:5039, tlscertfile = ... and tlsprivatekey = ...",
                "[" + wanted.user() + "]", "secret = " + wanted.secret(),
                "; Nobody else gets in. Name the computer Deskbell runs on:",
                "deny = 0.0.0.0/0.0.0.0", "deny = ::/0", "permit = " + wanted.address(),
                "; What it is told: calls" + (wanted.variable() ? ", and the values of channel variables." : "."),
                "read = call" + (wanted.variable() ? ",dialplan" : ""),
                "; What it may do: list the calls there are" + (wanted.dials() ? ", and dial." : "."),
                "write = reporting" + (wanted.dials() ? ",originate" : ""),
                "writetimeout = 5000"));
        lines.add("; For one desk: events of its own channels and of no other (the list of calls cannot be limited).");
        for (String channel : wanted.channels()) {
            lines.add("eventfilter = Channel: " + channel.replace("{extension}", wanted.extension()) + "-");
        }
        if (wanted.dials()) lines.add("eventfilter = Event: OriginateResponse");
        lines.add("; For all desks at once (deskbell relay): these lines in the place of those above.");
        AmiEvents.USED.stream().filter(event -> wanted.variable() || !event.equals("VarSet")).sorted()
                .forEach(event -> lines.add(";eventfilter = Event: " + event));
        return lines;
    }
}
