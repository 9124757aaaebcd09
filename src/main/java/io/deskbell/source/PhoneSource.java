package io.deskbell.source;

import io.deskbell.call.Call;
import io.deskbell.call.CallReport;
import io.deskbell.call.Reason;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;

/**
 * One way of seeing an agent's calls. It connects, says {@link PhoneListener#watching()} once the line is up, then
 * reports until the line is lost. It may be asked to watch again; what it learnt before may serve then.
 */
public interface PhoneSource {
    /** As written in {@code [phone] source}: sip, tapi, intake and so on. */
    String name();

    /** What is watched and where, for people: "201 on pbx.example.com". No secrets, no callers' numbers. */
    String description();

    /** Where that is, in the agent's language where it is words: what stands behind "on". */
    default Reason whereabouts() {
        int on = description().indexOf(" on ");
        return Reason.words(on < 0 ? description() : description().substring(on + 4));
    }

    /**
     * Watches until the line is lost; blocks. Interrupting the thread ends it in an orderly way within half a second.
     *
     * @throws LineLostException with words for the agent or IT about what happened and what to do
     * @throws IOException the same, when the network's own words are all there is
     */
    void watch(PhoneListener listener) throws IOException, InterruptedException;

    /**
     * Calls of the desk that were going on when an earlier watch ended, whichever source told of them: for one that
     * sees only what it knows to ask of. Before the first watch.
     */
    default void takeUp(Collection<Call> leftOpen) {
        // Most see by themselves what is going on.
    }

    /** Where this source may keep what it has to know again after a restart. Before the first watch. */
    default void notesIn(Notebook notebook) {
        // Most have nothing to note.
    }

    /** Makes this phone call a number, where phone and configuration allow it. Another thread than watch's may ask. */
    default Optional<Dialer> dialer() {
        return Optional.empty();
    }

    /**
     * Whether what another source says is no call but this one ringing the agent, who is to be connected to a number
     * then; asked on other threads than watch's.
     */
    default boolean ringsFor(CallReport report) {
        return false;
    }
}
