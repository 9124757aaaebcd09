package io.deskbell;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A NOTIFY request in a recording: header lines, an empty line, the body. Only the content type matters of the headers.
 * After {@code notify bytes} the body's {@code \xHH} stands for that byte and its line ends count for nothing, for
 * bodies that no text editor would leave alone.
 */
final class RecordedNotify {
    private static final Pattern CONTENT_TYPE = Pattern.compile("(?i)(?:Content-Type|c)\\s*:\\s*(.*)");
    private static final Pattern BYTE = Pattern.compile("\\\\x([0-9a-fA-F]{2})");

    private RecordedNotify() {
    }

    static RecordedInput.Notified read(Instant at, String phone, List<String> lines, boolean escaped) {
        int blank = lines.indexOf("");
        List<String> headers = blank < 0 ? lines : lines.subList(0, blank);
        List<String> body = blank < 0 ? List.of() : lines.subList(blank + 1, lines.size());
        String type = headers.stream().map(CONTENT_TYPE::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1).strip()).findFirst().orElse("");
        if (escaped) return new RecordedInput.Notified(at, phone, type, bytes(String.join("", body)));
        String text = String.join("\n", body);
        byte[] whole = text.isBlank() ? new byte[0] : (text + "\n").getBytes(StandardCharsets.UTF_8);
        return new RecordedInput.Notified(at, phone, type, whole);
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher escapes = BYTE.matcher(text);
        int from = 0;
        while (escapes.find()) {
            bytes.writeBytes(text.substring(from, escapes.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(Integer.parseInt(escapes.group(1), 16));
            from = escapes.end();
        }
        bytes.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }
}
