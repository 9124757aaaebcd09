package io.deskbell.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A configuration file as it may be shown to others: values of secret keys are starred, of whatever section and however
 * they are spelt, and those of keys that no table knows; of the others what {@link Shown} strikes. Comments are left
 * out, since people keep old keys in them.
 *
 * @param secrets how many values were starred
 */
public record MaskedConfig(String text, int secrets) {
    private static final Set<String> SECRET_WORDS = Set.of("key", "password", "passwd", "token", "secret", "pin");
    private static final Set<String> NO_SECRETS = Set.of("keys");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_. -]+");

    /** @throws ConfigException when the file cannot be read */
    public static MaskedConfig of(Path file) throws ConfigException {
        return of(ConfigFile.textOf(file));
    }

    /** As a file that sets the same would look. */
    public static MaskedConfig of(Policy policy) {
        StringBuilder file = new StringBuilder();
        String section = "";
        for (Map.Entry<String, String> set : new TreeMap<>(policy.values()).entrySet()) {
            int dot = set.getKey().indexOf('.');
            String its = set.getKey().substring(0, dot);
            if (!its.equals(section)) file.append('[').append(its).append("]\n");
            section = its;
            file.append(set.getKey().substring(dot + 1)).append(" = ").append(set.getValue().replaceAll("\\R", " "))
                    .append('\n');
        }
        return of(file.toString());
    }

    static MaskedConfig of(String written) {
        StringBuilder text = new StringBuilder();
        int secrets = 0;
        String section = "";
        for (String line : written.lines().map(String::strip).filter(MaskedConfig::isNoComment).toList()) {
            String shown = shown(section, line);
            if (line.startsWith("[")) section = line.replaceAll("^\\[|].*$", "").strip().toLowerCase(Locale.ROOT);
            if (shown.contains(Shown.STARS)) secrets++;
            text.append(shown).append('\n');
        }
        return new MaskedConfig(text.toString(), secrets);
    }

    private static String shown(String section, String line) {
        if (line.startsWith("[")) return withoutRemark(line);
        int end = line.indexOf('=');
        // What is no line of an ini file may be anything, a secret too.
        if (end < 0) return Shown.STARS;
        String key = line.substring(0, end).strip();
        String value = ConfigFile.valueOf(line.substring(end + 1));
        String name = key.toLowerCase(Locale.ROOT);
        boolean hidden = isSecret(key) || Keys.find(section, name).isEmpty();
        String shown = hidden && !value.isEmpty() ? Shown.STARS : Shown.of(name, value);
        return (NAME.matcher(key).matches() ? key : Shown.STARS) + (shown.isEmpty() ? " =" : " = " + shown);
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
