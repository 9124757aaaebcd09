package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("nl"), Locale.GERMAN);
    private static final Path SCREENS = Path.of("src", "main", "resources", "io", "deskbell", "ui");
    private static final Pattern NAMED_PART =
            Pattern.compile("(?:PART = |Mark\\.[A-Z]+, |\\.(?:well|note|broken)\\()\"([a-z0-9]+)\"");

    @Test
    void everyLanguageHasTheSameKeys() throws IOException {
        TreeSet<String> english = keysOf("words.properties");
        assertEquals(english, keysOf("words_nl.properties"));
        assertEquals(english, keysOf("words_de.properties"));
    }

    @Test
    void everyLanguageFillsTheSamePlaces() {
        ResourceBundle english = new Words(Locale.ENGLISH).bundle();
        List<String> different = new ArrayList<>();
        for (Locale language : LANGUAGES) {
            ResourceBundle other = new Words(language).bundle();
            for (String key : english.keySet()) {
                boolean same = places(english.getString(key)) == places(other.getString(key));
                if (!same) different.add(language + " " + key);
            }
        }
        assertEquals(List.of(), different);
    }

    @Test
    void everyTextOfAScreenIsThere() throws IOException {
        ResourceBundle english = new Words(Locale.ENGLISH).bundle();
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.list(SCREENS)) {
            for (Path screen : files.filter(file -> file.toString().endsWith(".fxml")).toList()) {
                Pattern.compile("\"%([a-z_.]+)\"").matcher(Files.readString(screen)).results()
                        .map(found -> found.group(1)).filter(key -> !english.containsKey(key)).forEach(missing::add);
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void everyPartThatIsLookedAtHasANameInTheDiagnosis() throws IOException {
        ResourceBundle english = new Words(Locale.ENGLISH).bundle();
        TreeSet<String> parts = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src", "main", "java", "io", "deskbell", "doctor"))) {
            for (Path file : files.filter(found -> found.toString().endsWith(".java")).toList()) {
                NAMED_PART.matcher(Files.readString(file)).results().map(found -> found.group(1)).forEach(parts::add);
            }
        }
        assertTrue(parts.containsAll(List.of("lookup", "show", "relay", "dns", "voipgrid")), parts.toString());
        parts.removeIf(part -> english.containsKey("part." + part)
                || english.containsKey("option.phone.source." + part));
        assertEquals(new TreeSet<>(), parts);
    }

    @Test
    void aLanguageWeDoNotHaveGetsEnglishWhateverTheComputerSpeaks() {
        assertEquals("Missed", new Words(Locale.FRENCH).of("call.missed"));
    }

    @Test
    void countsAreWordsOfTheirOwn() {
        Words words = new Words(Locale.ENGLISH);
        assertEquals(List.of("Nothing waiting", "1 message waiting", "3 messages waiting"),
                Stream.of(0, 1, 3).map(count -> words.of("health.waiting", count)).toList());
    }

    private static int places(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static TreeSet<String> keysOf(String file) throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        for (String line : Files.readAllLines(SCREENS.resolve(file))) {
            if (!line.startsWith("#") && line.contains("=")) keys.add(line.substring(0, line.indexOf('=')));
        }
        return keys;
    }
}
