package io.deskbell.source.poll;

import io.deskbell.call.Reason;
import io.deskbell.source.Dialer;
import io.deskbell.source.LineLostException;
import okhttp3.HttpUrl;

/** Makes the phone that is asked for its calls call a number. */
record PhoneWebDialer(Make make, HttpUrl phone, Answering answering) implements Dialer {
    @Override
    public Outcome dial(String digits, Runnable pickUp) throws InterruptedException {
        try {
            PhoneAnswer answer = answering.ask(make.dialling(phone, digits));
            if (make.calls(answer)) return new Calling();
            boolean login = answer.code() == 401 || answer.code() == 403;
            return new Refused(Reason.of(login ? PollReason.MAY_NOT_DIAL : PollReason.NOT_DIALLED));
        } catch (LineLostException noAnswer) {
            return new Refused(noAnswer.reason());
        }
    }
}
