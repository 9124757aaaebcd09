package io.deskbell.source.bria;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message of the API, after CounterPath's own samples. Content begins at the first {@code <}; lengths are not
 * relied on.
 *
 * <pre>
 * POST /statusChange | HTTP/1.1 200 OK | HTTP/1.1 403 Forbidden
 * Transaction-ID: 12
 *
 * &lt;?xml ...
 * </pre>
 */
record BriaFrame(String first, Optional<String> transaction, String content) {
    private static final Pattern TRANSACTION = Pattern.compile("(?im)^Transaction-ID:[ \\t]*(\\S+)");

    static BriaFrame read(String text) {
        int begin = text.indexOf('<');
        String head = begin < 0 ? text : text.substring(0, begin);
        Matcher transaction = TRANSACTION.matcher(head);
        return new BriaFrame(head.lines().findFirst().orElse("").strip(),
                transaction.find() ? Optional.of(transaction.group(1)) : Optional.empty(),
                begin < 0 ? "" : text.substring(begin));
    }

    static String request(String what, long transaction, String content) {
        String xml = "<?xml version=\"1.0\" encoding=\"utf-8\" ?>\r\n" + content;
        return "GET /" + what + "\r\nUser-Agent: Deskbell\r\nTransaction-ID: " + transaction
                + "\r\nContent-Type: application/xml\r\nContent-Length: "
                + xml.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + xml;
    }

    boolean isChange() {
        return first.startsWith("POST /statusChange");
    }

    boolean isAnswer() {
        return first.startsWith("HTTP/1.1 200");
    }

    /** The status code where the answer is a refusal. */
    Optional<String> refusal() {
        return first.matches("HTTP/1\\.1 [45][0-9]{2}.*") ? Optional.of(first.substring(9, 12)) : Optional.empty();
    }
}
