package io.deskbell.source.mqtt;

import io.deskbell.call.Extension;
import java.nio.charset.StandardCharsets;

/**
 * The topics of one company.
 *
 * <pre>
 * deskbell/201                 what extension 201 is told; its desk alone reads it
 * deskbell/-/all               what every desk is told: a call of nobody knows whom is over; no numbers in it
 * deskbell/-/status/RELAY      how it stands with a relay; retained; every desk reads it
 * deskbell/-/routes/RELAY/ID   whom a call concerns; retained; relays only
 * </pre>
 *
 * <p>Letters, digits, dot, underline and hyphen stand as they are, all else as in a URL: + and # are wildcards
 * (MQTT 5.0, 4.7.1).
 */
public record Topics(String base) {
    private static final String SHARED = "/-/";

    public String of(Extension extension) {
        return base + "/" + escaped(extension.digits());
    }

    public String everybody() {
        return base + SHARED + "all";
    }

    public String status(String relay) {
        return base + SHARED + "status/" + escaped(relay);
    }

    public String allStatus() {
        return base + SHARED + "status/+";
    }

    public String routes(String relay, String call) {
        return base + SHARED + "routes/" + escaped(relay) + "/" + escaped(call);
    }

    public String allRoutes() {
        return base + SHARED + "routes/+/+";
    }

    public boolean isStatus(String topic) {
        return topic.startsWith(base + SHARED + "status/");
    }

    public boolean isRoutes(String topic) {
        return topic.startsWith(base + SHARED + "routes/");
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = octet == '.' || octet == '_' || octet == '-' || octet < 0x80 && octet > 0
                    && Character.isLetterOrDigit(octet);
            if (plain) escaped.append((char) octet);
            else escaped.append("%%%02X".formatted(octet & 0xFF));
        }
        return escaped.toString();
    }
}
