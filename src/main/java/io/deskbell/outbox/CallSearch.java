package io.deskbell.outbox;

import io.deskbell.call.PhoneNumber;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which calls of the log are wanted.
 *
 * @param text in the other party's name or number, as a person types it: spaces, hyphens and the zero before an area
 *     code do not matter; empty for all
 */
public record CallSearch(String text, Kind kind, Instant from) {
    /** The kinds of calls people ask for. */
    public enum Kind {
        ALL(""),
        /** As {@link io.deskbell.call.Call#isMissed} has it. */
        MISSED("state = 'ENDED' AND answered_at IS NULL AND (direction IS NULL OR direction <> 'OUTBOUND')"
                + " AND transfer_to IS NULL AND (end_reason IS NULL OR end_reason <> 'ANSWERED_ELSEWHERE')"),
        INBOUND("direction = 'INBOUND'"),
        OUTBOUND("direction = 'OUTBOUND'");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }
    }

    public CallSearch {
        text = text.strip();
    }

    /** The calls with this number since then. */
    public static CallSearch of(PhoneNumber number, Instant from) {
        return new CallSearch(number.e164(), Kind.ALL, from);
    }

    String condition() {
        List<String> all = new ArrayList<>(List.of("started_at >= ?"));
        if (!kind.condition.isEmpty()) all.add(kind.condition);
        if (!patterns().isEmpty()) {
            all.add(patterns().stream().map(pattern -> pattern.column + " LIKE ? ESCAPE '\\'")
                    .collect(Collectors.joining(" OR ", "(", ")")));
        }
        return String.join(" AND ", all);
    }

    void fill(Columns columns) throws SQLException {
        columns.time(from);
        for (Pattern pattern : patterns()) columns.text(pattern.like);
    }

    /** What a column must look like. */
    private record Pattern(String column, String like) {
    }

    private List<Pattern> patterns() {
        if (text.isEmpty()) return List.of();
        List<Pattern> all = new ArrayList<>(List.of(new Pattern("party_name", like(text))));
        String digits = text.replaceAll("[\\s().\\-/\u00a0]", "");
        if (digits.matches("\\+?[0-9]+")) all.add(new Pattern("party_number", like(withoutZeros(digits))));
        return all;
    }

    /** Numbers are kept as +31612…: what people write as 06 12… or 0031 6 12…. */
    private static String withoutZeros(String digits) {
        if (digits.matches("00[0-9].*")) return "+" + digits.substring(2);
        return digits.matches("0[0-9].*") ? digits.substring(1) : digits;
    }

    private static String like(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
