package io.deskbell.inbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;

/** Everything that is said while it is open: both consoles and both kinds of log at their finest. */
final class AllOutput implements AutoCloseable {
    private static final Logger JDK_ROOT = Logger.getLogger("");
    /** Writes down each request that comes in; it is no part of the program. */
    private static final String TEST_SERVER = "mockwebserver3";

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final PrintStream all = new PrintStream(heard, true, StandardCharsets.UTF_8);
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final java.util.logging.Level jdkLevel = JDK_ROOT.getLevel();
    private final AtomicInteger jdkRecords = new AtomicInteger();
    private final ch.qos.logback.classic.Logger root =
            ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final JdkEar jdkEar = new JdkEar();
    private final Ear ear = new Ear();

    AllOutput() {
        System.setOut(all);
        System.setErr(all);
        jdkEar.setLevel(java.util.logging.Level.ALL);
        JDK_ROOT.setLevel(java.util.logging.Level.ALL);
        JDK_ROOT.addHandler(jdkEar);
        root.setLevel(Level.TRACE);
        ear.setContext(root.getLoggerContext());
        ear.start();
        root.addAppender(ear);
    }

    String text() {
        all.flush();
        return heard.toString(StandardCharsets.UTF_8);
    }

    int jdkRecords() {
        return jdkRecords.get();
    }

    @Override
    public void close() {
        root.detachAppender(ear);
        root.setLevel(level);
        JDK_ROOT.removeHandler(jdkEar);
        JDK_ROOT.setLevel(jdkLevel);
        System.setOut(out);
        System.setErr(err);
    }

    private final class JdkEar extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            if (line.getLoggerName() != null && line.getLoggerName().startsWith(TEST_SERVER)) return;
            jdkRecords.incrementAndGet();
            all.println(formatter.format(line));
        }

        @Override
        public void flush() {
            all.flush();
        }

        @Override
        public void close() {
            all.flush();
        }
    }

    private final class Ear extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent line) {
            all.println(line.getLoggerName() + " " + line.getFormattedMessage());
            IThrowableProxy thrown = line.getThrowableProxy();
            if (thrown != null) all.println(ThrowableProxyUtil.asString(thrown));
        }
    }
}
