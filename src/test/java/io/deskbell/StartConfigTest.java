package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** As an installation in silence leaves it: all that the agents share is there, and no extension. */
class StartConfigTest {
    private static final String SHARED = "[inbox]\napi_key = abc\n[phone]\nsource = simulator\n";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void leave() {
        logger().detachAppender(log);
    }

    @Test
    void whatIsMissingIsAskedForAndThenItGoesOn() throws Exception {
        Path file = Files.writeString(folder.resolve("config.ini"), SHARED);
        Config config = start(file).load(() -> write(file, SHARED + "[agent]\nextension = 201\n"));
        assertEquals("201", config.agent().extension());
        assertEquals(List.of("the configuration has a fault: " + file
                + " [agent] extension: missing: the agent's extension as entered in Agent Inbox"), lines());
    }

    @Test
    void whoeverIsAskedInVainIsAskedOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("config.ini"), SHARED);
        assertThrows(ConfigException.class, () -> start(file).load(() -> { }));
        assertEquals(2, lines().size());
    }

    @Test
    void nobodyIsAskedWhereNothingIsWrong() throws Exception {
        Path file = Files.writeString(folder.resolve("config.ini"), SHARED + "[agent]\nextension = 201\n");
        start(file).load(() -> {
            throw new AssertionError("asked");
        });
        assertEquals(List.of(), lines());
    }

    private static StartConfig start(Path file) {
        return new StartConfig(() -> Config.load(List.of(file)));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritten) {
            throw new AssertionError(unwritten);
        }
    }

    private List<String> lines() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(StartConfig.class);
    }
}
