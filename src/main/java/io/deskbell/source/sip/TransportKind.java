package io.deskbell.source.sip;

import java.util.Locale;

/** The name in Via is the constant's own. A websocket's address is known or not: no service is looked up for it. */
enum TransportKind {
    UDP("_sip._udp.", 5060), TCP("_sip._tcp.", 5060), TLS("_sips._tcp.", 5061), WS("", 80), WSS("", 443);

    private final String service;
    private final int port;

    TransportKind(String service, int port) {
        this.service = service;
        this.port = port;
    }

    /** What stands before the domain in its SRV records (RFC 3263 §4.1). */
    String service() {
        return service;
    }

    int defaultPort() {
        return port;
    }

    /** RFC 7118. */
    boolean isWebsocket() {
        return this == WS || this == WSS;
    }

    /** As it stands in an address of ours (RFC 7118 §4.1: a secure websocket is ws, too). */
    String parameter() {
        return isWebsocket() ? "ws" : name().toLowerCase(Locale.ROOT);
    }

    /** Messages neither get lost nor need to be sent again. */
    boolean isReliable() {
        return this != UDP;
    }
}
