package io.deskbell.source;

import io.deskbell.call.Reason;

/** Why any phone may not be watched. */
enum SourceReason implements Reason.Kind {
    ENDED("the line ended"),
    FAULT("a fault in the program (see the log)"),
    NO_NAME("{0}: no such name in the network"),
    NO_CONNECTION("{0} takes no connection: {1}"),
    NO_WEBSOCKET("{0} opens no websocket ({1}): {2}"),
    LOGIN_UNKNOWN("{0} asks for a log-in of a kind that is not known here: have it ask for digest with MD5 or SHA-256,"
            + " or for basic"),
    SILENT("{0} does not answer"),
    LOST("the connection to {0} was lost"),
    HUNG_UP("{0} ended the connection"),
    NO_CERTIFICATE("{0}: no certificate can be read in it: it has to be a PEM file");

    private final String english;

    SourceReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
