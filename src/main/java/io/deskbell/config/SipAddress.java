package io.deskbell.config;

import java.util.regex.Pattern;

/**
 * The shape of a SIP server as people write it: scheme and transport may be left out, and no password may stand in it
 * (RFC 3261 §19.1).
 */
final class SipAddress {
    private static final Pattern SERVER = Pattern.compile("(?i)(sips?:)?(?:[^@:;]+@)?"
            + "(\\[[0-9a-f:.%]+]|[a-z0-9]([a-z0-9._-]*[a-z0-9])?)(:[0-9]{1,5})?(;transport=(udp|tcp|tls))?(;lr)?");

    private SipAddress() {
    }

    static boolean isServer(String written) {
        return SERVER.matcher(written).matches();
    }
}
