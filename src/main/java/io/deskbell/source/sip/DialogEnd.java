package io.deskbell.source.sip;

import io.deskbell.call.EndReason;
import io.deskbell.source.sip.DialogInfo.Dialog;
import java.util.Optional;

/** Why a dialog is over, from the event and code of its state (RFC 4235 §3.7.1 and §4.1.2). */
final class DialogEnd {
    private DialogEnd() {
    }

    /** Empty when nothing was told. */
    static Optional<EndReason> reason(Dialog dialog, boolean wasAnswered) {
        return switch (dialog.event()) {
            case "cancelled" -> Optional.of(EndReason.NO_ANSWER);
            case "rejected" -> Optional.of(rejected(dialog.code().orElse(603)));
            case "replaced" -> Optional.of(wasAnswered ? EndReason.NORMAL : EndReason.ANSWERED_ELSEWHERE);
            case "local-bye", "remote-bye" -> Optional.of(wasAnswered ? EndReason.NORMAL : EndReason.NO_ANSWER);
            case "error" -> Optional.of(EndReason.FAILED);
            case "timeout" -> Optional.of(wasAnswered ? EndReason.UNKNOWN : EndReason.NO_ANSWER);
            default -> wasAnswered || dialog.code().orElse(0) < 300
                    ? Optional.empty() : Optional.of(rejected(dialog.code().getAsInt()));
        };
    }

    /** Response codes of RFC 3261 §21. */
    private static EndReason rejected(int code) {
        return switch (code) {
            case 486, 600 -> EndReason.BUSY;
            case 403, 433, 603, 606, 607, 608 -> EndReason.REJECTED;
            case 408, 480, 487 -> EndReason.NO_ANSWER;
            default -> code < 400 ? EndReason.NO_ANSWER : EndReason.FAILED; // 3xx: it rings somewhere else now.
        };
    }
}
