package io.deskbell.source.sip;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Properties;
import javax.sip.SipStack;

/** The other stack's log of messages, not written. Made by name, hence public. */
public final class SilentServerLogger implements ServerLogger {
    @Override
    public void closeLogFile() {
        // There is none.
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, boolean sender, long time) {
        // Silent.
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender, long time) {
        // Silent.
    }

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sender) {
        // Silent.
    }

    @Override
    public void logException(Exception thrown) {
        // Silent.
    }

    @Override
    public void setStackProperties(Properties properties) {
        // There is nothing to set.
    }

    @Override
    public void setSipStack(SipStack stack) {
        // It is not asked anything.
    }
}
