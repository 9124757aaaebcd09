package io.deskbell.config;

import java.util.Optional;

/**
 * Section {@code [voipgrid]}: of use to the source of that name, and to whoever reads the platform's notifications.
 *
 * @param url of the platform, without a slash at its end
 * @param user the e-mail address that logs in
 * @param secret the user's API token, or the password
 * @param account the id of the telephone account, where it is not to be found by the extension
 * @param dial whether numbers are dialled through it
 */
public record VoipgridSettings(String url, String user, Secret secret, Login login, Numbering numbering,
                               Optional<String> account, boolean dial) {
    /** What the secret is. */
    public enum Login { TOKEN, PASSWORD }

    /** Which of the two numbers a colleague has on the platform is the extension. */
    public enum Numbering { EITHER, ACCOUNT, USER }
}
