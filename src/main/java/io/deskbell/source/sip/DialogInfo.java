package io.deskbell.source.sip;

import io.deskbell.call.Direction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One dialog-info document (RFC 4235 §4.1) in the telephone system's own words; nothing is interpreted yet. Texts that
 * were not there are empty.
 *
 * @param full all dialogs of the line are in it; else only those that changed
 */
record DialogInfo(OptionalLong version, boolean full, String entity, List<Dialog> dialogs) {
    DialogInfo {
        dialogs = List.copyOf(dialogs);
    }

    /**
     * @param state the state word, in small letters
     * @param event why it came to this state: cancelled, rejected, replaced and so on
     * @param code the SIP response that goes with the event
     * @param replaces the Call-ID of the dialog that this one took over
     * @param note free text, which some systems use for what RFC 4235 has no word for
     */
    record Dialog(String id, String callId, Optional<Direction> direction, String state, String event,
                  OptionalInt code, Side local, Side remote, String replaces, String referredBy, String note) {
        /** Made from the Call-ID of our own subscription by chan_sip, and equal for all calls. */
        static final String PICKUP = "pickup-";

        boolean hasCallId() {
            return !callId.isBlank() && !callId.startsWith(PICKUP);
        }

        boolean isTerminated() {
            return state.equals("terminated");
        }

        boolean isConfirmed() {
            return state.equals("confirmed");
        }
    }

    /**
     * One end of a dialog.
     *
     * @param identities who it is; BroadWorks gives two
     * @param rendering whether this end plays what it receives, where told (RFC 4235 §5.2)
     */
    record Side(List<Identity> identities, Optional<Boolean> rendering) {
        static final Side NONE = new Side(List.of(), Optional.empty());

        Side {
            identities = List.copyOf(identities);
        }
    }

    /** An address and the name shown with it. */
    record Identity(String address, String display) {
    }
}
