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
 */
public record SipSettings(List<String> servers, Optional<String> domain, String user, String authUser, Secret password,
                          String watch, boolean register, Duration expires, Duration refresh,
                          Optional<Path> certificate, Dial dial) {
    /** By which way numbers are dialled, if at all. */
    public enum Dial { NO, CALL, REFER }

    public SipSettings {
        servers = List.copyOf(servers);
    }
}
