package io.deskbell.source.sip;

import gov.nist.core.StackLogger;
import java.util.Properties;

/** Keeps the other stack from looking for a log4j of years ago. Made by name, hence public. */
public final class SilentStackLogger implements StackLogger {
    @Override
    public void logStackTrace() {
        // Silent.
    }

    @Override
    public void logStackTrace(int level) {
        // Silent.
    }

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void logException(Throwable thrown) {
        // Silent.
    }

    @Override
    public void logDebug(String message) {
        // Silent.
    }

    @Override
    public void logDebug(String message, Exception thrown) {
        // Silent.
    }

    @Override
    public void logTrace(String message) {
        // Silent.
    }

    @Override
    public void logFatalError(String message) {
        // Silent.
    }

    @Override
    public void logError(String message) {
        // Silent.
    }

    @Override
    public boolean isLoggingEnabled() {
        return false;
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return false;
    }

    @Override
    public void logError(String message, Exception thrown) {
        // Silent.
    }

    @Override
    public void logWarning(String message) {
        // Silent.
    }

    @Override
    public void logInfo(String message) {
        // Silent.
    }

    @Override
    public void disableLogging() {
        // It never was on.
    }

    @Override
    public void enableLogging() {
        // It stays off.
    }

    @Override
    public void setBuildTimeStamp(String stamp) {
        // Silent.
    }

    @Override
    public void setStackProperties(Properties properties) {
        // There is nothing to set.
    }

    @Override
    public String getLoggerName() {
        return "silent";
    }
}
