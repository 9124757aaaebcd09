package io.deskbell.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What came in, as it stands in a recording behind its kind: as it is where a text file keeps it, and otherwise with
 * escapes, where line ends count as far as the first empty line and for nothing after it.
 *
 * <pre>
 * &lt;&lt;&lt;           bytes &lt;&lt;&lt;
 * a line        Content-Type: text/plain
 * another
 * &gt;&gt;&gt;           \xFFa body of bytes\x0A
 *               &gt;&gt;&gt;
 * </pre>
 */
public final class TapeText {
    public static final String OPEN = "<<<";
    public static final String CLOSE = ">>>";
    /** Stands before {@link #OPEN} where there are escapes. */
    public static final String ESCAPED = "bytes";

    private static final Pattern BLANK = Pattern.compile("\r?\n\r?\n");
    private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9a-fA-F]{2})");

    private TapeText() {
    }

    /** @param octets in Latin-1 */
    static String written(String octets) {
        String text = octets.replace("\r\n", "\n").stripTrailing();
        boolean plain = isKept(text);
        return (plain ? " " : " " + ESCAPED + " ") + OPEN + "\n" + (plain ? utf8(text) : escaped(octets)) + "\n"
                + CLOSE + "\n";
    }

    /**
     * The octets, in Latin-1, of what stands between the marks.
     *
     * @param escaped whether it is written with escapes
     */
    public static String read(List<String> lines, boolean escaped) {
        if (!escaped) return latin(String.join("\n", lines));
        int blank = lines.indexOf("");
        List<String> head = blank < 0 ? lines : lines.subList(0, blank);
        String body = blank < 0 ? "" : "\n\n" + String.join("", lines.subList(blank + 1, lines.size()));
        return unescaped(String.join("\n", head) + body);
    }

    /** Whether a text file gives it back. */
    private static boolean isKept(String octets) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1))).toString();
            return text.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t')
                    && text.lines().noneMatch(CLOSE::equals);
        } catch (CharacterCodingException anotherEncoding) {
            return false;
        }
    }

    private static String escaped(String octets) {
        Matcher blank = BLANK.matcher(octets);
        boolean two = blank.find();
        String head = two ? octets.substring(0, blank.start()) : octets;
        return escaped(head.replace("\r\n", "\n"), true) + "\n\n"
                + (two ? escaped(octets.substring(blank.end()), false) : "");
    }

    private static String escaped(String text, boolean linesStay) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> {
            boolean asItIs = c >= ' ' && c <= '~' && c != '\\' && c != '>' || linesStay && c == '\n';
            escaped.append(asItIs ? String.valueOf((char) c) : String.format("\\x%02X", c & 0xFF));
        });
        return escaped.toString();
    }

    private static String unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher escapes = ESCAPE.matcher(text);
        int from = 0;
        while (escapes.find()) {
            bytes.writeBytes(text.substring(from, escapes.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(Integer.parseInt(escapes.group(1), 16));
            from = escapes.end();
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static String utf8(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String latin(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
