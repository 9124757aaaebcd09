package io.deskbell.call;

import java.time.Instant;

/** Something that happened to a call, with the call as it is since. Events of one call leave in order, each once. */
public record CallEvent(Type type, Call call, Instant at) {
    /** What can happen. */
    public enum Type {
        /** It began and nobody has answered yet: the agent's phone rings, or the other party's does. */
        RINGING,
        ANSWERED,
        HELD,
        RESUMED,
        /** The other party became known, or is another one than before. */
        CHANGED,
        /** The agent gave it to a colleague. */
        TRANSFERRED,
        ENDED
    }
}
