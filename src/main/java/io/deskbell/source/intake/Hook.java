package io.deskbell.source.intake;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a request asks for: {@code /{token}/{profile}?name=value...}, with the values posted as a form among them. */
record Hook(String token, String profile, Telling telling) {
    /** Stands on the tape in place of the token, which is a secret. */
    private static final String NO_TOKEN = "token";
    /** Tells on the tape who sent it. */
    private static final String SENDER = "x-deskbell-sender";

    /** Empty when it names no profile. */
    static Optional<Hook> of(HttpRequest request, InetAddress from) {
        return of(request, from.isLoopbackAddress() ? "" : from.getHostAddress());
    }

    /** Empty as well for what is no request any more. */
    static Optional<Hook> fromTape(String text) {
        int blank = text.indexOf("\n\n");
        String body = blank < 0 ? "" : text.substring(blank + 2);
        try {
            HttpRequest request = HttpRequest.ofHead(blank < 0 ? text : text.substring(0, blank))
                    .with(body.getBytes(StandardCharsets.ISO_8859_1));
            return of(request, request.headers().getOrDefault(SENDER, ""));
        } catch (HttpRequest.RefusedException broken) {
            return Optional.empty();
        }
    }

    /** As it came, without what is secret. */
    String toTape(HttpRequest request, InetAddress from) {
        String head = request.head().stripTrailing().replaceAll("(?im)^(?:Authorization|Cookie):.*\r?\n?", "");
        String sender = from.isLoopbackAddress() ? "" : "\r\n" + SENDER + ": " + from.getHostAddress();
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        return (head.stripTrailing() + sender + "\r\n\r\n" + body).replace(token, NO_TOKEN);
    }

    /** @param sender an address; empty for this computer, where the profile is the device, as in deskbell event */
    private static Optional<Hook> of(HttpRequest request, String sender) {
        int question = request.target().indexOf('?');
        String path = question < 0 ? request.target() : request.target().substring(0, question);
        String[] parts = path.split("/", -1);
        if (parts.length < 3) return Optional.empty();
        Map<String, String> values = new HashMap<>();
        String posted = request.headers().getOrDefault("content-type", "");
        if (posted.startsWith("application/x-www-form-urlencoded")) {
            values.putAll(QueryText.read(new String(request.body(), StandardCharsets.ISO_8859_1)));
        }
        if (question >= 0) values.putAll(QueryText.read(request.target().substring(question + 1)));
        return Optional.of(new Hook(parts[1], parts[2],
                new Telling(values, request.body(), sender.isEmpty() ? parts[2] : sender)));
    }
}
