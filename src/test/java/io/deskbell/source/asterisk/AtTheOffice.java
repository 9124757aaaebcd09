package io.deskbell.source.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.RegistrationRules.TransferRole;
import java.time.Duration;
import java.util.List;

/** What tests of sequences have in common: three desks, a customer, and what Agent Inbox would receive. */
abstract class AtTheOffice {
    static final String CUSTOMER = "0612345678";
    static final String DID = "0201234567";
    static final String ANSWERED = "ANSWERED %s +31612345678 %s INBOUND +31201234567";
    static final String ENDED = "DISCONNECTED %s +31612345678 %s INBOUND +31201234567";
    static final String TRANSFER = "TRANSFER %s +31612345678 %s INBOUND +31201234567";
    static final Duration TALK = Duration.ofSeconds(20);

    Office office = new Office(TransferRole.GIVER);

    PretendAsterisk pbx() {
        return office.pbx;
    }

    void registered(String extension, String... lines) {
        assertEquals(List.of(lines), office.registeredBy(extension), "of " + extension);
    }

    static String line(String shape, PretendChannel customer, String extension) {
        return shape.formatted(customer.id, extension);
    }

    /** Rung, answered after a while, and talked for a while. */
    PretendChannel answeredBy(PretendChannel customer, String extension) {
        PretendChannel phone = pbx().ring(customer, extension);
        office.pass(TALK);
        pbx().answer(customer, phone, List.of());
        office.pass(TALK);
        return phone;
    }

    void over(PretendChannel... channels) {
        for (PretendChannel channel : channels) pbx().hangUp(channel, 16);
        office.pass(TALK);
    }
}
