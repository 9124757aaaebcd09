package io.deskbell.source.sip;

import java.util.List;
import java.util.Optional;

/** One Via value: {@code SIP/2.0/UDP host:port;branch=...;rport} (RFC 3261 §20.42, RFC 3581). */
record Via(String transport, String sentBy, Parameters parameters) {
    /** RFC 3261 §8.1.1.7: marks branches that are unique. */
    static final String COOKIE = "z9hG4bK";

    static Optional<Via> read(String value) {
        List<String> parts = Separated.by(';', value);
        if (parts.isEmpty()) return Optional.empty();
        String spaced = parts.getFirst().replaceAll("\\s+", " "); // One run at a time: long runs must not cost more.
        String[] protocol = spaced.replace(" /", "/").replace("/ ", "/").split(" ", 2); // "SIP / 2.0 / UDP host"
        int slash = protocol[0].lastIndexOf('/');
        if (protocol.length != 2 || slash < 0) return Optional.empty();
        String sentBy = protocol[1].replace(" ", "");
        Parameters parameters = Parameters.of(parts.subList(1, parts.size()));
        return Optional.of(new Via(protocol[0].substring(slash + 1), sentBy, parameters));
    }

    Optional<String> branch() {
        return parameters.get("branch");
    }

    /** The port answers go to when the sender asks for no other. */
    int port() {
        return SipUri.read("sip:" + sentBy).map(SipUri::port).filter(port -> port > 0).orElse(5060);
    }
}
