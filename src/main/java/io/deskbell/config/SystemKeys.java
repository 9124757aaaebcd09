package io.deskbell.config;

import java.util.List;
import java.util.stream.Stream;

/** The part of {@link Keys} for {@link PhoneSystems}. */
final class SystemKeys {
    static final List<Key> ALL = Stream.of(VoipgridSection.KEYS, asterisk(), ThreeCxSection.KEYS, RelayKeys.MQTT,
                    RelayKeys.RELAY, XelionSection.KEYS)
            .flatMap(List::stream).toList();

    private SystemKeys() {
    }

    private static List<Key> asterisk() {
        return List.of(
                Keys.key("asterisk", "host", "", "pbx.example.com", "The Asterisk or FreePBX whose manager interface"
                        + " (AMI) is", "watched. deskbell phones asterisk prints what to enter there."),
                Keys.key("asterisk", "port", "", "5038", "Left out: 5038, or 5039 with tls = yes."),
                Keys.key("asterisk", "tls", "no", "", "yes: the connection is encrypted. Without it callers' numbers"
                        + " can be read", "on the way; the secret cannot.").oneOf("yes", "no"),
                Keys.key("asterisk", "fingerprint", "", "", "SHA-256 fingerprint of the one certificate to trust,"
                        + " whatever its name.", "deskbell doctor says what the telephone system shows."),
                Keys.key("asterisk", "user", "deskbell", "", "The manager user, as it stands in [ ] in manager.conf."),
                Keys.key("asterisk", "secret", "", "", "The manager user's secret.",
                        "Left empty: the one stored with: deskbell secret set asterisk.secret"),
                Keys.key("asterisk", "channels", "PJSIP/{extension}, SIP/{extension}", "PJSIP/{extension},"
                        + " PJSIP/99{extension}", "How the channels of the phones are called, without what follows the"
                        + " last -.", "FreePBX with devices apart from users: name the agent's devices, such as"
                        + " PJSIP/9001."),
                Keys.key("asterisk", "context", "from-internal", "", "The context of the dialplan in which numbers are"
                        + " dialled."),
                Keys.key("asterisk", "filter_variable", "", "CUSTOMER_ID", "The channel variable that holds the value"
                        + " of [inbox] filter_field.", "The manager user then needs read = dialplan as well."),
                Keys.key("asterisk", "dial", "no", "", "yes: numbers are dialled from the computer: the agent's phone"
                        + " rings first.").oneOf("yes", "no"),
                Keys.record("asterisk"), Keys.recordMasked("asterisk"));
    }
}
