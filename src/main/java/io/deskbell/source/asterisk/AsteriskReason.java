package io.deskbell.source.asterisk;

import io.deskbell.call.Reason;

/** Why Asterisk is not watched, or does not dial: each with what to do about it. */
enum AsteriskReason implements Reason.Kind {
    SWITCH_ON("switch on the manager interface there (enabled = yes in manager.conf, or tlsenable), check [asterisk]"
            + " host and port, and that no firewall is in between"),
    NO_AMI("{0} is no manager interface of Asterisk: check [asterisk] port and tls"),
    NO_TLS("{0} does not speak TLS: check [asterisk] port and tls"),
    UNKNOWN_CERTIFICATE("the certificate of {0} is not trusted: compare its fingerprint there, then set [asterisk]"
            + " fingerprint = {1}"),
    ANOTHER_CERTIFICATE("{0} shows another certificate than [asterisk] fingerprint: if it was renewed, compare it there"
            + " and set {1}"),
    NO_SECRET("set [asterisk] secret, or store it with: deskbell secret set asterisk.secret"),
    REFUSED("{0} refuses the manager user {1}: check [asterisk] user and secret, and that permit in manager.conf lets"
            + " this computer in"),
    NO_CHALLENGE("{0} offers no log-in by MD5 challenge, and the secret is not sent in the clear: set [asterisk] tls ="
            + " yes"),
    MAY_NOT_LIST("the manager user may not list channels: add reporting to write in manager.conf, then reload it"),
    NO_EVENTS("the manager user is told of no calls: check read = call and eventfilter in manager.conf (deskbell phones"
            + " asterisk prints them)"),
    SILENT("{0} no longer answers"),
    NO_ANSWER("{0} does not answer"),
    ENDED("{0} ended the connection: it may be restarting, or the manager user was changed"),
    SHUTS_DOWN("{0} shuts down or restarts"),
    NOT_CONNECTED("Asterisk is not connected: look at how it stands with the phone"),
    MAY_NOT_DIAL("the manager user may not dial: add originate to write in manager.conf, then reload it"),
    NOT_REACHED("Asterisk cannot reach the phone of {0}: check [asterisk] channels, and that the phone is registered"),
    NOT_DIALLED("Asterisk refuses to dial: {0}"),
    LOST("the connection to Asterisk was lost"),

    CONNECTED("connected to {0}: {1}"),
    ENCRYPTED("encrypted; the certificate is trusted"),
    LOGGED_IN("logged in as {0}"),
    MAY("it may list calls{0}"),
    AND_DIAL(" and dial"),
    ONLY_A_CALL_TELLS("whether it is told of calls, shows with the first one: it needs read = call"),
    KNOWS_PHONE("the telephone system knows {0}"),
    KNOWS_NO_PHONE("the telephone system knows none of {0}: check [asterisk] channels"),
    PLAIN("not encrypted: callers' numbers can be read on the way; set [asterisk] tls = yes where others share the"
            + " network"),
    WIDE("the manager user may do more than is needed ({0}): take it away in manager.conf");

    private final String english;

    AsteriskReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
