package io.deskbell.config;

import java.net.InetSocketAddress;
import java.util.Arrays;
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
    private static final Pattern PLACE = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+)):([0-9]{1,5})");
    private static final int MOST_PORT = 65_535;

    public LogSettings {
        levels = Map.copyOf(levels);
    }

    /** @param text such as {@code source.sip debug, outbox trace}, in which nothing is wrong */
    static Map<String, String> readLevels(String text) {
        Map<String, String> levels = new LinkedHashMap<>();
        parts(text).forEach(words -> levels.put(words.getFirst(), words.get(1)));
        return levels;
    }

    /** What is wrong with the first part that is. */
    static Optional<String> faultOfLevels(String text) {
        return parts(text).stream().map(words -> words.size() == 2 ? fault(words.getFirst(), words.get(1))
                : Optional.of("not rooms with levels such as source.sip debug, outbox trace"))
                .flatMap(Optional::stream).findFirst();
    }

    /** What is wrong with a room and a level, each in any case; empty when that room can log so much. */
    public static Optional<String> fault(String room, String level) {
        Optional<String> noRoom = LogRooms.fault(room.toLowerCase(Locale.ROOT)).map(what -> room + ": " + what);
        if (noRoom.isPresent() || LEVELS.contains(level.toLowerCase(Locale.ROOT))) return noRoom;
        return Optional.of(level + ": no such level; there are " + String.join(", ", LEVELS));
    }

    private static List<List<String>> parts(String text) {
        if (text.isBlank()) return List.of();
        return Arrays.stream(text.split(",", -1))
                .map(part -> List.of(part.strip().toLowerCase(Locale.ROOT).split("[\\s=]+"))).toList();
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
