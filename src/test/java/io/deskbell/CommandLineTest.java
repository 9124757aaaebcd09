package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @Test
    void noWordsMeanRun() throws Exception {
        assertEquals(new CommandLine(Optional.empty(), Optional.empty(), false, "run", List.of()), CommandLine.parse());
    }

    @Test
    void optionsStandBeforeOrBehindTheCommand() throws Exception {
        CommandLine expected = new CommandLine(Optional.of(Path.of("a.ini")), Optional.of(Path.of("data")), true,
                "replay", List.of("x.rec"));
        assertEquals(expected,
                CommandLine.parse("--headless", "--config", "a.ini", "--data", "data", "replay", "x.rec"));
        assertEquals(expected,
                CommandLine.parse("replay", "x.rec", "--data", "data", "--config", "a.ini", "--headless"));
    }

    @Test
    void helpAndVersionNeedNothingElse() throws Exception {
        assertEquals("--help", CommandLine.parse("-h").command());
        assertEquals("--version", CommandLine.parse("demo", "--version").command());
    }

    @Test
    void aWordTooManyIsNotOverlooked() {
        assertEquals("now: nothing more can follow sample-config; try deskbell --help", assertThrows(
                CommandLine.UsageException.class, () -> CommandLine.parse("sample-config", "now")).getMessage());
    }

    @Test
    void aPathThatCannotBeOneIsSaidInOneLine() {
        assertEquals("--data wants a path behind it", assertThrows(CommandLine.UsageException.class,
                () -> CommandLine.parse("--data", "")).getMessage());
        assertEquals("--config a\0b: not a path", assertThrows(CommandLine.UsageException.class,
                () -> CommandLine.parse("--config", "a\0b")).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --confg   | --confg: no such option; try deskbell --help
            call      | call: no such command; try deskbell --help
            --config  | --config wants a path behind it
            """)
    void whatMakesNoSenseIsSaidInOneLine(String word, String words) {
        assertEquals(words,
                assertThrows(CommandLine.UsageException.class, () -> CommandLine.parse(word)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tel:+31612345678", "callto://0612345678", "TEL:202", "sip:202@pbx.test"})
    void aLinkToATelephoneIsACommandOfItsOwn(String link) throws Exception {
        assertEquals(new CommandLine(Optional.empty(), Optional.empty(), false, "link", List.of(link)),
                CommandLine.parse(link));
    }

    @Test
    void whoWroteALinkCannotWriteOptionsToo() {
        assertThrows(CommandLine.UsageException.class,
                () -> CommandLine.parse("tel:1234", "--config", "//stranger/share/config.ini"));
    }

    @Test
    void aNumberMayBeTypedWithSpaces() throws Exception {
        assertEquals(List.of("06", "1234", "5678"), CommandLine.parse("dial", "06", "1234", "5678").rest());
    }
}
