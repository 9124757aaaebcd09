package io.deskbell.config;

import java.util.List;
import java.util.Optional;

/**
 * Section {@code [dial]}: how a number is dialled where the phone source itself cannot.
 *
 * @param url what to call up, with {@code {number}} in it; a web address, or sip: for the softphone
 * @param user for the phone's web address, empty for none
 * @param command a program and its arguments, {@code {number}} in one of them; empty for none
 * @param withPlus outside numbers are dialled as +31…, not as 06…
 * @param shortcut of the whole screen; empty for none
 */
public record DialSettings(Optional<String> url, String user, Secret password, List<String> command,
                           boolean withPlus, Optional<String> shortcut) {
    /** Stands for the number. */
    public static final String NUMBER = "{number}";

    public DialSettings {
        command = List.copyOf(command);
    }

    /** Without the shortcut: it only asks. */
    DialSettings unasked() {
        return new DialSettings(url, user, password, command, withPlus, Optional.empty());
    }
}
