package io.deskbell.config;

import java.util.regex.Pattern;

/**
 * The shape of a SIP server as people write it: scheme and transport may be left out, and no password may stand in it
 * (RFC 3261 §19.1); or the address of a websocket.
 */
final class SipAddress {
    private static final String HOST = "(\\[[0-9a-f:.%]+]|[a-z0-9]([a-z0-9._-]*[a-z0-9])?)(:[0-9]{1,5})?";
    private static final Pattern SERVER = Pattern.compile("(?i)(sips?:)?(?:[^@:;]+@)?" + HOST
            + "(;transport=(udp|tcp|tls|wss?))?(;lr)?");
    /** RFC 7118. */
    private static final Pattern WEBSOCKET = Pattern.compile("(?i)wss?://" + HOST + "(/[a-z0-9._~/-]*)?");

    private SipAddress() {
    }

    static boolean isServer(String written) {
        return SERVER.matcher(written).matches() || WEBSOCKET.matcher(written).matches();
    }
}
