package io.deskbell.config;

import java.net.URI;
import java.util.Optional;

/** The address of a server that is told a password or a key: the way there is encrypted, or it is this computer. */
final class ServerAddress {
    private ServerAddress() {
    }

    /** A scheme, a host and perhaps a port, with nothing behind them. */
    static boolean isOne(String url) {
        Optional<URI> address = ConfigReader.web(url).filter(found -> found.getPath().isEmpty());
        return address.filter(found -> found.getScheme().equalsIgnoreCase("https")
                || found.getHost().matches("127\\.[0-9.]+|localhost|\\[::1]")).isPresent();
    }
}
