package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TrayWordsTest {
    @Test
    void everyTextIsThereInEachLanguage() throws IOException {
        TreeSet<Object> english = new TreeSet<>(read("words.properties").keySet());
        assertEquals(english, new TreeSet<>(read("words_nl.properties").keySet()));
        assertEquals(english, new TreeSet<>(read("words_de.properties").keySet()));
    }

    @Test
    void everyTextHasTheSamePlacesInEachLanguage() throws IOException {
        Properties english = read("words.properties");
        for (String file : List.of("words_nl.properties", "words_de.properties")) {
            Properties other = read(file);
            for (String key : english.stringPropertyNames()) {
                assertEquals(places(english.getProperty(key)), places(other.getProperty(key)), file + " " + key);
            }
        }
    }

    @Test
    void itSpeaksDutchAndGerman() {
        assertEquals("Volgt 201 op pbx.example.com · 3 gebeurtenissen wachten", words("nl-NL"));
        assertEquals("Beobachtet 201 auf pbx.example.com · 3 Ereignisse warten", words("de-AT"));
    }

    @Test
    void whereALanguageIsMissingItSpeaksEnglish() {
        Locale computer = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("Quit", new TrayWords(Locale.forLanguageTag("fi")).of("menu.quit"));
        } finally {
            Locale.setDefault(computer);
        }
    }

    private static String words(String language) {
        return Samples.model(language).view(Samples.with(
                new io.deskbell.outbox.Counts(3, 0, 0, Optional.empty()))).words();
    }

    private static TreeSet<String> places(String text) {
        TreeSet<String> found = new TreeSet<>();
        for (String place : List.of("{0}", "{0,choice", "{1}")) {
            if (text.contains(place)) found.add(place);
        }
        return found;
    }

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(TrayWords.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
