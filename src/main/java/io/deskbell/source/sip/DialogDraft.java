package io.deskbell.source.sip;

import io.deskbell.call.Direction;
import io.deskbell.source.sip.DialogInfo.Dialog;
import io.deskbell.source.sip.DialogInfo.Identity;
import io.deskbell.source.sip.DialogInfo.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** One dialog while it is being read; elements may come in any order (Asterisk puts the state last). */
final class DialogDraft {
    private final String id;
    private final String callId;
    private final Optional<Direction> direction;
    private final SideDraft local = new SideDraft();
    private final SideDraft remote = new SideDraft();
    private String state = "";
    private String event = "";
    private OptionalInt code = OptionalInt.empty();
    private String replaces = "";
    private String referredBy = "";
    private String note = "";

    DialogDraft(String id, String callId, String direction) {
        this.id = id;
        this.callId = callId;
        this.direction = switch (direction.toLowerCase(Locale.ROOT)) {
            case "initiator" -> Optional.of(Direction.OUTBOUND);
            case "recipient" -> Optional.of(Direction.INBOUND);
            default -> Optional.empty();
        };
    }

    private static final class SideDraft {
        private final List<Identity> identities = new ArrayList<>();
        private Optional<Boolean> rendering = Optional.empty();

        Side finished() {
            return new Side(identities, rendering);
        }
    }

    void state(String word) {
        state = word.toLowerCase(Locale.ROOT);
    }

    void reason(String why, String response) {
        event = why.toLowerCase(Locale.ROOT);
        code = response.matches("[1-6][0-9]{2}") ? OptionalInt.of(Integer.parseInt(response)) : OptionalInt.empty();
    }

    void identity(boolean isLocal, Identity identity) {
        side(isLocal).identities.add(identity);
    }

    void rendering(boolean isLocal, String value) {
        side(isLocal).rendering = Optional.of(!value.equalsIgnoreCase("no"));
    }

    void replaces(String otherCallId) {
        replaces = otherCallId;
    }

    void referredBy(String address) {
        referredBy = address;
    }

    void note(String text) {
        note = text;
    }

    Dialog finished() {
        return new Dialog(id, callId, direction, state, event, code, local.finished(), remote.finished(), replaces,
                referredBy, note);
    }

    private SideDraft side(boolean isLocal) {
        return isLocal ? local : remote;
    }
}
