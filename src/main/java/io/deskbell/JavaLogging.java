package io.deskbell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Takes what libraries tell {@code java.util.logging} into our log, where it is masked; else it would stand raw on the
 * console. Java makes one when the first library says something: until then it costs nothing.
 */
public final class JavaLogging {
    public JavaLogging() throws IOException {
        // JavaFX warns of being on the class path, where it is in packages whose Java is not linked with it.
        String handlers = "handlers = " + SLF4JBridgeHandler.class.getName() + "\njavafx.level = SEVERE\n";
        LogManager.getLogManager().readConfiguration(
                new ByteArrayInputStream(handlers.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
