package io.deskbell.doctor;

import io.deskbell.call.Reason;
import io.deskbell.doctor.Finding.Mark;

/** What the doctor finds: how it stands, of which part, and in what is not well what to do, behind a colon. */
public enum DoctorReason implements Reason.Kind {
    FAULT(Mark.BROKEN, "doctor", "a fault in the program while it looked: {0} in {1}; send a support bundle"),

    CONFIG_READ(Mark.WELL, "config", "{0}. {1}: {2}"),
    CONFIG_OVERRULED(Mark.NOTE, "config", "{0}. {1}: {2}; not used, because locked above: {3}: take it out, or"
            + " ask IT"),
    CONFIG_EXTENSION(Mark.WELL, "config", "the agent's extension is {0}; Agent Inbox must have the same at Settings >"
            + " Team > Phone extension"),
    CONFIG_EXTENSION_FOUND(Mark.WELL, "config", "the agent's extension is {0}, found by [agent] extension_from; Agent"
            + " Inbox must have the same at Settings > Team > Phone extension"),
    CONFIG_UNHEEDED(Mark.NOTE, "config", "{0}; not heeded: let IT mend it, or update Deskbell where it is for a newer"
            + " one"),

    SECRET_IN_FILE(Mark.WELL, "secrets", "{0}: in {1}; safer: deskbell secret set {0}"),
    SECRET_READABLE(Mark.NOTE, "secrets", "{0}: in {1}, which other users of this computer can read: take their rights"
            + " away; safer: deskbell secret set {0}"),
    SECRET_FOR_ALL(Mark.NOTE, "secrets", "{0}: in {1}, which all users of this computer read: where none may see it,"
            + " leave it out there; each user then stores it: deskbell secret set {0}"),
    SECRET_STORED(Mark.WELL, "secrets", "{0}: in {1}"),
    SECRET_NOWHERE(Mark.NOTE, "secrets", "{0}: neither in the configuration nor stored; if it is needed: deskbell"
            + " secret set {0}"),
    SECRET_STORE_SHUT(Mark.BROKEN, "secrets", "{0}: the secret store cannot be read ({1}): unlock the keyring, or write"
            + " it into the configuration"),

    DISK_FOLDER(Mark.WELL, "disk", "{0}"),
    DISK_FOLDER_LATER(Mark.WELL, "disk", "{0}, made at the first start"),
    DISK_IS_FILE(Mark.BROKEN, "disk", "{0} is a file: name another folder with --data"),
    DISK_NOT_OURS(Mark.BROKEN, "disk", "this user may not write to {0}: see to its rights, or name another folder with"
            + " --data"),
    DISK_ROOM(Mark.WELL, "disk", "{0} MB free"),
    DISK_LITTLE(Mark.NOTE, "disk", "{0} MB free: make room on the disk"),
    DISK_FULL(Mark.BROKEN, "disk", "{0} MB free: calls cannot be saved; make room on the disk"),
    DISK_UNKNOWN(Mark.NOTE, "disk", "how much room there is cannot be told ({0}): have a look yourself"),
    DATABASE_SOUND(Mark.WELL, "disk", "the database is sound"),
    DATABASE_DAMAGED(Mark.BROKEN, "disk", "the database is damaged ({0}): start Deskbell anew; it puts the file aside,"
            + " saves what waits, and begins another"),
    DATABASE_SHUT(Mark.BROKEN, "disk", "the database cannot be read ({0}): see to its rights; else send a support"
            + " bundle"),

