package io.deskbell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines the program logs, each with an id that stays the same whatever its words: for searching, and for the page
 * that says what they mean. A line of the table: id, class, words as in the source, meaning, what to do, separated by
 * {@code " | "}; a star behind the id marks what goes into the log of Windows too.
 */
final class LogEvents {
    private static final String TABLE = "log-events.txt";
    private static final String PAGE = "log.md"; // What stands above the table.
    private static final int COLUMNS = 5;

    private final List<Event> events;
    private final Map<String, Event> byWords = new HashMap<>();

    /** @param forWindows of those few that an administrator looks for in the log of Windows */
    record Event(String id, boolean forWindows, String where, String words, String meaning, String remedy) {
        int number() {
            return Integer.parseInt(id.substring(2));
        }
    }

    LogEvents(String table) {
        events = table.lines().filter(line -> line.startsWith("DB")).map(LogEvents::read).toList();
        events.forEach(event -> byWords.put(event.where() + " " + event.words(), event));
    }

    static LogEvents load() {
        return new LogEvents(resource(TABLE));
    }

    List<Event> all() {
        return events;
    }

    /** @param words before anything is filled in */
    Optional<Event> find(String logger, String words) {
        return Optional.ofNullable(byWords.get(logger.substring(logger.lastIndexOf('.') + 1) + " " + words));
    }

    /** The page about all of them. */
    String page() {
        StringBuilder page = new StringBuilder(resource(PAGE));
        events.forEach(event -> page.append("| %s%s | %s | %s | %s |\n".formatted(event.id(),
                event.forWindows() ? " *" : "", event.words().replace("{}", "…"), event.meaning(), event.remedy())));
        return page.toString();
    }

    private static String resource(String name) {
        try (InputStream in = LogEvents.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }

    private static Event read(String line) {
        String[] cells = line.split(" \\| ", -1);
        if (cells.length != COLUMNS) throw new IllegalStateException("not five columns: " + line);
        boolean forWindows = cells[0].endsWith("*");
        return new Event(cells[0].replace("*", ""), forWindows, cells[1], cells[2], cells[3], cells[4].strip());
    }
}
