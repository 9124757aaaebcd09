package io.deskbell;

import io.deskbell.call.CallReport;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.RegistrationRules;
import io.deskbell.call.RegistrationRules.TransferRole;
import io.deskbell.config.SipSettings.Event;
import io.deskbell.config.SipSettings.SilentFork;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a recording: UTF-8 text, {@code #} begins a comment line, first the desk, then up to three sections.
 *
 * <pre>
 * desk: 201                        also country, internal, outside-prefix, transfer, watch, event, referrer,
 * product: some PBX 1.0            withheld-number, filter-field, filter-header, call-id-header; product is for people
 * --- in
 * 0.000 line-up                    watching begins, or begins again
 * 1.000 report leg:x RINGING ...   see ReportWords
 * 2.000 snapshot &lt;&lt;&lt;           reports, one a line, up to a line &gt;&gt;&gt;; without &lt;&lt;&lt; no calls
 * 3.000 notify &lt;&lt;&lt;             a NOTIFY request as it was, headers and body; see RecordedNotify
 * 4.000 message &lt;&lt;&lt;            an INVITE or CANCEL request that rang along, as it was
 * 9.000 silence                    time passes
 * 9.500 intake/report ...          the same of another phone, named before the stroke
 * --- events
 * --- registrations
 * </pre>
 */
final class RecordingReader {
    private static final String ONLY_PHONE = "phone";
    private static final String OPEN = "<<<";
    private static final String CLOSE = ">>>";
    private static final long MOST_BYTES = 10 << 20;

    private final List<String> lines;
    private final Map<String, String> desk = new HashMap<>();
    private final List<RecordedInput> inputs = new ArrayList<>();
    private final Map<String, List<String>> expected = new HashMap<>();
    private int place;

    private RecordingReader(List<String> lines) {
        this.lines = lines;
    }

    /** @throws RecordingException when it is not written as it should be */
    static Recording read(Path file) throws IOException {
        return new RecordingReader(text(file).lines().toList()).read();
    }

    static Instant moment(String seconds) {
        try {
            return Recording.BEGIN.plusMillis(Math.round(Double.parseDouble(seconds) * 1000));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(seconds + ": not a time in seconds such as 1.000", noNumber);
        }
    }

    private static String text(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) throw new IOException("too large to be a recording");
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new IOException("no such file", missing);
        } catch (AccessDeniedException denied) {
            throw new IOException("this user may not read it", denied);
        } catch (CharacterCodingException notText) {
            throw new IOException("not a text file in UTF-8", notText);
        }
    }

    private Recording read() throws RecordingException {
        try {
            head();
            NumberPlan plan = plan();
            sections(plan);
            return new Recording(extension(), plan, rules(), sip(), inputs,
                    Optional.ofNullable(expected.get("events")), Optional.ofNullable(expected.get("registrations")));
        } catch (IllegalArgumentException | java.util.NoSuchElementException wrong) {
            throw new RecordingException(place, String.valueOf(wrong.getMessage()));
        }
    }

    private void head() {
        while (place < lines.size() && !lines.get(place).startsWith("---")) {
            String line = lines.get(place++).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            int colon = line.indexOf(':');
            if (colon < 0) throw new IllegalArgumentException("not a setting such as desk: 201");
            desk.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
    }

    private void sections(NumberPlan plan) {
        String section = "";
        while (place < lines.size()) {
            String line = lines.get(place++).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            if (line.startsWith("---")) {
                section = line.substring(3).strip();
                if (!section.equals("in")) expected.put(section, new ArrayList<>());
            } else if (section.equals("in")) {
                inputs.add(input(line, plan));
            } else {
                expected.get(section).add(line);
            }
        }
    }

    private RecordedInput input(String line, NumberPlan plan) {
        String[] words = line.split("\\s+", 3);
        if (words.length < 2) throw new IllegalArgumentException("an input is a time and what came in");
        Instant at = moment(words[0]);
        String rest = words.length < 3 ? "" : words[2];
        int stroke = words[1].indexOf('/');
        String phone = stroke < 0 ? ONLY_PHONE : words[1].substring(0, stroke);
        String kind = words[1].substring(stroke + 1);
        return switch (kind) {
            case "line-up" -> new RecordedInput.LineUp(at, phone);
            case "silence" -> new RecordedInput.Silence(at, phone);
            case "report" -> new RecordedInput.Told(at, phone, ReportWords.read(plan, rest, at));
            case "snapshot" -> new RecordedInput.AllCalls(at, phone, reports(rest, plan, at));
            case "notify" -> RecordedNotify.read(at, phone, block(rest), rest.startsWith("bytes"));
            case "message" -> new RecordedInput.Rung(at, phone,
                    (String.join("\r\n", block(rest)) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalArgumentException(kind + ": not one of line-up, report, snapshot, notify, "
                    + "message, silence");
        };
    }

    private List<CallReport> reports(String rest, NumberPlan plan, Instant at) {
        if (!rest.endsWith(OPEN)) return List.of();
        return block(rest).stream().map(String::strip).filter(line -> !line.isEmpty())
                .map(line -> ReportWords.read(plan, line, at)).toList();
    }

    private List<String> block(String rest) {
        if (!rest.endsWith(OPEN)) throw new IllegalArgumentException("what came in stands between <<< and >>>");
        List<String> block = new ArrayList<>();
        while (place < lines.size()) {
            String line = lines.get(place++);
            if (line.equals(CLOSE)) return block;
            block.add(line);
        }
        throw new IllegalArgumentException("the last <<< has no >>>");
    }

    private Extension extension() {
        return new Extension(desk.getOrDefault("desk", "201"));
    }

    private NumberPlan plan() {
        return new NumberPlan(desk.getOrDefault("country", "NL"),
                new DigitLengths(desk.getOrDefault("internal", "2..5")), desk.getOrDefault("outside-prefix", ""),
                extension());
    }

    private RecordedSip sip() {
        return new RecordedSip(desk.getOrDefault("watch", extension().digits()),
                ReportWords.oneOf(Event.class, desk.getOrDefault("event", "dialog").toUpperCase(Locale.ROOT)),
                new SilentFork(Optional.ofNullable(desk.get("filter-header")),
                        Optional.ofNullable(desk.get("call-id-header")), Duration.ZERO));
    }

    private RegistrationRules rules() {
        return new RegistrationRules(
                ReportWords.oneOf(TransferRole.class, desk.getOrDefault("transfer", "giver").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(desk.get("withheld-number")), Optional.ofNullable(desk.get("referrer")),
                Optional.ofNullable(desk.get("filter-field")));
    }
}
