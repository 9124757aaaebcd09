package io.deskbell.source.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.RegistrationRules.TransferRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What Agent Inbox would receive of the calls an Asterisk makes. */
class AsteriskCallsTest extends AtTheOffice {
    @Test
    void answered() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel phone = answeredBy(customer, "201");
        over(phone, customer);
        registered("201", line(ANSWERED, customer, "201"), line(ENDED, customer, "201"));
        assertEquals(List.of("RINGING +31612345678", "ANSWERED +31612345678", "ENDED +31612345678 NORMAL"),
                office.eventsOf("201"));
    }

    @Test
    void missed() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel phone = pbx().ring(customer, "201");
        office.pass(TALK);
        pbx().giveUp(customer, phone, "NOANSWER", 16);
        over(customer);
        registered("201");
        assertEquals(List.of("RINGING +31612345678", "ENDED +31612345678 NO_ANSWER"), office.eventsOf("201"));
    }

    @Test
    void rungTogetherAndAnsweredByOne() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel one = pbx().ring(customer, "201");
        PretendChannel other = pbx().ring(customer, "202");
        pbx().answer(customer, other, List.of(one));
        office.pass(TALK);
        over(customer, other);
        registered("201");
        registered("202", line(ANSWERED, customer, "202"), line(ENDED, customer, "202"));
        assertEquals(List.of("RINGING +31612345678", "ENDED +31612345678 ANSWERED_ELSEWHERE"), office.eventsOf("201"));
    }

    @Test
    void aQueueOffersACallAgainToAPhoneThatDidNotTakeIt() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel first = pbx().ringByQueue(customer, "201");
        office.pass(TALK);
        pbx().hangUp(first, 16);
        office.pass(Duration.ofSeconds(5));
        PretendChannel again = pbx().ringByQueue(customer, "201");
        pbx().answer(customer, again, List.of());
        office.pass(TALK);
        over(again, customer);
        registered("201", line(ANSWERED, customer, "201"), line(ENDED, customer, "201"));
    }

    @Test
    void aCustomerWhoGoesBackIntoTheQueueComesToTheSameAgentUnderTheSameId() {
        for (Duration pause : List.of(Duration.ofSeconds(3), Duration.ofMinutes(2))) {
            office = new Office(TransferRole.GIVER);
            PretendChannel customer = pbx().incoming(CUSTOMER, DID);
            pbx().hangUp(answeredBy(customer, "201"), 16);
            office.pass(pause);
            over(answeredBy(customer, "201"), customer);
            registered("201", line(ANSWERED, customer, "201"), line(ENDED, customer, "201"),
                    line(ANSWERED, customer, "201"), line(ENDED, customer, "201"));
        }
    }

    @Test
    void outbound() {
        PretendChannel phone = pbx().dials("201", "0201112233");
        PretendChannel customer = pbx().ringOutside(phone, "0201112233");
        office.pass(TALK);
        pbx().answer(phone, customer, List.of());
        office.pass(TALK);
        over(customer, phone);
        registered("201", "ANSWERED " + phone.id + " +31201112233 201 OUTBOUND",
                "DISCONNECTED " + phone.id + " +31201112233 201 OUTBOUND");
    }

    @Test
    void outboundIsAnsweredWhenTheOtherEndIsAndNotWhenAnAnnouncementPlays() {
        PretendChannel phone = pbx().dials("201", "0201112233");
        pbx().state(phone, PretendChannel.UP);
        PretendChannel customer = pbx().ringOutside(phone, "0201112233");
        office.pass(TALK);
        pbx().giveUp(phone, customer, "BUSY", 17);
        pbx().hangUp(phone, 17);
        office.pass(TALK);
        registered("201");
        assertEquals(List.of("RINGING +31201112233", "ENDED +31201112233 BUSY"), office.eventsOf("201"));
    }

    @Test
    void dialledFromTheComputer() {
        PretendChannel phone = pbx().originate("201");
        office.pass(TALK);
        pbx().originateAnswered(phone);
        PretendChannel customer = pbx().ringOutside(phone, "0201112233");
        office.pass(TALK);
        pbx().answer(phone, customer, List.of());
        office.pass(TALK);
        over(phone, customer);
        registered("201", "ANSWERED " + phone.id + " +31201112233 201 OUTBOUND",
                "DISCONNECTED " + phone.id + " +31201112233 201 OUTBOUND");
        assertEquals("RINGING +31201112233", office.eventsOf("201").getFirst());
    }

    @Test
    void internal() {
        PretendChannel phone = pbx().dials("201", "202");
        PretendChannel other = answeredBy(phone, "202");
        over(phone, other);
        registered("201");
        registered("202");
        assertEquals(List.of("RINGING Colleague", "ANSWERED Colleague", "ENDED Colleague NORMAL"),
                office.eventsOf("201"));
        assertEquals(office.eventsOf("201"), office.eventsOf("202"));
    }

    @Test
    void twoAtOnce() {
        PretendChannel one = pbx().incoming(CUSTOMER, DID);
        PretendChannel first = answeredBy(one, "201");
        PretendChannel other = pbx().incoming("0687654321", DID);
        PretendChannel second = pbx().ring(other, "201");
        office.pass(TALK);
        pbx().hold(first, true);
        pbx().answer(other, second, List.of());
        office.pass(TALK);
        over(second, other);
        pbx().hold(first, false);
        over(first, one);
        registered("201", line(ANSWERED, one, "201"),
                "ANSWERED " + other.id + " +31687654321 201 INBOUND +31201234567",
                "DISCONNECTED " + other.id + " +31687654321 201 INBOUND +31201234567", line(ENDED, one, "201"));
    }

    @Test
    void theLineIsLostInMidCall() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel phone = pbx().ring(customer, "201");
        office.disconnect();
        pbx().answer(customer, phone, List.of());
        office.connect();
        office.pass(TALK);
        office.disconnect();
        over(phone, customer);
        office.connect();
        registered("201", line(ANSWERED, customer, "201"), line(ENDED, customer, "201"));
    }

    @Test
    void anEndThatWasLostIsFoundOut() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel phone = answeredBy(customer, "201");
        office.disconnect();
        pbx().hangUp(phone, 16);
        pbx().hangUp(customer, 16);
        office.disconnect();
        office.connect();
        office.lookForLost();
        registered("201", line(ANSWERED, customer, "201"), line(ENDED, customer, "201"));
    }

    @Test
    void whoeverDoesNotWantToBeKnownStaysUnknown() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        pbx().say("NewCallerid", customer.fields(""), "CID-CallingPres",
                "67 (Presentation Prohibited, Passed Screen)");
        PretendChannel phone = answeredBy(customer, "201");
        over(phone, customer);
        assertEquals("ANSWERED " + customer.id + " +31000000000 201 INBOUND +31201234567",
                office.registeredBy("201").getFirst());
    }

    @Test
    void whatIsToldTwiceAndLateChangesNothing() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        List<String> all = new ArrayList<>();
        office.held = Optional.of(all);
        PretendChannel phone = pbx().ring(customer, "201");
        pbx().answer(customer, phone, List.of());
        office.held = Optional.empty();
        for (String message : all) {
            office.take(message);
            office.take(message);
        }
        office.pass(TALK);
        over(phone, customer);
        all.forEach(office::take);
        registered("201", line(ANSWERED, customer, "201"), line(ENDED, customer, "201"));
    }
}
