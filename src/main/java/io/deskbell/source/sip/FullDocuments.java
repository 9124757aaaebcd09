package io.deskbell.source.sip;

import io.deskbell.source.sip.DialogInfo.Dialog;
import java.util.List;

/**
 * Learns what the full documents of one line leave out, for some systems call full what is not. Kamailio with
 * {@code force_single_dialog=1} shows one dialog at a time. FreeSWITCH tells what happened to one dialog, without its
 * Call-ID; only its answers to SUBSCRIBE name all dialogs, with theirs. Not thread safe.
 */
final class FullDocuments {
    private boolean severalSeen;
    private boolean severalUnnamedSeen;
    private boolean eventsSeen;

    void saw(List<Dialog> dialogs, boolean full) {
        eventsSeen |= full && isEvent(dialogs);
        severalSeen |= !full || dialogs.size() > 1; // Kamailio writes full documents only.
        severalUnnamedSeen |= dialogs.size() > 1 && dialogs.stream().noneMatch(Dialog::hasCallId);
    }

    /** What happened to one of several dialogs; the word terminated FreeSWITCH keeps for the last dialog there is. */
    boolean isEvent(List<Dialog> dialogs) {
        if (severalUnnamedSeen || dialogs.size() != 1) return false;
        return !dialogs.getFirst().hasCallId() && !dialogs.getFirst().isTerminated();
    }

    /** Calls that live may be missing from it. */
    boolean leavesOut(List<Dialog> dialogs) {
        if (isEvent(dialogs)) return true;
        return !severalSeen && !eventsSeen && dialogs.size() == 1 && !dialogs.getFirst().isTerminated();
    }
}
