package io.deskbell;

import io.deskbell.config.IntakeSettings;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Where the intake is reached, for whoever has to enter it. */
final class IntakeAddress {
    private IntakeAddress() {
    }

    /** Where this computer itself reaches it. */
    static String local(IntakeSettings intake) throws IOException {
        InetAddress bound = InetAddress.getByName(intake.bind());
        if (!bound.isAnyLocalAddress()) return intake.bind();
        return bound instanceof Inet6Address ? "::1" : "127.0.0.1";
    }

    /** With the token in it. */
    static String url(IntakeSettings intake, String address) throws IOException {
        boolean six = InetAddress.getByName(address) instanceof Inet6Address;
        return "http://" + (six ? "[" + address + "]" : address) + ":" + intake.port() + "/"
                + intake.token().reveal();
    }
}