    PROXY_NONE(Mark.WELL, "proxy", "none: straight to {0}"),
    PROXY_USED(Mark.WELL, "proxy", "by way of {0}:{1}"),
    PROXY_UNHEEDED(Mark.NOTE, "proxy", "none, though HTTPS_PROXY is set: Deskbell does not read it; if the way out is"
            + " by that proxy alone, set DESKBELL_JAVA_OPTIONS to -Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT where"
            + " Deskbell is started, and start it anew"),
    DNS_KNOWN(Mark.WELL, "dns", "{0} is {1}"),
    DNS_UNKNOWN(Mark.BROKEN, "dns", "{0} has no address: check [inbox] api_url, the network connection and the DNS"),
    TLS_NONE(Mark.NOTE, "tls", "http without encryption: for trying things out only"),
    TLS_NOT_SPOKEN(Mark.BROKEN, "tls", "no safe connection to {0}: it, or what stands between, does not speak TLS"
            + " as this program does; ask IT about proxies"),
    TLS_TRUSTED(Mark.WELL, "tls", "{0} certificates, from {1}, trusted; a name of your own company here means that a"
            + " proxy looks into the traffic"),
    TLS_DISTRUSTED(Mark.BROKEN, "tls", "the certificate of {0} comes from {1}, whom this computer does not trust: a"
            + " proxy that looks into encrypted traffic? Let IT put its certificate into this computer's store, or"
            + " except {0}"),
    TLS_OTHER_NAME(Mark.BROKEN, "tls", "the certificate is for {0}, not for {1}: check [inbox] api_url; somebody else"
            + " answers in its place"),
    TLS_VALID(Mark.WELL, "tls", "the certificate of {0} is valid until {1}"),
    TLS_VALID_NOT_LONG(Mark.NOTE, "tls", "the certificate of {0} is valid until {1}: that is soon; tell its owner"),
    TLS_OVER(Mark.BROKEN, "tls", "the certificate of {0} ran out on {1}: check this computer's clock, else tell its"
            + " owner"),
    TLS_NOT_YET(Mark.BROKEN, "tls", "the certificate of {0} is valid only from {1} on: check this computer's clock"),
    INBOX_ANSWERS(Mark.WELL, "inbox", "{0} answers ({1} to a plain look without the key)"),
    INBOX_BEHIND_PROXY(Mark.BROKEN, "inbox", "the proxy wants a sign-in: ask IT to let Deskbell through"),
    INBOX_SILENT(Mark.BROKEN, "inbox", "{0} port {1} does not answer ({2}): let IT open the way in firewall and proxy"),
    INBOX_SILENT_BEHIND_PROXY(Mark.BROKEN, "inbox", "{0} does not answer by way of the proxy {1}:{2} ({3}): check the"
            + " proxy's address, and let IT open the way there"),
    CLOCK_UNKNOWN(Mark.NOTE, "clock", "cannot be compared, because the answer tells no time: have it kept right by"
            + " itself"),
    CLOCK_RIGHT(Mark.WELL, "clock", "{0} s off {1}"),
    CLOCK_AHEAD(Mark.NOTE, "clock", "{0} s ahead of {1}, and so are moments in the call list: have this computer's"
            + " clock kept right by itself"),
    CLOCK_BEHIND(Mark.NOTE, "clock", "{0} s behind {1}, and so are moments in the call list: have this computer's"
            + " clock kept right by itself"),
    CLOCK_FAR_AHEAD(Mark.BROKEN, "clock", "{0} s ahead of {1}: set this computer's clock, and have it kept right by"
            + " itself"),
    CLOCK_FAR_BEHIND(Mark.BROKEN, "clock", "{0} s behind {1}: set this computer's clock, and have it kept right by"
            + " itself"),

    KEY_ACCEPTED(Mark.WELL, "key", "accepted: Agent Inbox last took an event at {0}; a key changed since then cannot be"
            + " checked without a test event"),
    KEY_UNTRIED(Mark.NOTE, "key", "cannot be checked without a test event, which makes a conversation: make a call and"
            + " look again"),
    KEY_REFUSED(Mark.BROKEN, "key", "Agent Inbox refuses the key since {0}: ask CM.com for the right one, and enter it"
            + " under Settings"),
    INBOX_TAKES_NOTHING(Mark.BROKEN, "inbox", "takes nothing from the running Deskbell since {0}: {1}; nothing is"
            + " lost, it keeps trying"),
    QUEUE_NEW(Mark.WELL, "queue", "nothing was ever kept here"),
    QUEUE_EMPTY(Mark.WELL, "queue", "nothing waits"),
    QUEUE_WAITS(Mark.WELL, "queue", "{0} wait, the oldest since {1}"),
    QUEUE_WAITS_LONG(Mark.NOTE, "queue", "{0} wait, the oldest since {1}: see inbox and key; nothing is lost, they go"
            + " when it is back"),
    QUEUE_REFUSED(Mark.NOTE, "queue", "{0} were refused and set aside: the call list says why, and they can be sent"
            + " again from there"),
    QUEUE_SHUT(Mark.NOTE, "queue", "cannot be looked at ({0}): see disk"),

