package io.deskbell.source.poll;

import io.deskbell.source.Dialer;
import io.deskbell.source.LineLostException;

/** Makes the phone that is asked for its calls call a number. */
record PhoneWebDialer(Make make, PhoneWeb web) implements Dialer {
    @Override
    public Outcome dial(String digits, Runnable pickUp) throws InterruptedException {
        try {
            PhoneAnswer answer = web.ask(make.dialling(web.phone(), digits));
            if (make.calls(answer)) return new Calling();
            return answer.code() == 401 || answer.code() == 403
                    ? new Refused("the phone does not let this computer dial: check [poll] user and password")
                    : new Refused("the phone refuses to dial");
        } catch (LineLostException noAnswer) {
            return new Refused(noAnswer.getMessage());
        }
    }
}
