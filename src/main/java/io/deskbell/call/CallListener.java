package io.deskbell.call;

/** Hears what happened to the calls of this desk, on the monitor's thread, in order. Must not block on a network. */
@FunctionalInterface
public interface CallListener {
    void happened(CallEvent event);
}
