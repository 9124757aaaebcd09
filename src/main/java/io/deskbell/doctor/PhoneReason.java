package io.deskbell.doctor;

import io.deskbell.call.Reason;

/** What is found of any phone and of dialling: the part is the source's own name. */
enum PhoneReason implements Reason.Kind {
    WATCHING("watching {0}"),
    CALLS("calls at the phone now: {0}"),
    SILENT("no answer within {0} s from {1}: check its address, port and transport, and that no firewall is in"
            + " between"),
    TELLS_NOTHING("the line is up, but the phone never said what calls there are: check that it may be watched, else"
            + " send a support bundle"),
    ENDED_AT_ONCE("the line ended at once: look again; send a support bundle if it lasts"),
    FAULT("a fault in the program ({0}): send a support bundle"),
    RUNNING_WATCHES("the running Deskbell says: watching {0} since {1}"),
    RUNNING_CONNECTS("the running Deskbell says: still connecting to {0}; look again in a moment"),
    RUNNING_LOST("the running Deskbell says: not watching since {0}: {1}"),
    TO_BE_GRANTED("{0}: have it granted at the telephone system"),
    RINGS_ALONE("{0}: until one is, it steps out of every call at once"),

    INTAKE_LISTENS("listening on port {0}, {1}"),
    INTAKE_FREE("port {0} is free; Deskbell does not run now"),
    INTAKE_TAKEN("port {0} cannot be had on {1}: change [intake] port or bind"),
    INTAKE_ANOTHER("port {0} is another program's, or a Deskbell's with another token: change [intake] port, or start"
            + " Deskbell again"),
    INTAKE_NOT_HERE("{0} is no address of this computer: check [intake] bind"),
    INTAKE_LOCAL("reached from this computer only: for a desk phone set [intake] bind = 0.0.0.0"),
    INTAKE_REACHED("reached from other devices: one last told something at {0}"),
    INTAKE_UNPROVEN("whether a phone gets through is not known before one has: on another device open {0} (it answers"
            + " \"not found\"), else let IT open port {1} in this computer's firewall"),
    INTAKE_ALLOWED("may tell of calls: this computer, and {0}"),
    INTAKE_ALLOWS_PRIVATE("may tell of calls: this computer, and private networks"),
    INTAKE_REFUSED("last refused at {0}, from {1}: {2}"),
    INTAKE_NO_NETWORK("this computer has no address that a phone could reach: connect it to the network"),

    DIAL_BY_SOURCE("{0} calls numbers"),
    DIAL_UNWANTED("numbers are not dialled from here: see [sip] dial and [dial] where that is wanted"),
    DIAL_WEB("numbers are dialled by way of {0}, which answers"),
    DIAL_WEB_UNKNOWN("{0} has no address: check [dial] url"),
    DIAL_WEB_SILENT("{0} port {1} does not answer: check [dial] url, and that the phone is switched on and lets its"
            + " web page be opened"),
    DIAL_SOFTPHONE("sip: addresses are handed to the softphone by {0}"),
    DIAL_NO_SOFTPHONE("nothing hands sip: addresses to a softphone: install it and xdg-utils, or set [dial] command"),
    DIAL_PROGRAM("numbers are dialled with {0}"),
    DIAL_NO_PROGRAM("{0} is not there or may not be started: check [dial] command");

    private final String english;

    PhoneReason(String english) {
        this.english = english;
    }

    Finding well(String part, Object... arguments) {
        return new Finding(Finding.Mark.WELL, part, Reason.of(this, arguments));
    }

    Finding note(String part, Object... arguments) {
        return new Finding(Finding.Mark.NOTE, part, Reason.of(this, arguments));
    }

    Finding broken(String part, Object... arguments) {
        return new Finding(Finding.Mark.BROKEN, part, Reason.of(this, arguments));
    }

    @Override
    public String english() {
        return english;
    }
}
