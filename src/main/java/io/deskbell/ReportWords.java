package io.deskbell;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a report as recordings hold it, key and state first and then whatever the phone told:
 *
 * <pre>
 * reused:3 RINGING inbound party=0612345678 name="J. Jansen" dialled=0201234567 alias=7 at=1.500
 * shared:x ENDED reason=BUSY to=202 still-seen handed-over-by=203 filter=gold
 * </pre>
 */
final class ReportWords {
    private static final Set<String> KNOWN = Set.of("at", "party", "name", "dialled", "reason", "handed-over-by",
            "filter", "to");
    private static final Pattern WORD = Pattern.compile("([a-z-]+)=(?:\"([^\"]*)\"|(\\S*))|(\\S+)");

    private final NumberPlan plan;
    private final List<String> plain = new ArrayList<>();
    private final Map<String, String> told = new HashMap<>();
    private final List<String> aliases = new ArrayList<>();

    private ReportWords(NumberPlan plan, String line) {
        this.plan = plan;
        Matcher words = WORD.matcher(line);
        while (words.find()) {
            String value = words.group(2) == null ? words.group(3) : words.group(2);
            if (words.group(4) != null) plain.add(words.group(4));
            else if (words.group(1).equals("alias")) aliases.add(value);
            else told.put(known(words.group(1)), value);
        }
    }

    private static String known(String name) {
        if (KNOWN.contains(name)) return name;
        throw new IllegalArgumentException(name + "=: not one of alias, "
                + String.join(", ", KNOWN.stream().sorted().toList()));
    }

    /** @throws IllegalArgumentException with what is wrong */
    static CallReport read(NumberPlan plan, String line, Instant at) {
        return new ReportWords(plan, line).report(at);
    }

    private CallReport report(Instant arrived) {
        if (plain.size() < 2) throw new IllegalArgumentException("a report begins with a key and a state");
        Instant at = told.containsKey("at") ? RecordingReader.moment(told.get("at")) : arrived;
        CallReport report = CallReport.of(key(plain.get(0)), oneOf(CallState.class, plain.get(1)), at);
        for (String word : plain.subList(2, plain.size())) {
            if (!word.equals("still-seen")) report = report.going(direction(word));
        }
        for (String alias : aliases) {
            report = report.also(alias);
        }
        report = report.with(party(report));
        report = fold(report, "dialled", this::number, CallReport::dialled);
        report = fold(report, "reason", word -> oneOf(EndReason.class, word), CallReport::because);
        report = fold(report, "handed-over-by", Extension::new, CallReport::handedOverBy);
        report = fold(report, "filter", value -> value, CallReport::filteredBy);
        boolean stillSeen = plain.contains("still-seen");
        return fold(report, "to", Extension::new, (r, to) -> r.givenTo(to, stillSeen));
    }

    static <E extends Enum<E>> E oneOf(Class<E> kind, String word) {
        E[] all = kind.getEnumConstants();
        return Arrays.stream(all).filter(one -> one.name().equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word + ": not one of "
                        + Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private PhoneNumber number(String written) {
        return plan.number(written)
                .orElseThrow(() -> new IllegalArgumentException(written + ": not a telephone number"));
    }

    private interface Adding<T> {
        CallReport add(CallReport report, T value);
    }

    private <T> CallReport fold(CallReport report, String name, Function<String, T> reading, Adding<T> adding) {
        return told.containsKey(name) ? adding.add(report, reading.apply(told.get(name))) : report;
    }

    private Party party(CallReport report) {
        String written = told.getOrDefault("party", "");
        String name = told.getOrDefault("name", "");
        if (written.isEmpty()) return new Party.Unknown(name);
        boolean outbound = report.direction().filter(way -> way == Direction.OUTBOUND).isPresent();
        return outbound ? plan.dialled(written, name) : plan.caller(written, name);
    }

    private static Direction direction(String word) {
        return switch (word) {
            case "inbound" -> Direction.INBOUND;
            case "outbound" -> Direction.OUTBOUND;
            default -> throw new IllegalArgumentException(word + ": not a word of a report");
        };
    }

    private static CallKey key(String word) {
        int colon = word.indexOf(':');
        String value = word.substring(colon + 1);
        return switch (colon < 0 ? "leg" : word.substring(0, colon)) {
            case "leg" -> CallKey.leg(value);
            case "shared" -> CallKey.shared(value);
            case "reused" -> CallKey.reused(value);
            default -> throw new IllegalArgumentException(word + ": a key is leg:, shared: or reused: and a name");
        };
    }
}
