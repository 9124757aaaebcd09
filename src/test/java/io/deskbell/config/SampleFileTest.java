package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleFileTest {
    @Test
    void theSampleInTheProjectIsWhatTheTableSays() throws IOException {
        assertEquals(SampleFile.text(), Files.readString(Path.of("config.sample.ini")),
                "write it anew: target/deskbell/bin/deskbell sample-config > config.sample.ini");
    }

    @Test
    void theSampleWithItsThreeBlanksFilledIsAConfiguration() throws ConfigException {
        String filled = SampleFile.text().replace("\nextension =\n", "\nextension = 201\n")
                .replace("\napi_key =\n", "\napi_key = abc\n").replace("\nserver =\n", "\nserver = pbx.example.com\n");
        assertEquals("201", Config.parse("config.ini", filled).agent().extension());
    }

    @Test
    void everyKeyIsExplained() {
        assertEquals(List.of(), Keys.all().stream().filter(key -> key.about().isEmpty()).toList());
    }
}
