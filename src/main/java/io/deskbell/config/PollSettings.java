package io.deskbell.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Section {@code [poll]}.
 *
 * @param login how a Grandstream wants to be asked
 * @param address of the phone, http or https
 * @param fingerprint of the one certificate to trust: SHA-256, 64 hexadecimal digits in lower case
 * @param rest between looks while nobody calls
 * @param busy between looks during a call
 * @param dial whether numbers are dialled through it
 */
public record PollSettings(Make make, Login login, String address, String user, Secret password,
                           Optional<String> fingerprint, Duration rest, Duration busy, boolean dial) {
    /** With the password in each question, or by a log-in and a session after it. */
    public enum Login {
        PASSCODE, SESSION
    }

    /** Phones that answer such questions. */
    public enum Make {
        POLY, GRANDSTREAM;

        /** As the configuration and recordings write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
