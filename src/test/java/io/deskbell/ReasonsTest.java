package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every room's reasons to the agent's languages: the enums are found among the compiled classes. */
class ReasonsTest {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final List<String> LANGUAGES = List.of("nl", "de");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void everyReasonIsToldInEveryLanguageWithTheSameArguments() throws Exception {
        List<String> missing = new ArrayList<>();
        for (Class<? extends Reason.Kind> room : rooms()) {
            for (String language : LANGUAGES) {
                Properties texts = texts(room, language);
                for (Reason.Kind kind : room.getEnumConstants()) {
                    String text = texts.getProperty(kind.name().toLowerCase(Locale.ROOT), "");
                    boolean same = !text.isBlank() && places(text).equals(places(kind.english()));
                    if (!same) missing.add(language + " " + room.getSimpleName() + "." + kind + ": " + text);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void noTextIsLeftOverFromAReasonThatIsGone() throws Exception {
        for (Class<? extends Reason.Kind> room : rooms()) {
            Set<String> kinds = Arrays.stream(room.getEnumConstants())
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
            for (String language : LANGUAGES) {
                Set<Object> keys = new TreeSet<>(texts(room, language).keySet());
                assertEquals(kinds, keys, room.getSimpleName() + " " + language);
            }
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(Class<?> room, String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = room.getResourceAsStream(room.getSimpleName() + "_" + language + ".properties")) {
            if (in != null) texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static List<Class<? extends Reason.Kind>> rooms() throws Exception {
        List<Class<? extends Reason.Kind>> rooms = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files.filter(path -> path.toString().endsWith("Reason.class")).toList()) {
                String name = CLASSES.relativize(file).toString().replace(".class", "").replaceAll("[/\\\\]", ".");
                Class<?> found = Class.forName(name, false, ReasonsTest.class.getClassLoader());
                if (found.isEnum() && Reason.Kind.class.isAssignableFrom(found)) {
                    rooms.add(found.asSubclass(Reason.Kind.class));
                }
            }
        }
        assertTrue(rooms.size() > 4, "next to none were found: is the test looking in the right place?");
        return rooms;
    }
}
