package io.deskbell;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** One event as a line: time, level, room, id, words; numbers and secrets masked, in stack traces too. */
final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final String NO_ID = "-";
    private final DateTimeFormatter time =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private final LogEvents events;
    private final Masking masking;

    LogLine(LogEvents events, Masking masking) {
        this.events = events;
        this.masking = masking;
    }

    @Override
    public String doLayout(ILoggingEvent event) {
        return "%s %-5s %-8s %-6s %s%n".formatted(time.format(Instant.ofEpochMilli(event.getTimeStamp())),
                event.getLevel(), room(event.getLoggerName()), id(event), words(event));
    }

    String id(ILoggingEvent event) {
        return events.find(event.getLoggerName(), event.getMessage()).map(LogEvents.Event::id).orElse(NO_ID);
    }

    String words(ILoggingEvent event) {
        String words = event.getFormattedMessage();
        if (event.getThrowableProxy() != null) {
            words += System.lineSeparator() + ThrowableProxyUtil.asString(event.getThrowableProxy());
        }
        return masking.mask(words);
    }

    /** The last package of ours: io.deskbell.source.sip.SipSource is "sip". */
    private static String room(String logger) {
        String[] parts = logger.split("\\.");
        return parts.length < 2 ? logger : parts[parts.length - 2];
    }
}
