package io.deskbell.inbox;

import io.deskbell.call.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why no answer came, in words a person can act on; the exception's own words may hold the address with the key. */
final class NetworkTrouble {
    private NetworkTrouble() {
    }

    static Reason reason(IOException trouble, String host) {
        return switch (trouble) {
            case UnknownHostException unknown -> InboxReason.UNKNOWN_HOST.of(host);
            case ConnectException refused -> InboxReason.NOT_CONNECTED.of(host);
            case NoRouteToHostException noRoute -> InboxReason.NO_ROUTE.of(host);
            case SSLException unsafe -> InboxReason.UNSAFE.of(host);
            case InterruptedIOException timeout -> InboxReason.SILENT.of(host);
            default -> isAboutProxy(trouble) ? InboxReason.PROXY.of() : InboxReason.BROKE_OFF.of(host);
        };
    }

    /** OkHttp has no type for it, only these words. */
    private static boolean isAboutProxy(IOException trouble) {
        String words = String.valueOf(trouble.getMessage());
        return words.contains("authenticate with proxy") || words.contains("HTTP_PROXY_AUTH");
    }
}
