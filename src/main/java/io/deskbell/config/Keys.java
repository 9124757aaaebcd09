package io.deskbell.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every key there is. The sample file and the reference page are made from this table, so they cannot drift. */
final class Keys {
    static final List<String> SOURCES = List.of("sip", "tapi", "intake", "poll", "baresip", "fritzbox", "bria",
            "tinyphone", "voipgrid", "asterisk", "3cx", "mqtt", "xelion", "simulator");

    static final String RECORD = "record";
    static final String RECORD_MASKED = "record_masked";

    private static final List<Key> ALL = withOtherPhones(List.of(
            key("agent", "extension", "", "201",
                    "The agent's extension, as entered in Agent Inbox at Settings > Team > Phone extension."),
            key("agent", "extension_from", "", "csv C:\\ProgramData\\Deskbell\\users.csv",
                    "Where the extension is found when none is written: env NAME (a variable of the user's),",
                    "user (the login name), command PROGRAM ... (its first line; no shell, five seconds at most;",
                    "{user} is the login name), or csv FILE (lines user,extension)."),
            key("agent", "country", "NL", "", "How to read numbers without a country code: two letters."),
            key("agent", "internal", "2..5", "", "Numbers of this many digits are colleagues: 3, or 2..5, or 3, 5..6.",
                    "Calls with colleagues are shown and not registered."),
            key("agent", "outside_prefix", "", "", "Dialled before outside numbers, e.g. 0; taken off again here."),
            key("agent", "transfer", "", "giver", "Which desk reports a transfer: giver, taker or never.",
                    "Left out: what suits the phone source. taker needs call ids that are the same at every desk.")
                    .oneOf("giver", "taker", "never"),
            key("agent", "email", "", "agent@example.com",
                    "The agent's e-mail address in Agent Inbox, for [inbox] show_customer."),
            key("inbox", "api_url", "https://api.robinhq.com", "", "The address of the Agent Inbox API."),
            key("inbox", "api_key", "", "", "The key CM.com gave you. Treat it as a password.",
                    "Left empty: the one stored with: deskbell secret set inbox.api_key"),
            key("inbox", "withheld_number", "", "", "Sent for callers who show no number.",
                    "Left out: such calls are shown and not registered."),
            key("inbox", "referrer", "", "+31201234567",
                    "The number customers dial, as entered at the web store in Agent Inbox,",
                    "for phones that do not tell it."),
            key("inbox", "filter_field", "", "customer_identifier",
                    "Name of the field that tells several customers with one number apart (profile selection).",
                    "Its value comes from the phone source or from [lookup]; sent for inbound calls only."),
            key("inbox", "show_customer", "no", "",
                    "yes: the agent can open the customer of a missed or outbound call in Agent Inbox.",
                    "Needs [agent] email and the secret below.")
                    .oneOf("yes", "no"),
            key("inbox", "show_customer_key", "", "", "The key for that, where it is not api_key.",
                    "Left empty: the one stored with: deskbell secret set inbox.show_customer_key, or api_key."),
            key("inbox", "show_customer_secret", "", "", "The secret that CM.com gave you with the key.",
                    "Left empty: the one stored with: deskbell secret set inbox.show_customer_secret"),
            key("pop", "when", "answered", "", "When the conversation comes up:",
                    "answered, ringing, click or never.")
                    .oneOf("answered", "ringing", "click", "never"),
            key("pop", "mode", "focus", "",
                    "focus: brings an open Agent Inbox window to the front, which shows the call's",
                    "conversation by itself; a new browser tab only where none is open.",
                    "open: always a new browser tab.",
                    "An address that names the call (see url) is opened in both; focus picks the window for it.")
                    .oneOf("focus", "open"),
            key("pop", "window_title", "Agent Inbox", "Agent Inbox | ROBIN",
                    "Part of the title of the open Agent Inbox window; several are separated by |.",
                    "A browser shows the title of the tab in front only: a tab behind it is not found."),
            key("pop", "url", "https://app.robinhq.com/", "", "What to open: http or https, with any of",
                    "{phone} {phone_digits} {id} {extension} {direction} {referrer} {filter_value} {conversation}."),
            key("ui", "toast", "yes", "", "yes: a small window says who calls while the phone rings. no: it does not.")
                    .oneOf("yes", "no"),
            key("ui", "sound", "no", "", "yes: the computer makes a sound when the phone rings.")
                    .oneOf("yes", "no"),
            key("phone", "source", "sip", "", "Where calls are seen: " + String.join(", ", SOURCES) + "."),
            key("sip", "server", "", "sip:pbx.example.com:5061;transport=tls",
                    "The telephone system. Several are tried in this order, separated by commas.",
                    "Without a port the DNS is asked (SRV). transport is udp, tcp or tls.",
                    "A websocket (RFC 7118) is written as wss://pbx.example.com/ws."),
            key("sip", "domain", "", "", "The domain of the accounts, where it is not the server's name."),
            key("sip", "user", "", "201", "The account used for watching. Left out: the extension."),
            key("sip", "auth_user", "", "", "The name to log in with, where it is not the user."),
            key("sip", "password", "", "", "The account's password.",
                    "Left empty: the one stored with: deskbell secret set sip.password"),
            key("sip", "watch", "", "", "Whose calls to watch, an extension or user@domain. Left out: the extension."),
            key("sip", "register", "no", "", "yes when the telephone system wants a registration first.",
                    "The companion never takes a call.")
                    .oneOf("yes", "no"),
            key("sip", "dial", "no", "call",
                    "Whether numbers can be dialled from the computer by way of the telephone system:",
                    "no, call or refer. call: it rings your own phone; when you pick up, the phone calls the number.",
                    "Needs a phone and a telephone system that take a transfer (nearly all do).",
                    "refer: the phone is asked to call at once. Needs a phone that accepts REFER outside of calls",
                    "(Snom, Poly and Cisco do, some when told to) and a telephone system that passes it on.")
                    .oneOf("no", "call", "refer"),
            key("sip", "expires", "600", "", "Seconds a subscription is asked for."),
            key("sip", "refresh", "30", "",
                    "The subscription is renewed at least every so many seconds: this is also how",
                    "a telephone system that was restarted is noticed."),
            key("sip", "certificate", "", "", "PEM file with the certificates to trust instead of the computer's own,",
                    "for a telephone system with a certificate of its own making."),
            key("sip", "event", "dialog", "",
                    "dialog: the line's calls (BLF). presence: busy and idle only, without numbers, for telephone",
                    "systems that offer nothing better."),
            key("sip", "fork", "no", "", "yes: the companion also registers as another device of the extension, is",
                    "rung with the desk phone and never answers: it reads who calls whom from the call itself.",
                    "The account is then the extension's own; the system must ring all its devices at once."),
            key("sip", "fork_ring", "180", "", "Seconds it rings along at the most. 0: it notes who calls and steps",
                    "out at once, so that a call the desk phone rejects goes on to voicemail without delay."),
            key("sip", "filter_header", "", "X-Customer", "With fork = yes: the header of a call that holds the value",
                    "of [inbox] filter_field."),
            key("sip", "call_id_header", "", "X-Call-ID", "With fork = yes: the header of a call that holds an id",
                    "that is the same at every desk. Left out: ids are of this desk."),
            record("sip"), recordMasked("sip"),
            key("dial", "url", "", "http://192.168.1.20/servlet?key=number={number}",
                    "Dials where the phone source cannot. An address of the desk phone, which is called up (GET), or",
                    "sip:{number}, which is handed to the softphone. {number} stands for the number.",
                    "Yealink: http://PHONE/servlet?key=number={number}",
                    "Snom: http://PHONE/command.htm?number={number}"),
            key("dial", "user", "", "", "The name to log in to the desk phone with, where it asks for one."),
            key("dial", "password", "", "", "The password for that.",
                    "Left empty: the one stored with: deskbell secret set dial.password"),
            key("dial", "command", "", "\"C:\\Program Files\\MicroSIP\\microsip.exe\" {number}",
                    "Dials where neither the phone source nor url does: a program and its arguments, without a shell.",
                    "A path with spaces stands in double quotes."),
            key("dial", "format", "national", "",
                    "How outside numbers are dialled. national: 0612345678, 00442079460123, after outside_prefix.",
                    "plus: +31612345678.")
                    .oneOf("national", "plus"),
            key("dial", "shortcut", "", "Ctrl+Alt+D",
                    "Everywhere on the screen: asks whether to call the number that is selected.",
                    "X11 takes the selection, Windows what was copied; macOS and Wayland allow no shortcut.",
                    "Left empty: none."),
            key("simulator", "pace", "1", "", "A day at the desk, played; 10 is ten times as fast."),
            key("intake", "port", "17201", "", "Where phones tell of their calls (action URLs).",
                    "deskbell phones prints what to enter at each make of phone."),
            key("intake", "bind", "127.0.0.1", "0.0.0.0",
                    "Softphones on this computer reach 127.0.0.1. For a desk phone:",
                    "this computer's own address, or 0.0.0.0 for all it has; mind the firewall."),
            key("intake", "token", "", "", "Part of the path of those URLs, so that nobody else can tell of calls.",
                    "Left empty: made at first use and kept with the secrets."),
            key("intake", "allow", "", "10.0.0.0/8, 192.168.1.9",
                    "Who may tell of calls besides this computer, which always may. Left out: private networks."),
            record("intake"), recordMasked("intake"),
            key("tapi", "line", "", "Agent 201",
                    "Windows only: the telephone line to watch, by its name or its GUID. deskbell phones tapi lists",
                    "them. Left out: the line of the agent's extension, or the only one there is."),
            key("tapi", "shared_ids", "no", "",
                    "yes: the driver's call ids are the same at every desk (Go Connect and others that know the whole",
                    "call), which [agent] transfer = taker needs. Ask the driver's maker: many drivers' are not.")
                    .oneOf("yes", "no"),
            record("tapi"), recordMasked("tapi"),
            key("data", "keep_days", "90", "",
                    "Days that calls, and what was told of them, are kept on this computer; then they are deleted.",
                    "What still waits for Agent Inbox is not."),
            key("log", "level", "info", "", "How much is logged: error, warn, info, debug or trace.")
                    .oneOf("error", "warn", "info", "debug", "trace"),
            key("log", "levels", "", "source.sip debug, outbox trace",
                    "Rooms that log at a level of their own. level and levels hold without a restart."),
            key("log", "syslog", "", "log.example.com:514",
                    "Sends the log there as well: RFC 5424 over UDP. Numbers and secrets are masked there too."),
            key("lock", "keys", "", "inbox.*, agent.country",
                    "In the machine-wide file: keys that later files cannot change.")));

