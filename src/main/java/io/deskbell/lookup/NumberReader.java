package io.deskbell.lookup;

import io.deskbell.call.NumberPlan;
import io.deskbell.call.PhoneNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the numbers of a list. The plan takes some thirty microseconds for one; numbers of one length that begin with
 * the same six digits differ in nothing but their ends, so it is asked once for all of these. Only where a 0 or a plus
 * says how a number begins. Not thread safe.
 */
final class NumberReader {
    private static final int HEAD = 6;
    private static final int SHORTEST = 9;
    private static final int MOST_HEADS = 100_000;
    /** What keeps a spreadsheet from reading a number, as ="0612345678" or '0612345678. */
    private static final Pattern DRESS = Pattern.compile("^=?[\"']|[\"']$|[\\p{Zs}\\p{Cf}]");

    private final NumberPlan plan;
    private final Map<String, String> heads = new HashMap<>();

    NumberReader(NumberPlan plan) {
        this.plan = plan;
    }

    Optional<PhoneNumber> read(String written) {
        String bare = DRESS.matcher(written).replaceAll("");
        Optional<String> plain = plain(bare);
        if (plain.isEmpty()) return bare.isEmpty() ? Optional.empty() : plan.number(bare);
        String digits = plain.get();
        String key = digits.length() + digits.substring(0, HEAD);
        String end = digits.substring(HEAD);
        String known = heads.get(key);
        if (known != null) return Optional.of(new PhoneNumber(known + end));
        Optional<PhoneNumber> read = plan.number(digits);
        read.map(PhoneNumber::e164).filter(number -> number.endsWith(end) && heads.size() < MOST_HEADS)
                .ifPresent(number -> heads.put(key, number.substring(0, number.length() - end.length())));
        return read;
    }

    /** The digits alone, with the plus before them; empty for what is anything else, or begins otherwise. */
    private static Optional<String> plain(String bare) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if ('0' <= c && c <= '9' || c == '+' && digits.isEmpty()) digits.append(c);
            else if ("().-/".indexOf(c) < 0) return Optional.empty();
        }
        boolean begins = digits.length() >= SHORTEST && (digits.charAt(0) == '0' || digits.charAt(0) == '+');
        return begins ? Optional.of(digits.toString()) : Optional.empty();
    }
}
