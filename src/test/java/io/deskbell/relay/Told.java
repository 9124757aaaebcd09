package io.deskbell.relay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Notifications as VoIPGRID writes them. */
final class Told {
    static final Instant AT = Instant.parse("2026-01-05T09:00:00Z");
    private static final String CUSTOMER =
            "{\"number\":\"+31501234567\",\"name\":\"P. Jansen\",\"account_number\":null,\"user_numbers\":[]}";

    private Told() {
    }

    static String ringing(String call, int... extensions) {
        StringBuilder targets = new StringBuilder();
        for (int extension : extensions) targets.append(targets.isEmpty() ? "" : ",").append(party(extension));
        return told(call, "ringing", "\"destination\":{\"number\":\"+31207654321\",\"targets\":[" + targets + "]}");
    }

    static String answered(String call, int extension) {
        return told(call, "in-progress", "\"destination\":{\"number\":\"+31207654321\",\"target\":" + party(extension)
                + "}");
    }

    static String warmTransfer(String call, String merged, int from, int to) {
        return told(call, "warm-transfer", "\"merged_id\":\"" + merged + "\",\"redirector\":" + party(from)
                + ",\"destination\":{\"number\":\"602\",\"target\":" + party(to) + "}");
    }

    static String ended(String call) {
        return told(call, "ended", "\"reason\":\"completed\",\"destination\":{\"number\":\"+31207654321\"}");
    }

    static Spool.Item item(long number, String told) {
        return item(number, AT, told);
    }

    static Spool.Item item(long number, Instant at, String told) {
        return new Spool.Item(number, at, Optional.empty(), told.getBytes(StandardCharsets.UTF_8));
    }

    private static String told(String call, String status, String more) {
        return "{\"version\":\"v2\",\"call_id\":\"" + call + "\",\"timestamp\":\"2026-01-05T08:59:59.500+00:00\","
                + "\"status\":\"" + status + "\",\"direction\":\"inbound\",\"caller\":" + CUSTOMER + "," + more + "}";
    }

    private static String party(int extension) {
        return "{\"number\":\"+31207654321\",\"name\":\"Agent\",\"account_number\":" + extension
                + ",\"user_numbers\":[]}";
    }
}
