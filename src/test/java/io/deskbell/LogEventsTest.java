package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line that the program logs at info, warn or error has an id, and every id has its line. */
class LogEventsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern LOGGED = Pattern.compile("(?:LOG|\\.class\\))\\s*\\.(?:info|warn|error)\\(\\s*"
            + "((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*\\+?\\s*)+)");
    private static final Pattern CALL = Pattern.compile("(?:LOG|\\.class\\))\\s*\\.(?:info|warn|error)\\(");
    private final LogEvents events = LogEvents.load();

    @Test
    void everyLineHasAnIdAndEveryIdALine() throws IOException {
        TreeSet<String> inTable = new TreeSet<>(events.all().stream().map(LogEventsTest::line).toList());
        TreeSet<String> inSources = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                List<MatchResult> logged = LOGGED.matcher(source).results().toList();
                assertEquals(CALL.matcher(source).results().count(), logged.size(), file + ": words that vary");
                String name = file.getFileName().toString().replace(".java", "");
                logged.forEach(one -> inSources.add(name + " | " + joined(one.group(1))));
            }
        }
        assertEquals(String.join("\n", inSources), String.join("\n", inTable),
                "give the line an id in src/main/resources/io/deskbell/log-events.txt, or take it out there; then"
                        + " deskbell reference log > src/site/markdown/log.md");
    }

    @Test
    void idsAreUniqueAndOfOneForm() {
        List<String> ids = events.all().stream().map(LogEvents.Event::id).toList();
        assertEquals(new TreeSet<>(ids).size(), ids.size());
        ids.forEach(id -> assertTrue(id.matches("DB[1-9][0-9]{3}"), id));
    }

    @Test
    void everyIdHasItsMeaningAndARemedyOnThePage() throws IOException {
        events.all().forEach(event -> assertTrue(!event.meaning().isBlank() && !event.remedy().isBlank(), event.id()));
        assertEquals(events.page(), Files.readString(Path.of("src/site/markdown/log.md")),
                "write it anew: target/deskbell/bin/deskbell reference log > src/site/markdown/log.md");
    }

    private static String line(LogEvents.Event event) {
        return event.where() + " | " + event.words();
    }

    /** Literals put together with a plus. */
    private static String joined(String literals) {
        StringBuilder words = new StringBuilder();
        Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(literals).results()
                .forEach(literal -> words.append(literal.group(1)));
        return words.toString();
    }
}
