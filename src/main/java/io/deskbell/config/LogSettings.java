package io.deskbell.config;

import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Section {@code [log]}.
 *
 * @param levels of single rooms, such as {@code source.sip} to {@code debug}
 * @param syslog not resolved
 */
public record LogSettings(String level, Map<String, String> levels, Optional<InetSocketAddress> syslog) {
    public static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");
    public static final LogSettings USUAL = new LogSettings("info", Map.of(), Optional.empty());
    private static final Pattern ROOM = Pattern.compile("[a-z0-9]+(\\.[a-z0-9]+)*");
    private static final Pattern PLACE = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+)):([0-9]{1,5})");
    private static final int MOST_PORT = 65_535;

    public LogSettings {
        levels = Map.copyOf(levels);
    }

    /** Empty when it is not of the form {@code source.sip debug, outbox trace}. */
    static Optional<Map<String, String>> readLevels(String text) {
        Map<String, String> levels = new LinkedHashMap<>();
        if (text.isBlank()) return Optional.of(levels);
        for (String part : text.split(",", -1)) {
            String[] words = part.strip().toLowerCase(Locale.ROOT).split("[\\s=]+");
            if (words.length != 2 || !isRoom(words[0]) || !LEVELS.contains(words[1])) return Optional.empty();
            levels.put(words[0], words[1]);
        }
        return Optional.of(levels);
    }

    /** Whether it has the form of one; that there is such a room nobody promises. */
    public static boolean isRoom(String text) {
        return ROOM.matcher(text).matches();
    }

    static Optional<InetSocketAddress> readSyslog(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) return Optional.empty();
        int port = Integer.parseInt(place.group(3));
        if (port < 1 || port > MOST_PORT) return Optional.empty();
        String host = Optional.ofNullable(place.group(1)).orElse(place.group(2));
        return Optional.of(InetSocketAddress.createUnresolved(host, port));
    }
}
