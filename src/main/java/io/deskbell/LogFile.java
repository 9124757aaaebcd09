package io.deskbell;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import io.deskbell.desktop.Folders;
import io.deskbell.desktop.Machine;
import io.deskbell.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** The program's log as files that take turns: where they are, how large they grow, and how many are kept. */
final class LogFile {
    static final String NAME = "deskbell.log";
    /** The one written to and those before it: {@code deskbell.1.log} is the youngest of them. */
    static final String NAMES = "deskbell(\\.[0-9]+)?\\.log";
    static final int KEPT = 4;
    private static final long LARGEST = 2 << 20;

    private LogFile() {
    }

    /** The system's own place, or the data folder where one is named. */
    static Path folder(CommandLine line) {
        return line.data().orElseGet(() -> Folders.of(Machine.here()).logs());
    }

    /** @throws IOException in words for a person: the file cannot be written */
    static Appender<ILoggingEvent> appender(Path folder, LoggerContext context,
            BiConsumer<OutputStreamAppender<ILoggingEvent>, LoggerContext> encoder) throws IOException {
        return appender(folder, context, encoder, LARGEST);
    }

    static Appender<ILoggingEvent> appender(Path folder, LoggerContext context,
            BiConsumer<OutputStreamAppender<ILoggingEvent>, LoggerContext> encoder, long largest) throws IOException {
        Path file = made(folder);
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setFile(file.toString());
        encoder.accept(appender, context);
        FixedWindowRollingPolicy turns = new FixedWindowRollingPolicy();
        turns.setContext(context);
        turns.setParent(appender);
        turns.setFileNamePattern(folder.resolve("deskbell.%i.log").toString());
        turns.setMinIndex(1);
        turns.setMaxIndex(KEPT);
        turns.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(largest));
        size.start();
        appender.setRollingPolicy(turns);
        appender.setTriggeringPolicy(size);
        return appender;
    }

    /** Nobody else's business: made with the owner's rights alone. */
    private static Path made(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try {
            PrivateFiles.folder(folder);
            if (!Files.exists(file)) PrivateFiles.create(file);
        } catch (IOException refused) {
            throw new IOException(file + " cannot be made: see to the folder's rights", refused);
        }
        if (!Files.isWritable(file)) throw new IOException(file + " cannot be written: see to its rights");
        return file;
    }
}
