package io.deskbell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.deskbell.config.LogSettings;
import io.deskbell.desktop.EventLog;
import io.deskbell.doctor.BlackPen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Sets up logging in code: reading a file for it costs a tenth of a second at every start. To the console first; a
 * program that stays adds its file, and what the configuration says. Found by logback as a service.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    static final String ALL = "all";
    private static final String OURS = "io.deskbell";
    /** Calls it an error when a session ends and its bus first; what it cannot do for us it throws. */
    private static final String DBUS = "org.freedesktop.dbus.connections";
    private static final String SYSLOG = "syslog";
    private static final Masking MASKING = new Masking();
    private static final LogEvents EVENTS = LogEvents.load();
    private static final List<Logger> CHANGED = new ArrayList<>();

    /** Words that must never be written from now on. */
    static void keepQuiet(List<String> secrets) {
        MASKING.keepQuiet(secrets);
    }

    /** For programs whose own words are on the console. */
    static void onlyTrouble() {
        logger(ALL).setLevel(Level.WARN);
    }

    /** For programs whose output is read by others. */
    static void silent() {
        root().setLevel(Level.OFF);
        logger(ALL).setLevel(Level.OFF);
    }

    /** What keeps numbers and secrets out of text that leaves this computer. */
    static BlackPen pen() {
        return MASKING::counted;
    }

    /** Writes to that folder as well, from now on; where it cannot, one line says so. */
    static void toFile(Path folder) {
        try {
            add(LogFile.appender(folder, context(), LogSetup::encoded));
        } catch (IOException unwritable) {
            LoggerFactory.getLogger(LogSetup.class).warn("there is no log file: {}", unwritable.getMessage());
        }
    }

    /** What matters to administrators goes into the system's own log as well. */
    static void toSystem(EventLog log) {
        add(new SystemLogAppender(log, EVENTS, new LogLine(EVENTS, MASKING)));
    }

    /** As the configuration has it; what was changed by hand is as before. */
    static synchronized void apply(LogSettings settings) {
        CHANGED.forEach(logger -> logger.setLevel(null));
        CHANGED.clear();
        root().setLevel(Level.WARN);
        logger(ALL).setLevel(Level.toLevel(settings.level()));
        settings.levels().forEach(LogSetup::level);
        Appender<ILoggingEvent> before = root().getAppender(SYSLOG);
        if (before instanceof SyslogAppender sending) {
            if (settings.syslog().equals(Optional.of(sending.server()))) return;
            root().detachAppender(before);
            before.stop();
        }
        settings.syslog().ifPresent(server -> add(named(new SyslogAppender(server, new LogLine(EVENTS, MASKING)))));
    }

    /** From now on that room logs so much. */
    static synchronized void level(String room, String level) {
        Logger changed = logger(room);
        changed.setLevel(Level.toLevel(level.toUpperCase(Locale.ROOT)));
        if (!room.equals(ALL)) CHANGED.add(changed);
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        encoded(console, context);
        console.start();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(console);
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger(OURS).setLevel(Level.INFO);
        context.getLogger(DBUS).setLevel(Level.OFF);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void encoded(OutputStreamAppender<ILoggingEvent> appender, LoggerContext context) {
        LogLine line = new LogLine(EVENTS, MASKING);
        line.setContext(context);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(line);
        if (!(appender instanceof ConsoleAppender)) encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        appender.setEncoder(encoder);
    }

    private static void add(Appender<ILoggingEvent> appender) {
        appender.setContext(context());
        appender.start();
        root().addAppender(appender);
    }

    private static Appender<ILoggingEvent> named(Appender<ILoggingEvent> appender) {
        appender.setName(SYSLOG);
        return appender;
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static Logger root() {
        return context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static Logger logger(String room) {
        return context().getLogger(room.equals(ALL) ? OURS : OURS + "." + room);
    }
}
