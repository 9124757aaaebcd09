package io.deskbell.source.xelion;

import io.deskbell.config.XelionSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What tells this computer's session from others of the same user. */
final class UserSpace {
    private static final int LONGEST = 180;

    private UserSpace() {
    }

    static String of(XelionSettings settings) {
        return settings.userSpace().orElseGet(() -> "deskbell-" + settings.user() + "-" + computer(System.getenv()));
    }

    /** Beside a session of ours that a crash left behind at the server. */
    static String another(String space, long random) {
        return (space.length() > LONGEST ? space.substring(0, LONGEST) : space)
                + "-" + Long.toHexString(random & 0xFFFFFF);
    }

    private static String computer(Map<String, String> environment) {
        return Stream.of("COMPUTERNAME", "HOSTNAME").map(environment::get).flatMap(Stream::ofNullable)
                .filter(name -> !name.isBlank()).findFirst().or(UserSpace::ofTheNetwork).orElse("computer")
                .replaceAll("[^A-Za-z0-9._-]", "-");
    }

    private static Optional<String> ofTheNetwork() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }
}
