package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
    @Test
    void thePageInTheProjectIsWhatTheTableSays() throws IOException {
        assertEquals(ReferencePage.text(), Files.readString(Path.of("src/site/markdown/configuration.md")),
                "write it anew: target/deskbell/bin/deskbell reference configuration >"
                        + " src/site/markdown/configuration.md");
    }

    @Test
    void everyKeyHasARow() {
        String page = ReferencePage.text();
        Keys.all().forEach(key -> assertTrue(page.contains("\n| `" + key.name() + "` |"), key.fullName()));
    }
}
