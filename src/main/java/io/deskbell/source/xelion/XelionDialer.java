package io.deskbell.source.xelion;

import io.deskbell.call.Reason;
import io.deskbell.source.Dialer;
import io.deskbell.source.LineLostException;
import java.util.function.Consumer;

/**
 * Has the telephone system ring the agent's phone and then call the number (user guide, me/device/pbx_call).
 *
 * @param onDialled told the number before it rings
 */
record XelionDialer(XelionSession session, Consumer<String> onDialled) implements Dialer {
    @Override
    public Outcome dial(String digits, Runnable pickUp) throws InterruptedException {
        try {
            onDialled.accept(digits);
            XelionAnswer answer = session.ask("POST", "me/device/pbx_call", Notification.quoted(digits));
            if (answer.isGood()) {
                pickUp.run();
                return new Calling();
            }
            onDialled.accept("");
            return new Refused(refusal(answer));
        } catch (LineLostException noAnswer) {
            onDialled.accept("");
            return new Refused(noAnswer.reason());
        }
    }

    private static Reason refusal(XelionAnswer answer) {
        if (answer.isOf("10050", "10052")) return Reason.of(XelionReason.NO_DEVICE);
        if (answer.isOf("10200", "10202")) return Reason.of(XelionReason.NO_NUMBER);
        if (answer.http() == 401 || answer.http() == 403) return Reason.of(XelionReason.MAY_NOT_DIAL);
        return Reason.of(XelionReason.NOT_DIALLED, answer.codes());
    }
}
