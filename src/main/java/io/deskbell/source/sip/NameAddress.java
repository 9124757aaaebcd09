package io.deskbell.source.sip;

import java.util.List;
import java.util.Optional;

/** An address with or without a display name, and its parameters: From, To, Contact, Route (RFC 3261 §20.10). */
record NameAddress(String uri, Parameters parameters) {
    static Optional<NameAddress> read(String value) {
        List<String> parts = Separated.by(';', value);
        if (parts.isEmpty()) return Optional.empty();
        String address = parts.getFirst();
        int open = bracketAfterName(address);
        int close = address.indexOf('>', Math.max(open, 0));
        String uri = open < 0 ? address : address.substring(open + 1, close < 0 ? address.length() : close);
        return Optional.of(new NameAddress(uri.strip(), Parameters.of(parts.subList(1, parts.size()))));
    }

    /** A display name in quotation marks may itself contain angle brackets. */
    private static int bracketAfterName(String address) {
        if (!address.startsWith("\"")) return address.indexOf('<');
        for (int at = 1; at < address.length(); at++) {
            if (address.charAt(at) == '\\') {
                at++;
            } else if (address.charAt(at) == '"') {
                return address.indexOf('<', at);
            }
        }
        return -1;
    }
}
