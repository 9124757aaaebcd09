package io.deskbell.source.sip;

import java.util.Optional;

/** A command sequence number and its method; the number is below 2**31 (RFC 3261 §8.1.1.5). */
record CSeq(long number, String method) {
    static Optional<CSeq> read(String value) {
        String[] parts = value.strip().split("\\s+");
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,10}")) return Optional.empty();
        long number = Long.parseLong(parts[0]);
        return number > Integer.MAX_VALUE ? Optional.empty() : Optional.of(new CSeq(number, parts[1]));
    }

    @Override
    public String toString() {
        return number + " " + method;
    }
}
