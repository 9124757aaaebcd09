package io.deskbell.call;

import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lengths that a colleague's number may have, written {@code 2..5}, {@code 3} or {@code 3, 5..6}. */
public final class DigitLengths {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,2})(?:\\s*\\.\\.\\s*([0-9]{1,2}))?");

    private final BitSet lengths = new BitSet();

    /** @throws IllegalArgumentException with words for the person who wrote the value */
    public DigitLengths(String written) {
        for (String part : written.split(",")) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) throw new IllegalArgumentException("not digit counts such as 3 or 2..5");
            int from = Integer.parseInt(range.group(1));
            int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
            if (from < 1 || to < from || to > 15) {
                throw new IllegalArgumentException("digit counts run from 1 to 15, the smaller first");
            }
            lengths.set(from, to + 1);
        }
    }

    public boolean include(int length) {
        return lengths.get(length);
    }
}
