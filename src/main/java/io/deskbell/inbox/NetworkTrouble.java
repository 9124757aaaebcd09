package io.deskbell.inbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Why no answer came, in words a person can act on; the exception's own words may hold the address with the key. */
final class NetworkTrouble {
    static final String PROXY_SIGN_IN = "the proxy wants a sign-in: ask IT to let Deskbell through";

    private NetworkTrouble() {
    }

    static String inWords(IOException trouble, String host) {
        return switch (trouble) {
            case UnknownHostException unknown ->
                    host + " is not known here: check the network connection and [inbox] api_url";
            case ConnectException refused ->
                    host + " cannot be connected to: check the network connection and [inbox] api_url";
            case NoRouteToHostException noRoute -> host + " cannot be reached: check the network connection";
            case SSLException unsafe -> "no safe connection to " + host + ": check this computer's clock, and with IT"
                    + " whether a proxy looks into encrypted connections";
            case InterruptedIOException timeout -> host + " does not answer in time";
            default -> isAboutProxy(trouble) ? PROXY_SIGN_IN : "the connection to " + host + " broke off";
        };
    }

    /** OkHttp has no type for it, only these words. */
    private static boolean isAboutProxy(IOException trouble) {
        String words = String.valueOf(trouble.getMessage());
        return words.contains("authenticate with proxy") || words.contains("HTTP_PROXY_AUTH");
    }
}
