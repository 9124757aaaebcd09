package io.deskbell.config;

import java.util.List;

/** The part of {@link Keys} for {@code deskbell relay} and for the desks that read what it tells. */
final class RelayKeys {
    static final List<Key> MQTT = List.of(
            Keys.key("mqtt", "server", "", "mqtts://mqtt.example.com:8883",
                    "The MQTT 5 broker at which deskbell relay tells of calls. mqtt:// is without encryption."),
            Keys.key("mqtt", "user", "", "", "The account at the broker. Left out: the extension."),
            Keys.key("mqtt", "password", "", "", "The account's password.",
                    "Left empty: the one stored with: deskbell secret set mqtt.password"),
            Keys.key("mqtt", "topic", "deskbell", "", "What stands before the extension in topics, as at the relay."),
            Keys.key("mqtt", "certificate", "", "", "PEM file with the certificates to trust instead of the computer's",
                    "own, for a broker with a certificate of its own making."),
            Keys.key("mqtt", "away", "24", "", "Hours for which the broker keeps what this desk has not read yet."),
            Keys.record("mqtt"), Keys.recordMasked("mqtt"));
    static final List<Key> RELAY = List.of(
            Keys.key("relay", "source", "voipgrid", "", "For deskbell relay, on a server of the customer's, only.",
                    "Whose calls it tells the desks: voipgrid (notifications that Voys and others send); or sip,",
                    "asterisk or 3cx, set up in its own section: then the relay watches it for all extensions."),
            Keys.key("relay", "extensions", "", "201, 202", "Whose calls are told, or: file FILE, an extension a line.",
                    "Left out: all that the notifications name."),
            Keys.key("relay", "name", "", "relay-a", "Tells this relay from a second one. Left out: this computer's."),
            Keys.key("relay", "bind", "0.0.0.0", "127.0.0.1", "Where notifications come in."),
            Keys.key("relay", "port", "8443", "", "The same: https://THIS.SERVER:port/{token}/voipgrid"),
            Keys.key("relay", "certificate", "", "/etc/letsencrypt/live/relay.example.com/fullchain.pem",
                    "PEM file with this server's certificate and chain. Left out: HTTP without encryption, for a proxy",
                    "that speaks HTTPS. A renewed one is taken up without a restart."),
            Keys.key("relay", "key", "", "/etc/letsencrypt/live/relay.example.com/privkey.pem",
                    "PEM file with the certificate's private key (PKCS #8)."),
            Keys.key("relay", "token", "", "", "Part of the path, so that nobody else can tell of calls.",
                    "Left empty: the one stored with: deskbell secret set relay.token"),
            Keys.key("relay", "allow", "", "192.0.2.0/24", "Addresses that may tell of calls. Left out: all that know",
                    "the token."),
            Keys.key("relay", "proxy", "", "127.0.0.1", "Addresses of proxies whose X-Forwarded-For is believed."),
            Keys.key("relay", "server", "", "mqtts://mqtt.example.com:8883", "The MQTT 5 broker the desks read."),
            Keys.key("relay", "user", "relay", "", "The relay's account at the broker."),
            Keys.key("relay", "password", "", "", "The account's password.",
                    "Left empty: the one stored with: deskbell secret set relay.password"),
            Keys.key("relay", "topic", "deskbell", "", "What stands before the extension in topics."),
            Keys.key("relay", "broker_certificate", "", "", "PEM file with the certificates to trust at the broker",
                    "instead of the computer's own."),
            Keys.key("relay", "spool", "50000", "", "So many notifications are kept on disk while the broker is away;",
                    "then the relay takes no more (503)."));

    private RelayKeys() {
    }
}
