package io.deskbell.source.sip;

import java.net.InetSocketAddress;
import java.util.function.Supplier;

/**
 * Where answers and requests reach us: first the socket's own address, then the one the server sees us at, learnt from
 * what it writes into our Via (RFC 3581). Not thread safe.
 */
final class OwnAddress {
    private final TransportKind kind;
    private final String sentBy;
    private final Supplier<String> tokens;
    private String seenAs;

    OwnAddress(TransportKind kind, InetSocketAddress local, Supplier<String> tokens) {
        this.kind = kind;
        this.sentBy = SipUri.bracketed(local.getAddress().getHostAddress()) + ":" + local.getPort();
        this.tokens = tokens;
        this.seenAs = sentBy;
    }

    /** A Via value with a branch of its own. */
    String via() {
        return "SIP/2.0/" + kind + " " + sentBy + ";branch=" + Via.COOKIE + tokens.get() + ";rport";
    }

    String contact(String user) {
        String transport = kind == TransportKind.UDP ? "" : ";transport=" + kind.parameter();
        return "<sip:" + user + "@" + seenAs + transport + ">";
    }

    void learn(SipResponse response) {
        response.topVia().map(Via::parameters).ifPresent(this::learn);
    }

    private void learn(Parameters via) {
        int colon = sentBy.lastIndexOf(':');
        String host = via.get("received").map(String::strip).orElse(sentBy.substring(0, colon));
        String port = via.get("rport").filter(said -> !said.isEmpty()).orElse(sentBy.substring(colon + 1));
        String seen = SipUri.bracketed(host) + ":" + port;
        boolean sound = host.matches("[0-9a-fA-F:.\\[\\]]+") && SipUri.read("sip:" + seen).isPresent();
        if (sound) seenAs = seen;
    }
}
