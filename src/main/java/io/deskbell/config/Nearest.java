package io.deskbell.config;

import java.util.Comparator;
import java.util.List;

/** Finds what somebody probably meant to write. */
final class Nearest {
    private Nearest() {
    }

    /** "; did you mean server?" or, when nothing is near, "; there are a, b and c". */
    static String to(String written, List<String> known) {
        String nearest = known.stream().min(Comparator.comparingInt(k -> distance(written, k))).orElse("");
        int near = Math.max(2, written.length() / 3);
        if (distance(written, nearest) <= near) return "; did you mean " + nearest + "?";
        return "; there are " + String.join(", ", known);
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
