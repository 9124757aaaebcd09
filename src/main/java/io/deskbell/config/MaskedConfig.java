package io.deskbell.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A configuration file as it may be shown to others: values of secret keys are starred, of whatever section and however
 * they are spelt; so is what stands between {@code //} and {@code @} in an address. Comments are left out, since people
 * keep old keys in them.
 *
 * @param secrets how many values were starred
 */
public record MaskedConfig(String text, int secrets) {
    private static final Set<String> SECRET_WORDS = Set.of("key", "password", "passwd", "token", "secret", "pin");
    private static final Set<String> NO_SECRETS = Set.of("keys");
    private static final Pattern IN_ADDRESS = Pattern.compile("//[^/@\\s]*@");

    /** @throws ConfigException when the file cannot be read */
    public static MaskedConfig of(Path file) throws ConfigException {
        return of(ConfigFile.textOf(file));
    }

    static MaskedConfig of(String written) {
        StringBuilder text = new StringBuilder();
        int secrets = 0;
        for (String line : written.lines().map(String::strip).filter(MaskedConfig::isNoComment).toList()) {
            int end = line.indexOf('=');
            boolean hidden = !line.startsWith("[") && (end < 0 || isSecret(line.substring(0, end).strip()))
                    && !line.substring(end + 1).isBlank();
            if (hidden) secrets++;
            // What is no line of an ini file may be anything, a secret too.
            String shown = !hidden ? IN_ADDRESS.matcher(withoutRemark(line)).replaceAll("//***@")
                    : end < 0 ? "***" : line.substring(0, end).strip() + " = ***";
            text.append(shown).append('\n');
        }
        return new MaskedConfig(text.toString(), secrets);
    }

    private static boolean isNoComment(String line) {
        return !line.isEmpty() && !line.startsWith(";") && !line.startsWith("#");
    }

    private static String withoutRemark(String line) {
        return line.contains("\"") ? line : line.replaceFirst("\\s[;#].*$", "");
    }

    private static boolean isSecret(String key) {
        String lower = key.toLowerCase(Locale.ROOT);
        return !NO_SECRETS.contains(lower)
                && List.of(lower.split("[^a-z]+")).stream().anyMatch(SECRET_WORDS::contains);
    }
}
