package io.deskbell;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.deskbell.desktop.EventLog;

/** Hands the lines that are marked so to the system's own log. */
final class SystemLogAppender extends AppenderBase<ILoggingEvent> {
    private final EventLog log;
    private final LogEvents events;
    private final LogLine line;

    SystemLogAppender(EventLog log, LogEvents events, LogLine line) {
        this.log = log;
        this.events = events;
        this.line = line;
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.find(event.getLoggerName(), event.getMessage()).filter(LogEvents.Event::forWindows)
                .ifPresent(known -> log.report(kind(event.getLevel()), known.number(),
                        known.id() + " " + line.words(event)));
    }

    private static EventLog.Kind kind(Level level) {
        if (level.isGreaterOrEqual(Level.ERROR)) return EventLog.Kind.ERROR;
        return level.isGreaterOrEqual(Level.WARN) ? EventLog.Kind.WARNING : EventLog.Kind.INFORMATION;
    }
}
