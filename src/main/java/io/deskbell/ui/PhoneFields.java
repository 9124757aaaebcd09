package io.deskbell.ui;

import io.deskbell.ui.Setting.Kind;
import java.util.ArrayList;
import java.util.List;

/** What is asked of each kind of phone, in the order it is asked; a phone's are shown only where it is chosen. */
final class PhoneFields {
    static final List<Field> ALL = all();

    /** @param options of a choice, otherwise empty */
    record Field(String section, String key, Kind kind, String... options) {
    }

    private PhoneFields() {
    }

    private static List<Field> all() {
        List<Field> all = new ArrayList<>(onTheLine());
        all.addAll(nearby());
        all.addAll(systems());
        return List.copyOf(all);
    }

    private static List<Field> onTheLine() {
        return List.of(
                text("sip", "server"),
                text("sip", "user"),
                secret("sip", "password"),
                new Field("sip", "dial", Kind.CHOICE, "no", "call", "refer"),
                text("tapi", "line"),
                text("intake", "bind"));
    }

    private static List<Field> nearby() {
        return List.of(
                new Field("poll", "make", Kind.CHOICE, "poly", "grandstream"),
                new Field("poll", "login", Kind.CHOICE, "passcode", "session"),
                text("poll", "address"),
                text("poll", "user"),
                secret("poll", "password"),
                text("poll", "fingerprint"),
                dialSwitch("poll"),
                text("baresip", "host"),
                text("baresip", "port"),
                dialSwitch("baresip"),
                text("fritzbox", "host"),
                text("fritzbox", "ports"),
                text("fritzbox", "numbers"),
                text("bria", "url"),
                dialSwitch("bria"),
                text("tinyphone", "url"),
                dialSwitch("tinyphone"));
    }

    private static List<Field> systems() {
        return List.of(
                text("voipgrid", "user"),
                secret("voipgrid", "token"),
                new Field("voipgrid", "extension", Kind.CHOICE, "either", "account", "user"),
                rings("voipgrid"),
                text("asterisk", "host"),
                new Field("asterisk", "tls", Kind.SWITCH),
                text("asterisk", "fingerprint"),
                text("asterisk", "user"),
                secret("asterisk", "secret"),
                rings("asterisk"),
                text("mqtt", "server"),
                text("mqtt", "user"),
                secret("mqtt", "password"),
                text("3cx", "url"),
                text("3cx", "client_id"),
                secret("3cx", "client_secret"),
                rings("3cx"),
                text("xelion", "url"),
                text("xelion", "user"),
                secret("xelion", "password"),
                text("xelion", "device_number"),
                rings("xelion"));
    }

    private static Field text(String section, String key) {
        return new Field(section, key, Kind.TEXT);
    }

    private static Field secret(String section, String key) {
        return new Field(section, key, Kind.SECRET);
    }

    /** The phone itself dials. */
    private static Field dialSwitch(String section) {
        return new Field(section, "dial", Kind.SWITCH);
    }

    /** The system dials: it rings the agent's phone first, and the choice says so. */
    private static Field rings(String section) {
        return new Field(section, "dial", Kind.CHOICE, "no", "yes");
    }
}
