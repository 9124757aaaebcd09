package io.deskbell.inbox;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Request;

/**
 * Notes whether a request went out on a connection kept from an earlier one. OkHttp's own repeating is no choice: it
 * would repeat a 408 and a 503 as well, behind the courier's back.
 */
final class KeptConnections extends EventListener {
    /** What became of one request; travels with it. */
    static final class Use {
        private volatile boolean connected;
        private volatile boolean acquired;
    }

    static boolean wasKeptFor(Request request) {
        return use(request).filter(use -> use.acquired && !use.connected).isPresent();
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        use(call.request()).ifPresent(use -> use.connected = true);
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        use(call.request()).ifPresent(use -> use.acquired = true);
    }

    private static Optional<Use> use(Request request) {
        return Optional.ofNullable(request.tag(Use.class));
    }
}
