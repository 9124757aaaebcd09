package io.deskbell.inbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Response;

/**
 * Watches one request, to tell afterwards whether it went over a connection that was kept from an earlier one and that
 * the server had closed meanwhile. That is no outage, and not worth a word.
 */
final class KeptConnection extends EventListener {
    private volatile boolean connected;
    private volatile boolean answered;

    /** The one that goes with the request. */
    static EventListener listener(Call call) {
        KeptConnection own = call.request().tag(KeptConnection.class);
        return own == null ? EventListener.NONE : own;
    }

    boolean wasClosed(IOException trouble) {
        return !connected && !answered && !(trouble instanceof InterruptedIOException);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        connected = true;
    }

    /** No connection was kept when a name has to be looked up. */
    @Override
    public void dnsStart(Call call, String name) {
        connected = true;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        answered = true;
    }
}
