package io.deskbell.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code [sip]}.
 *
 * @param servers SIP URIs, tried in this order
 * @param domain of the addresses we use for ourselves and the watched line; empty for the first server's host
 * @param watch extension or address whose dialogs are watched
 * @param expires asked for in SUBSCRIBE and REGISTER
 * @param refresh the subscription is renewed at least this often, which is also how a restarted server is noticed
 * @param dial whether and how the agent's phone is made to call a number
 * @param certificate PEM file with the certificates to trust instead of the system's
 * @param event what is subscribed to
 * @param fork present when the companion rings along with the desk phone
 */
public record SipSettings(List<String> servers, Optional<String> domain, String user, String authUser, Secret password,
                          String watch, boolean register, Duration expires, Duration refresh,
                          Optional<Path> certificate, Dial dial, Event event,
                          Optional<SilentFork> fork) {
    /** By which way numbers are dialled, if at all. */
    public enum Dial { NO, CALL, REFER }

    /** The event package (RFC 6665 §7.2) that is subscribed to. */
    public enum Event {
        /** RFC 4235. */
        DIALOG,
        /** RFC 3856, for telephone systems that offer nothing better. */
        PRESENCE
    }

    /**
     * Ringing along without ever answering.
     *
     * @param filterHeader the field of an INVITE that holds the filter value
     * @param callIdHeader the field of an INVITE that holds a name of the call that is the same at every desk
     * @param ring how long at the most; zero steps out at once
     */
    public record SilentFork(Optional<String> filterHeader, Optional<String> callIdHeader, Duration ring) {
    }

    public SipSettings {
        servers = List.copyOf(servers);
    }
}
