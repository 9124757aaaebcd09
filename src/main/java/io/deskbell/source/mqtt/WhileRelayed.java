package io.deskbell.source.mqtt;

import io.deskbell.source.ForwardingListener;
import io.deskbell.source.PhoneListener;
import java.util.function.BooleanSupplier;

/** That a relay's line came up in the past says nothing of whether a relay is there now. */
final class WhileRelayed extends ForwardingListener {
    private final BooleanSupplier up;

    /** @param up whether one is there */
    WhileRelayed(PhoneListener next, BooleanSupplier up) {
        super(next);
        this.up = up;
    }

    @Override
    public void watching() throws InterruptedException {
        if (up.getAsBoolean()) super.watching();
    }

    @Override
    public PhoneListener alsoSeen(String way) {
        return new WhileRelayed(super.alsoSeen(way), up);
    }
}
