package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the site that says what Settings does not show, held to what it does show. */
class SettingsPageTest {
    private static final Path PAGE = Path.of("src", "site", "markdown", "desk.md");
    private static final Path EVERY_KEY = Path.of("config.sample.ini"); // A test of its own holds it to that.
    private static final Pattern LINE = Pattern.compile("(?:\\[([a-z0-9]+)]|([a-z0-9_]+) =.*)");
    private static final Set<String> SAID_ONCE = Set.of("record", "record_masked");

    @TempDir
    private Path folder;

    @Test
    void thePageNamesEveryKeyThatSettingsDoesNotShow() throws Exception {
        TreeSet<String> shown = new AHost(folder).withUser(SettingsModelTest.SOUND)
                .model(new Words(Locale.ENGLISH)).settings().stream().map(Setting::name)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> rows = new ArrayList<>();
        everyKey().forEach((section, keys) -> {
            List<String> left = keys.stream().filter(key -> !shown.contains(section + "." + key)).toList();
            String named = left.size() == keys.size() ? "all of it"
                    : left.stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
            if (!left.isEmpty()) rows.add("| `[" + section + "]` | " + named + " |");
        });
        assertEquals(String.join("\n", rows), rowsOfThePage());
    }

    private static Map<String, List<String>> everyKey() throws IOException {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        String section = "";
        for (String line : Files.readAllLines(EVERY_KEY)) {
            Matcher found = LINE.matcher(line);
            if (!found.matches()) continue;
            if (found.group(1) != null) {
                section = found.group(1);
                sections.put(section, new ArrayList<>());
            } else if (!SAID_ONCE.contains(found.group(2))) {
                sections.get(section).add(found.group(2));
            }
        }
        return sections;
    }

    private static String rowsOfThePage() throws IOException {
        return Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `["))
                .collect(Collectors.joining("\n"));
    }
}
