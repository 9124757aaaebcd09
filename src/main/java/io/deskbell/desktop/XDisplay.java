package io.deskbell.desktop;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code DISPLAY} names: {@code [host]:number[.screen]} (X(7), "DISPLAY NAMES").
 *
 * @param host empty for this computer
 */
record XDisplay(String host, int number) {
    private static final Pattern WRITTEN = Pattern.compile("(?:unix|([A-Za-z0-9._-]*)):([0-9]{1,4})(?:\\.[0-9]+)?");
    private static final int FIRST_PORT = 6000;

    static Optional<XDisplay> of(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) return Optional.empty();
        String host = Optional.ofNullable(parts.group(1)).orElse("");
        return Optional.of(new XDisplay(host, Integer.parseInt(parts.group(2))));
    }

    SocketAddress address() {
        if (host.isEmpty()) return UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + number);
        return new InetSocketAddress(host, FIRST_PORT + number);
    }
}
