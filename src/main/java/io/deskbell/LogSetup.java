package io.deskbell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.deskbell.doctor.BlackPen;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Sets up logging in code: reading a file for it costs a tenth of a second at every start. One line an event on the
 * console: time, level, room, words; numbers and secrets masked, in stack traces too. Found by logback as a service.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    private static final String OURS = "io.deskbell";
    private static final Masking MASKING = new Masking();

    /** Words that must never be written from now on. */
    static void keepQuiet(List<String> secrets) {
        MASKING.keepQuiet(secrets);
    }

    /** For programs whose own words are on the console. */
    static void onlyTrouble() {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(OURS)).setLevel(Level.WARN);
    }

    /** For programs whose output is read by others. */
    static void silent() {
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME))
                .setLevel(Level.OFF);
        ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(OURS)).setLevel(Level.OFF);
    }

    /** What keeps numbers and secrets out of text that leaves this computer. */
    static BlackPen pen() {
        return MASKING::counted;
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Line line = new Line();
        line.setContext(context);
        line.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setLayout(line);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setEncoder(encoder);
        console.start();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(console);
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        context.getLogger(OURS).setLevel(Level.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** One event as a line. */
    private static final class Line extends LayoutBase<ILoggingEvent> {
        private final DateTimeFormatter time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

        @Override
        public String doLayout(ILoggingEvent event) {
            String words = event.getFormattedMessage();
            if (event.getThrowableProxy() != null) {
                words += System.lineSeparator() + ThrowableProxyUtil.asString(event.getThrowableProxy());
            }
            return "%s %-5s %-8s %s%n".formatted(time.format(Instant.ofEpochMilli(event.getTimeStamp())),
                    event.getLevel(), room(event.getLoggerName()), MASKING.mask(words));
        }

        /** The last package of ours: io.deskbell.source.sip.SipSource is "sip". */
        private static String room(String logger) {
            String[] parts = logger.split("\\.");
            return parts.length < 2 ? logger : parts[parts.length - 2];
        }
    }
}
