package io.deskbell.source.sip;

import java.time.Duration;

/**
 * How long things take.
 *
 * @param t1 a round trip, t2 the longest pause between two sendings of a request (RFC 3261 §17.1.2.1)
 * @param patience timers F and J of RFC 3261 and N of RFC 6665, by rights 64 T1: how long an answer, or the first
 *     NOTIFY, may take
 * @param connect for a connection and its TLS handshake
 * @param keepAliveDatagram keeps a router's way back open; most forget UDP after 30 s (RFC 5626 §4.4.2 asks 24 to 29 s)
 * @param look between two looks at whether the computer slept or changed its network
 * @param askAgain the shortest time between two requests for the whole state
 * @param farewell for the answers to the last requests
 */
record SipTimers(Duration t1, Duration t2, Duration patience, Duration connect, Duration keepAliveDatagram,
                 Duration keepAliveStream, Duration look, Duration askAgain, Duration farewell) {
    static final SipTimers USUAL = new SipTimers(Duration.ofMillis(500), Duration.ofSeconds(4), Duration.ofSeconds(32),
            Duration.ofSeconds(10), Duration.ofSeconds(25), Duration.ofSeconds(60), Duration.ofSeconds(15),
            Duration.ofSeconds(2), Duration.ofMillis(400));

    /** With another server to try, a dead one is given up sooner (RFC 3263 §4.3 leaves the time to the client). */
    SipTimers withAnotherServer() {
        return new SipTimers(t1, t2, patience.dividedBy(4), connect, keepAliveDatagram, keepAliveStream, look,
                askAgain, farewell);
    }
}