    private Keys() {
    }

    static List<Key> all() {
        return ALL;
    }

    static Optional<Key> find(String section, String name) {
        return ALL.stream().filter(k -> k.section().equals(section) && k.name().equals(name)).findFirst();
    }

    static List<String> sections() {
        return ALL.stream().map(Key::section).distinct().toList();
    }

    static List<String> namesIn(String section) {
        return ALL.stream().filter(k -> k.section().equals(section)).map(Key::name).toList();
    }

    /** What is wrong with a name that no table knows, and what was probably meant. */
    static Problem unknown(String file, String section, String name) {
        if (section.equals("include")) {
            return new Problem(file, section, "", "",
                    "not part of this version: use the machine-wide file, or policies");
        }
        boolean known = sections().contains(section);
        return known ? new Problem(file, section, name, "", "no such key" + Nearest.to(name, namesIn(section)))
                : new Problem(file, section, "", "", "no such section" + Nearest.to(section, sections()));
    }

    /** Behind the other phones. */
    private static List<Key> withOtherPhones(List<Key> keys) {
        List<Key> all = new ArrayList<>(keys);
        int place = all.stream().map(Key::section).toList().indexOf("data");
        all.addAll(place, NearbyKeys.ALL);
        all.addAll(place, SystemKeys.ALL);
        all.addAll(all.stream().map(Key::section).toList().indexOf("pop"), LookupKeys.ALL);
        return List.copyOf(all);
    }

    /** The same two for every phone that can be recorded; two phones may name one file. */
    static Key record(String section) {
        return key(section, RECORD, "", "/tmp/line.rec",
                "A file in which all that comes in is written down as it comes, for deskbell replay;",
                "begun anew with each start. Holds callers' numbers and names. Two sources may share one file.");
    }

    static Key recordMasked(String section) {
        return key(section, RECORD_MASKED, "no", "",
                "yes: other digits in the place of numbers, the same for the same number. Names stay.")
                .oneOf("yes", "no");
    }

    static Key key(String section, String name, String assumed, String example, String... about) {
        return new Key(section, name, assumed, example, List.of(about), List.of());
    }
}
