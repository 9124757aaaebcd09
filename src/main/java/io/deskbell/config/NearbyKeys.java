package io.deskbell.config;

import java.util.List;

/** The part of {@link Keys} for {@link NearbyPhones}. */
final class NearbyKeys {
    static final List<Key> ALL = List.of(
            Keys.key("poll", "make", "poly", "grandstream", "Desk phones that are asked for their calls:",
                    "poly (VVX, Edge) or grandstream (GXP, GRP).")
                    .oneOf("poly", "grandstream"),
            Keys.key("poll", "address", "", "https://192.168.1.20", "The phone's address, with https or http."),
            Keys.key("poll", "login", "passcode", "session", "How a Grandstream wants to be asked: passcode (the",
                    "password in each question) or session (a log-in first: GRP, newer GXP, WP800).")
                    .oneOf("passcode", "session"),
            Keys.key("poll", "user", "", "", "The name to log in with. Left out: Polycom for poly, none for",
                    "grandstream, or admin where login = session."),
            Keys.key("poll", "password", "", "", "The password of that user; of the phone's administrator otherwise.",
                    "Left empty: the one stored with: deskbell secret set poll.password"),
            Keys.key("poll", "fingerprint", "", "", "SHA-256 fingerprint of the phone's certificate, for a phone that",
                    "signed its own. Left out: what this computer trusts. deskbell doctor says what the phone shows."),
            Keys.key("poll", "rest", "2", "", "Seconds between two questions while nobody calls."),
            Keys.key("poll", "busy", "500", "", "Milliseconds between two questions during a call."),
            dial("poll", "the phone"), Keys.record("poll"), Keys.recordMasked("poll"),
            Keys.key("baresip", "host", "127.0.0.1", "", "Where baresip runs, with its module ctrl_tcp."),
            Keys.key("baresip", "port", "4444", "", "The port of ctrl_tcp_listen in baresip's configuration."),
            dial("baresip", "baresip"), Keys.record("baresip"), Keys.recordMasked("baresip"),
            Keys.key("fritzbox", "host", "fritz.box", "", "The FRITZ!Box. Its call monitor is switched on by dialling",
                    "#96*5* on a telephone at the box."),
            Keys.key("fritzbox", "port", "1012", "", "The port of the call monitor."),
            Keys.key("fritzbox", "ports", "", "10, 20", "The agent's own phones as the box numbers them: 0 to 2 wired,",
                    "10 to 19 cordless, 20 to 29 network. Left out: all phones of the box, its answering machines",
                    "(40 to 49) excepted."),
            Keys.key("fritzbox", "numbers", "", "4271960", "The agent's own numbers, as the box names them in its call",
                    "list. Left out: all numbers of the box."),
            Keys.record("fritzbox"), Keys.recordMasked("fritzbox"),
            Keys.key("bria", "url", "wss://cpclientapi.softphone.com:9002/counterpath/socketapi/v1/", "",
                    "The desktop API of Bria on this computer; the name stands for this computer's own address."),
            dial("bria", "Bria"), Keys.record("bria"), Keys.recordMasked("bria"),
            Keys.key("tinyphone", "url", "http://127.0.0.1:6060", "", "The web interface of Tinyphone."),
            dial("tinyphone", "Tinyphone"), Keys.record("tinyphone"), Keys.recordMasked("tinyphone"));

    private NearbyKeys() {
    }

    private static Key dial(String section, String phone) {
        return Keys.key(section, "dial", "no", "", "yes: numbers are dialled from the computer through " + phone + ".")
                .oneOf("yes", "no");
    }
}
