package io.deskbell.call;

/** Who began the call, seen from the agent. */
public enum Direction {
    INBOUND,
    OUTBOUND
}
