package io.deskbell.dial;

import io.deskbell.config.DialSettings;
import io.deskbell.desktop.Softphone;
import io.deskbell.source.Dialer;

/** Dials by handing a sip: address to the softphone that the computer has for them. */
final class SoftphoneDialer implements Dialer {
    private final String address;
    private final Softphone softphone;

    SoftphoneDialer(String address, Softphone softphone) {
        this.address = address;
        this.softphone = softphone;
    }

    @Override
    public Outcome dial(String digits, Runnable pickUp) throws InterruptedException {
        boolean taken = softphone.take(address.replace(DialSettings.NUMBER, digits));
        return taken ? new Calling() : DialReason.NO_SOFTPHONE.refused();
    }
}
