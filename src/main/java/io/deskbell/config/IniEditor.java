package io.deskbell.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Changes values in the text of an ini file the way a careful person would: comments, order, blank lines, line ends and
 * whatever else stands there stay as they are. Not thread safe.
 */
final class IniEditor {
    private static final Pattern HEAD = Pattern.compile("\\s*\\[([^\\]]*)].*");
    private static final Pattern ENTRY = Pattern.compile("(\\s*([^;#=:\\s][^=:]*?)\\s*[=:])(\\s*)(.*)");
    private static final Pattern REMARK = Pattern.compile("(\"[^\"]*\"|.*?)(\\s+[;#].*)?");

    private final List<String> lines;
    private final String lineEnd;

    IniEditor(String text) {
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        lines = new ArrayList<>(Arrays.asList(text.split("\r?\n", -1)));
        if (lines.getLast().isEmpty()) lines.removeLast();
    }

    String text() {
        return lines.isEmpty() ? "" : String.join(lineEnd, lines) + lineEnd;
    }

    /**
     * Where the key stands its value is changed; otherwise it is added at the end of its section, or with its section
     * at the end.
     *
     * @throws IllegalArgumentException for a value that no ini file can hold
     */
    void set(String section, String key, String value) {
        String written = written(value);
        int at = find(section, key);
        if (at >= 0) {
            lines.set(at, changed(lines.get(at), written));
            return;
        }
        String added = (key + " = " + written).stripTrailing();
        int end = endOf(section);
        if (end >= 0) {
            lines.add(end, added);
            return;
        }
        if (!lines.isEmpty()) lines.add("");
        lines.add("[" + section + "]");
        lines.add(added);
    }

    private int find(String section, String key) {
        String here = "";
        for (int i = 0; i < lines.size(); i++) {
            Matcher head = HEAD.matcher(lines.get(i));
            if (head.matches()) {
                here = name(head.group(1));
                continue;
            }
            Matcher entry = ENTRY.matcher(lines.get(i));
            if (here.equals(section) && entry.matches() && name(entry.group(2)).equals(key)) return i;
        }
        return -1;
    }

    /** After the section's last line that says something; -1 when there is no such section. */
    private int endOf(String section) {
        int end = -1;
        boolean inside = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher head = HEAD.matcher(lines.get(i));
            if (head.matches()) {
                if (inside) return end;
                inside = name(head.group(1)).equals(section);
            }
            if (inside && !lines.get(i).isBlank()) end = i + 1;
        }
        return end;
    }

    private static String changed(String line, String written) {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.matches()) return line; // Cannot be: it was found by this pattern.
        Matcher parts = REMARK.matcher(entry.group(4));
        String remark = parts.matches() && parts.group(2) != null ? parts.group(2) : "";
        boolean wasEmpty = parts.matches() && parts.group(1).isEmpty();
        String space = wasEmpty && entry.group(3).isEmpty() ? " " : entry.group(3);
        return (entry.group(1) + space + written + remark).stripTrailing();
    }

    /** The form that is read back as it was: mostly the value itself, in double quotes where that would be cut. */
    private static String written(String value) {
        String plain = value.strip();
        if (plain.contains("\n") || plain.contains("\r")) throw new IllegalArgumentException("one line only");
        String quoted = '"' + plain + '"';
        return Stream.of(plain, quoted).filter(form -> ConfigFile.valueOf(form).equals(plain)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no double quote beside a ; or #"));
    }

    private static String name(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }
}
