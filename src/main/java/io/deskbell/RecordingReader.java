package io.deskbell;

import io.deskbell.call.CallReport;
import io.deskbell.call.NumberPlan;
import io.deskbell.source.TapeText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a recording: UTF-8 text, {@code #} begins a comment line, first the desk, then up to four sections.
 *
 * <pre>
 * desk: 201                        also country, internal, outside-prefix, transfer, referrer, withheld-number,
 * product: some PBX 1.0            filter-field, and what a source adds; product is for people
 * --- in
 * 0.000 line-up                    watching begins, or begins again
 * 1.000 report leg:x RINGING ...   see ReportWords
 * 2.000 snapshot &lt;&lt;&lt;           reports, one a line, up to a line &gt;&gt;&gt;; without &lt;&lt;&lt; no calls
 * 3.000 notify &lt;&lt;&lt;             what came in, raw, of a kind a source writes on its tape, up to &gt;&gt;&gt;;
 * 4.000 told yealink event=...   or behind the kind, or both; with escapes behind "bytes", see TapeText
 * 9.000 silence                    time passes
 * 9.500 intake/report ...          the same of another phone, named before the stroke
 * --- customers                    lines of a list (CSV) that callers are looked up in
 * --- events
 * --- registrations
 * </pre>
 */
final class RecordingReader {
    private static final String ONLY_PHONE = "phone";
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
        if (!seconds.matches("[0-9]{1,9}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException(seconds + ": not a time in seconds such as 1.000");
        }
        return Recording.BEGIN.plusMillis(Math.round(Double.parseDouble(seconds) * 1000));
    }

    private static String text(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) throw new RecordingException("too large to be a recording", null);
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new RecordingException("no such file", missing);
        } catch (AccessDeniedException denied) {
            throw new RecordingException("this user may not read it", denied);
        } catch (CharacterCodingException notText) {
            throw new RecordingException("not a text file in UTF-8", notText);
        }
    }

    private Recording read() throws RecordingException {
        try {
            head();
            RecordingHead head = new RecordingHead(desk);
            head.rules();
            sections(head.plan());
            return new Recording(head, expected.getOrDefault("customers", List.of()), inputs,
                    Optional.ofNullable(expected.get("events")),
                    Optional.ofNullable(expected.get("registrations")));
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
            String name = line.substring(0, colon).strip();
            if (!settings().contains(name)) {
                throw new IllegalArgumentException(name + ": not one of " + String.join(", ", settings()));
            }
            desk.put(name, line.substring(colon + 1).strip());
        }
    }

    private static List<String> settings() {
        return Stream.concat(RecordingHead.OF_THE_DESK.stream(), PhoneSources.tapings().values().stream()
                .flatMap(taping -> taping.settings().stream())).distinct().toList();
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
            default -> new RecordedInput.Came(at, phone, source(phone, kind), kind, place, text(rest));
        };
    }

    /** The one the phone is named after; in recordings made by hand, which name it as they like, the kind tells. */
    private static String source(String phone, String kind) {
        Map<String, Taping> tapings = PhoneSources.tapings();
        if (tapings.containsKey(phone) && tapings.get(phone).kinds().contains(kind)) return phone;
        return tapings.entrySet().stream().filter(source -> source.getValue().kinds().contains(kind))
                .map(Map.Entry::getKey).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kind + ": not one of " + String.join(", ", kinds())));
    }

    private static List<String> kinds() {
        return Stream.concat(Stream.of("line-up", "report", "snapshot", "silence"), PhoneSources.tapings().values()
                .stream().flatMap(taping -> taping.kinds().stream())).distinct().toList();
    }

    /** What stands behind the kind and, where a block is opened, below it. */
    private String text(String rest) {
        if (!rest.endsWith(TapeText.OPEN)) return TapeText.read(List.of(rest), false);
        String words = rest.substring(0, rest.length() - TapeText.OPEN.length()).strip();
        boolean escaped = words.equals(TapeText.ESCAPED);
        String below = TapeText.read(block(rest), escaped);
        return escaped || words.isEmpty() ? below : words + "\n" + below;
    }

    private List<CallReport> reports(String rest, NumberPlan plan, Instant at) {
        if (!rest.endsWith(TapeText.OPEN)) return List.of();
        return block(rest).stream().map(String::strip).filter(line -> !line.isEmpty())
                .map(line -> ReportWords.read(plan, line, at)).toList();
    }

    private List<String> block(String rest) {
        List<String> block = new ArrayList<>();
        while (place < lines.size()) {
            String line = lines.get(place++);
            if (line.equals(TapeText.CLOSE)) return block;
            block.add(line);
        }
        throw new IllegalArgumentException("the last <<< has no >>>");
    }
}
