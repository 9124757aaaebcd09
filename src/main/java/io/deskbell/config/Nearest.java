package io.deskbell.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
final class Nearest {
    private Nearest() {
    }

    /** "; did you mean server?" or, when nothing is near, "; there are a, b and c". */
    static String to(String written, List<String> known) {
        return among(written, known).map(nearest -> "; did you mean " + nearest + "?")
                .orElseGet(() -> "; there are " + String.join(", ", known));
    }

    /** Empty when none is near. */
    static Optional<String> among(String written, List<String> known) {
        int near = Math.max(2, written.length() / 3);
        return known.stream().min(Comparator.comparingInt(name -> distance(written, name)))
                .filter(nearest -> distance(written, nearest) <= near);
    }

    /** Levenshtein: how many letters to change, add or drop. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