    NUMBERS_INBOUND(Mark.WELL, "numbers", "{0} of the last {1} inbound calls came with a number"),
    NUMBERS_OUTBOUND(Mark.WELL, "numbers", "{0} of the last {1} outbound calls came with a number"),
    NUMBERS_NO_INBOUND(Mark.NOTE, "numbers", "no inbound call seen yet: make one and look again"),
    NUMBERS_NO_OUTBOUND(Mark.NOTE, "numbers", "no outbound call seen yet: make one and look again"),
    NUMBERS_FEW(Mark.NOTE, "numbers", "{0}; calls without one are shown and not registered. The telephone system"
            + " decides what it tells: ask for caller numbers in its dialog events, or use another source"),
    NUMBERS_NEVER(Mark.BROKEN, "numbers", "{0}; calls without one are shown and not registered. The telephone system"
            + " decides what it tells: ask for caller numbers in its dialog events, or use another source"),
    NUMBERS_UNREAD(Mark.NOTE, "numbers", "there is no call list yet: start Deskbell, make a call and look again"),

    LOOKUP_LIST(Mark.WELL, "lookup", "{0}: {1} numbers, in {2} of {3} lines"),
    LOOKUP_REFUSED(Mark.NOTE, "lookup", "{0} lines tell nothing: mend those below, and look again for more"),
    LOOKUP_SHARED(Mark.NOTE, "lookup", "{0} numbers belong to several customers, and nothing is told of them: leave"
            + " each number with one"),
    LOOKUP_ANSWERS(Mark.WELL, "lookup", "{0} answers (asked for a number that nobody has)"),
    LOOKUP_PLAIN(Mark.NOTE, "lookup", "{0} is asked without encryption, so that others can read callers' numbers and"
            + " the key: use https"),
    LOOKUP_NO_FIELD(Mark.NOTE, "lookup", "values are found and not sent: name their field in [inbox] filter_field"),
    SHOW_SET(Mark.WELL, "show", "customers can be opened for {0}; key and secret are there, and tried only by opening"
            + " one"),

    BROWSER_UNWANTED(Mark.WELL, "browser", "not wanted: [pop] when = never"),
    BROWSER_FOUND(Mark.WELL, "browser", "addresses are opened with {0}"),
    BROWSER_NONE(Mark.BROKEN, "browser", "nothing that opens an address: install a browser and xdg-utils"),
    BROWSER_NO_SCREEN(Mark.NOTE, "browser", "there is no screen here: look again in the agent's own session"),

    TRAY_FOUND(Mark.WELL, "tray", "{0}"),
    TRAY_NONE(Mark.NOTE, "tray", "{0}: without an icon the window is kept"),
    TRAY_NO_SCREEN(Mark.NOTE, "tray", "there is no screen here: look again in the agent's own session"),

    AUTOSTART_ON(Mark.WELL, "autostart", "starts when this user logs in"),
    AUTOSTART_FOR_ALL(Mark.WELL, "autostart", "starts for everybody at this computer"),
    AUTOSTART_OFF(Mark.NOTE, "autostart", "does not start by itself: switch it on under Settings"),
    AUTOSTART_NOT_INSTALLED(Mark.NOTE, "autostart", "this Deskbell was not installed: start it by hand"),
    AUTOSTART_UNKNOWN(Mark.NOTE, "autostart", "cannot be told ({0}): look under Settings");

    private final Mark mark;
    private final String part;
    private final String english;

    DoctorReason(Mark mark, String part, String english) {
        this.mark = mark;
        this.part = part;
        this.english = english;
    }

    /** @param arguments for the places in the words */
    public Finding found(Object... arguments) {
        return new Finding(mark, part, Reason.of(this, arguments));
    }

    /** What another finding's words are about, to be an argument of these. */
    Reason words(Object... arguments) {
        return Reason.of(this, arguments);
    }

    Mark mark() {
        return mark;
    }

    @Override
    public String english() {
        return english;
    }
}
