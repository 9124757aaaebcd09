package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

/** The palettes themselves: also what shows only for a moment, under the pointer or while chosen, can be read. */
class ContrastTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "io", "deskbell", "ui");
    private static final List<String> TEXTS = List.of("text", "quiet", "good", "warn", "bad", "accent");
    private static final List<String> GROUNDS = List.of("back", "surface");

    @Test
    void everyTextOfTheLightPaletteIsReadable() throws IOException {
        assertEquals(List.of(), tooWeak("light.css"));
    }

    @Test
    void everyTextOfTheDarkPaletteIsReadable() throws IOException {
        assertEquals(List.of(), tooWeak("dark.css"));
    }

    @Test
    void noColourIsWrittenOutsideThePalettes() throws IOException {
        String base = Files.readString(FOLDER.resolve("deskbell.css"));
        assertEquals(List.of(), Pattern.compile("#[0-9a-fA-F]{3,8}\\b").matcher(base).results()
                .map(found -> found.group()).toList());
    }

    private static List<String> tooWeak(String palette) throws IOException {
        Map<String, String> colours = new HashMap<>();
        Pattern.compile("-db-([a-z-]+): (#[0-9a-f]{6});").matcher(Files.readString(FOLDER.resolve(palette))).results()
                .forEach(found -> colours.put(found.group(1), found.group(2)));
        List<String> weak = new ArrayList<>();
        for (String text : TEXTS) {
            for (String ground : GROUNDS) note(weak, colours, text, ground);
        }
        for (String text : List.of("text", "quiet", "good", "warn", "bad")) note(weak, colours, text, "chosen");
        note(weak, colours, "on-accent", "accent");
        return weak;
    }

    private static void note(List<String> weak, Map<String, String> colours, String text, String ground) {
        double contrast = Contrast.between(Color.web(colours.get(text)), Color.web(colours.get(ground)));
        if (contrast < 4.5) weak.add("%s on %s: %.2f".formatted(text, ground, contrast));
    }
}
