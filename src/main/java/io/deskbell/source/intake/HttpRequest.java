package io.deskbell.source.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One request as a phone sends it (RFC 9112), within bounds. Phones put what they like into the request line, so
 * everything between the method and the version is the target, spaces and angle brackets too.
 *
 * @param headers names in lower case; of a repeated one the last
 * @param head as it came, octet by octet in Latin-1
 */
record HttpRequest(String method, String target, String version, Map<String, String> headers, String head,
                   byte[] body) {
    static final int MOST_HEAD = 16 << 10;
    static final int MOST_BODY = 64 << 10;
    private static final int TEXT_ENDS = 3;
    private static final Pattern LINE_END = Pattern.compile("\r?\n");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");
    /** A record of this type is the first thing a client says (RFC 8446 section 5.1). */
    private static final int TLS_HANDSHAKE = 22;

    /** Refused before it was read to its end. */
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;
        private final Refusal why;

        RefusedException(Refusal why) {
            super("refused: " + why);
            this.why = why;
        }

        Refusal why() {
            return why;
        }
    }

    /** Empty when the other side has closed in an orderly way before a request began. */
    static Optional<HttpRequest> read(InputStream in) throws IOException {
        String head = readHead(in);
        if (head.isEmpty()) return Optional.empty();
        HttpRequest request = ofHead(head);
        return Optional.of(request.with(readBody(in, request.headers())));
    }

    /** Without its body. */
    static HttpRequest ofHead(String head) throws RefusedException {
        String[] lines = LINE_END.split(head);
        int first = lines[0].indexOf(' ');
        int last = lines[0].lastIndexOf(" HTTP/1.");
        if (first <= 0 || last <= first) throw new RefusedException(Refusal.MALFORMED);
        Map<String, String> headers = new HashMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            if (colon <= 0) throw new RefusedException(Refusal.MALFORMED);
            headers.put(lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        return new HttpRequest(lines[0].substring(0, first), lines[0].substring(first + 1, last),
                lines[0].substring(last + 1).strip(), headers, head, new byte[0]);
    }

    HttpRequest with(byte[] posted) {
        return new HttpRequest(method, target, version, headers, head, posted);
    }

    boolean keepsOpen() {
        String wish = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        return version.equals("HTTP/1.1") ? !wish.contains("close") : wish.contains("keep-alive");
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (true) {
            int next = in.read();
            if (next < 0) {
                if (head.isEmpty()) return "";
                throw new EOFException("the other side left in the middle of a request");
            }
            boolean blankBefore = head.isEmpty() && (next == '\r' || next == '\n'); // RFC 9112 section 2.2.
            if (blankBefore) continue;
            if (head.isEmpty() && next == TLS_HANDSHAKE) throw new RefusedException(Refusal.ENCRYPTED);
            head.append((char) next);
            if (head.length() > MOST_HEAD) throw new RefusedException(Refusal.LONG_HEAD);
            int length = head.length();
            boolean over = next == '\n' && (head.charAt(length - 2) == '\n'
                    || length > TEXT_ENDS && head.charAt(length - 2) == '\r' && head.charAt(length - 3) == '\n');
            if (over) return head.toString();
        }
    }

    private static byte[] readBody(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.containsKey("transfer-encoding")) throw new RefusedException(Refusal.NO_LENGTH);
        String length = headers.getOrDefault("content-length", "0");
        if (!LENGTH.matcher(length).matches()) throw new RefusedException(Refusal.MALFORMED);
        int bytes = Integer.parseInt(length);
        if (bytes > MOST_BODY) throw new RefusedException(Refusal.LONG_BODY);
        byte[] body = in.readNBytes(bytes);
        if (body.length < bytes) throw new EOFException("the other side left in the middle of a request");
        return body;
    }

    /** The head came byte by byte as Latin-1; most phones mean UTF-8 by what is not ASCII. */
    static String text(String latin) {
        byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        return utf8.indexOf('\ufffd') < 0 ? utf8 : latin;
    }
}
