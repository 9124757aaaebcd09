package io.deskbell.source.sip;

/** The name in Via is the constant's own. */
enum TransportKind {
    UDP("_sip._udp.", 5060), TCP("_sip._tcp.", 5060), TLS("_sips._tcp.", 5061);

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

    /** Messages neither get lost nor need to be sent again. */
    boolean isReliable() {
        return this != UDP;
    }
}
