package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.config.SampleFile;
import io.deskbell.source.PhoneSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fails when a phone source is not listed, is not explained, or has no recording. */
class PhoneSourcesTest {
    private static final Path CLASSES = Path.of("target", "classes");

    static List<String> names() {
        return PhoneSources.names();
    }

    @Test
    void everySourceThereIsIsListed() throws Exception {
        Set<String> made = new TreeSet<>();
        for (String name : names()) {
            for (PhoneSource source : PhoneSources.of(config(name), Clock.systemUTC())) {
                made.add(source.getClass().getName());
            }
        }
        assertEquals(sourceClasses(), made);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSourceHasTheNameItIsListedUnder(String name) throws ConfigException {
        assertEquals(List.of(name),
                PhoneSources.of(config(name), Clock.systemUTC()).stream().map(PhoneSource::name).toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSourceIsExplainedInTheSample(String name) {
        assertTrue(SampleFile.text().contains("\n[" + name + "]\n"), "no section [" + name + "] in the table of keys");
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSourceHasARecording(String name) throws IOException {
        Path folder = Path.of("src", "test", "resources", "recordings", name);
        assertTrue(Files.isDirectory(folder), "no recordings in " + folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.anyMatch(file -> file.toString().endsWith(".rec")), "no recordings in " + folder);
        }
    }

    private static Config config(String source) throws ConfigException {
        return Config.parse("config.ini", SampleFile.text()
                .replace("\nextension =\n", "\nextension = 201\n").replace("\napi_key =\n", "\napi_key = abc\n")
                .replace("\nuser =\n", "\nuser = agent@example.com\n")
                .replace("\nserver =\n", "\nserver = pbx.example.com\n")
                .replace("\nhost =\n", "\nhost = pbx.example.com\n")
                .replace("\naddress =\n", "\naddress = https://192.168.1.20\n")
                .replace("xelion.example.com\nurl =\n", "xelion.example.com\nurl = https://xelion.test\n")
                .replace(" agent1\nuser =\n", " agent1\nuser = agent1\n")
                .replace("\ntoken =\n", "\ntoken = 0123456789abcdef\n")
                .replaceFirst("(?s)(\n\\[3cx].*?\nurl =)\n", "$1 https://pbx.example.com\n")
                .replace("\nclient_id =\n", "\nclient_id = 900\n")
                .replace("\nsource = sip\n", "\nsource = " + source + "\n"));
    }

    private static Set<String> sourceClasses() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve(Path.of("io", "deskbell", "source")))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("-info"))
                    .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.')
                            .replace('\\', '.'))
                    .filter(PhoneSourcesTest::isSource)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isSource(String name) {
        try {
            Class<?> type = Class.forName(name, false, PhoneSourcesTest.class.getClassLoader());
            return PhoneSource.class.isAssignableFrom(type) && !type.isInterface();
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
