package io.deskbell.source.sip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads messages the tolerant way (RFC 3261 §7, RFC 4475): any case, folded lines, bare line feeds, fields that cannot
 * be read left out. What it cannot make sense of ends in a {@link SipParseException} and in nothing else.
 */
final class SipParser {
    static final int LARGEST_DATAGRAM = 65_535;
    static final int LARGEST_ON_STREAM = 256 * 1024;
    static final int MOST_FIELDS = 200;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9.!%*_+`'~-]+");
    private static final List<String> NEEDED = List.of("Via", "From", "To", "Call-ID", "CSeq");

    /** The first line and the header fields. */
    record Head(String startLine, Headers headers) {
    }

    private SipParser() {
    }

    /** Octets after the announced body are ignored; a body cut short is an error (RFC 3261 §18.3). */
    static SipMessage datagram(byte[] bytes) throws SipParseException {
        int start = firstLine(bytes, bytes.length);
        int end = endOfHead(bytes, start, bytes.length);
        if (end < 0) end = bytes.length; // Some send an answer without its last empty line.
        Head head = head(bytes, start, end);
        int rest = bytes.length - end;
        int length = contentLength(head.headers(), rest);
        if (length > rest) throw new SipParseException("its body is cut off");
        return message(head, Arrays.copyOfRange(bytes, end, end + length));
    }

    /** Where the first line begins: empty lines before it are keep-alives (§7.5). */
    static int firstLine(byte[] bytes, int limit) {
        int at = 0;
        while (at < limit && (bytes[at] == '\r' || bytes[at] == '\n')) at++;
        return at;
    }

    /** The index after the empty line that ends the header, or -1. */
    static int endOfHead(byte[] bytes, int from, int limit) {
        int lineLength = 1;
        for (int at = from; at < limit; at++) {
            if (bytes[at] == '\n') {
                if (lineLength == 0) return at + 1;
                lineLength = 0;
            } else if (bytes[at] != '\r') {
                lineLength++;
            }
        }
        return -1;
    }

    static Head head(byte[] bytes, int from, int to) throws SipParseException {
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        List<String> lines = unfolded(text);
        // Others may take them for the end of a line or of the text, and we repeat what we are told.
        if (lines.stream().anyMatch(line -> line.indexOf('\r') >= 0 || line.indexOf('\0') >= 0)) {
            throw new SipParseException("it has control characters in its header");
        }
        if (lines.isEmpty()) throw new SipParseException("it is empty");
        List<Headers.Field> fields = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip();
            if (!TOKEN.matcher(name).matches()) continue;
            fields.add(new Headers.Field(name, line.substring(colon + 1).strip()));
            if (fields.size() > MOST_FIELDS) throw new SipParseException("it has too many header fields");
        }
        return new Head(lines.getFirst(), new Headers(fields));
    }

    /** A field may say it several times, but only the same (RFC 4475 §3.3.8 mcl01). */
    static int contentLength(Headers headers, int whenAbsent) throws SipParseException {
        List<String> lengths = headers.all("Content-Length").stream().distinct().toList();
        if (lengths.isEmpty()) return whenAbsent;
        if (lengths.size() > 1) throw new SipParseException("its lengths differ");
        if (!lengths.getFirst().matches("[0-9]{1,9}")) throw new SipParseException("its length is no number");
        return Integer.parseInt(lengths.getFirst());
    }

    static SipMessage message(Head head, byte[] body) throws SipParseException {
        for (String name : NEEDED) {
            if (head.headers().first(name).isEmpty()) throw new SipParseException("it has no " + name);
        }
        CSeq cseq = head.headers().first("CSeq").flatMap(CSeq::read)
                .orElseThrow(() -> new SipParseException("its CSeq is no number and method"));
        String[] parts = head.startLine().strip().split("\\s+", 3);
        if (parts.length < 2) throw new SipParseException("its first line is no SIP");
        if (parts[0].equalsIgnoreCase("SIP/2.0")) return response(parts, head.headers(), body);
        if (parts.length < 3 || !parts[2].equalsIgnoreCase("SIP/2.0")) {
            throw new SipParseException("it is not of SIP version 2.0");
        }
        if (!TOKEN.matcher(parts[0]).matches()) throw new SipParseException("its method is no word");
        if (!cseq.method().equals(parts[0])) throw new SipParseException("its CSeq names another method");
        return new SipRequest(parts[0], parts[1], head.headers(), body);
    }

    private static SipResponse response(String[] parts, Headers headers, byte[] body) throws SipParseException {
        if (!parts[1].matches("[1-6][0-9]{2}")) throw new SipParseException("its status is none of 100 to 699");
        return new SipResponse(Integer.parseInt(parts[1]), parts.length > 2 ? parts[2] : "", headers, body);
    }

    private static List<String> unfolded(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : text.split("\r?\n")) {
            boolean folded = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (folded && current.length() > 0) {
                current.append(' ').append(line.strip());
            } else {
                if (current.length() > 0) lines.add(current.toString());
                current.setLength(0);
                current.append(line);
            }
        }
        if (current.length() > 0) lines.add(current.toString());
        return lines;
    }
}
