package io.deskbell.source.sip;

import java.net.InetSocketAddress;

/**
 * One address a server may be reached at.
 *
 * @param path of a websocket, empty for others
 * @param host as the user wrote it: the name its certificate must carry (RFC 5922 §7.1), and the one shown to people
 */
record Endpoint(TransportKind kind, String host, InetSocketAddress address, String path) {
}
