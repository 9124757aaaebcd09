package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The starters written by hand give Java the options of the one that the build writes, and that the figures are of. */
class LauncherOptionsTest {
    private static final Path INSTALLER = Path.of("installer");
    private static final Set<String> OF_LINUX =
            Set.of("-XX:TrimNativeHeapInterval=3000", "-Djavafx.animation.pulse=30");
    private static final Pattern OPTION = Pattern.compile("\"(-[XD][^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"windows/launcher.c", "macos/package.sh"})
    void noOtherStarterLacksAnOption(String starter) throws IOException {
        String text = Files.readString(INSTALLER.resolve(starter));
        assertEquals(List.of(), options().stream().filter(option -> !text.contains(option)).toList());
    }

    @Test
    void whatOnlyLinuxKnowsIsStillThere() throws IOException {
        assertTrue(written().containsAll(OF_LINUX));
        assertTrue(options().contains("-Dprism.order=sw"));
    }

    private static List<String> options() throws IOException {
        return written().stream().filter(option -> !OF_LINUX.contains(option)).toList();
    }

    private static List<String> written() throws IOException {
        String source = Files.readString(INSTALLER.resolve("image/Launcher.java"));
        int from = source.indexOf("static List<String> options()");
        return OPTION.matcher(source.substring(from, source.indexOf("return options", from))).results()
                .map(found -> found.group(1)).toList();
    }
}
