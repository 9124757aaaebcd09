package io.deskbell.source.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.RegistrationRules.TransferRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Agent Inbox would receive of calls that go from desk to desk. */
class AsteriskTransfersTest extends AtTheOffice {
    private PretendChannel customer;
    /** Of 201, who has the customer. */
    private PretendChannel phone;
    /** Of 202, who was given the customer. */
    private PretendChannel thePhoneOf202;

    private void talking() {
        customer = pbx().incoming(CUSTOMER, DID);
        phone = answeredBy(customer, "201");
    }

    private void givenTo202() {
        talking();
        pbx().blind(phone, customer, "202");
        thePhoneOf202 = answeredBy(customer, "202");
    }

    /** Blindly, so that another phone may ring now. */
    private void givenTo202AndOn(String extension) {
        givenTo202();
        pbx().blind(thePhoneOf202, customer, extension);
    }

    private String line(String shape, String extension) {
        return line(shape, customer, extension);
    }

    /** What the desk that gave the call to 202 says of it, or 202 does. */
    private void toldOfTheTransferTo202(TransferRole role) {
        if (role == TransferRole.GIVER) {
            registered("201", line(ANSWERED, "201"), line(TRANSFER, "202"), line(ENDED, "202"));
            registered("202");
        } else {
            registered("201", line(ANSWERED, "201"));
            registered("202", line(TRANSFER, "202"), line(ENDED, "202"));
        }
    }

    @Test
    void transferredBlindly() {
        givenTo202();
        over(thePhoneOf202, customer);
        toldOfTheTransferTo202(TransferRole.GIVER);
    }

    @Test
    void handedOnToAThirdDesk() {
        for (TransferRole role : List.of(TransferRole.GIVER, TransferRole.TAKER)) {
            office = new Office(role);
            givenTo202AndOn("203");
            over(answeredBy(customer, "203"), customer);
            if (role == TransferRole.GIVER) {
                registered("201", line(ANSWERED, "201"), line(TRANSFER, "202"), line(TRANSFER, "203"),
                        line(ENDED, "203"));
                registered("202");
                registered("203");
            } else {
                registered("201", line(ANSWERED, "201"));
                registered("202", line(TRANSFER, "202"));
                registered("203", line(TRANSFER, "203"), line(ENDED, "203"));
            }
        }
    }

    @Test
    void putIntoTheQueueByWhoeverGotItAndTakenOutOfItByTheOneWhoHadItFirst() {
        givenTo202();
        pbx().hangUp(thePhoneOf202, 16);
        office.pass(TALK);
        over(answeredBy(customer, "201"), customer);
        registered("201", line(ANSWERED, "201"), line(TRANSFER, "202"), line(ENDED, "202"), line(ANSWERED, "201"),
                line(ENDED, "201"));
        registered("202");
    }

    @Test
    void givenBackByWhoeverGotIt() {
        for (TransferRole role : List.of(TransferRole.GIVER, TransferRole.TAKER)) {
            office = new Office(role);
            givenTo202AndOn("201");
            PretendChannel back = answeredBy(customer, "201");
            over(back, customer);
            if (role == TransferRole.GIVER) {
                registered("201", line(ANSWERED, "201"), line(TRANSFER, "202"), line(TRANSFER, "201"),
                        line(ENDED, "201"));
                registered("202");
            } else {
                registered("201", line(ANSWERED, "201"), line(TRANSFER, "201"), line(ENDED, "201"));
                registered("202", line(TRANSFER, "202"));
            }
        }
    }

    @Test
    void givenBackInVain() {
        for (TransferRole role : List.of(TransferRole.GIVER, TransferRole.TAKER)) {
            office = new Office(role);
            givenTo202AndOn("201");
            PretendChannel back = pbx().ring(customer, "201");
            office.pass(TALK);
            pbx().giveUp(customer, back, "NOANSWER", 16);
            PretendChannel again = answeredBy(customer, "202");
            over(again, customer);
            toldOfTheTransferTo202(role);
        }
    }

    @Test
    void aBlindTransferThatNobodyTakesComesBack() {
        talking();
        pbx().blind(phone, customer, "202");
        PretendChannel other = pbx().ring(customer, "202");
        office.pass(TALK);
        pbx().giveUp(customer, other, "NOANSWER", 16);
        PretendChannel back = answeredBy(customer, "201");
        over(back, customer);
        registered("201", line(ANSWERED, "201"), line(ENDED, "201"));
        registered("202");
    }

    @Test
    void transferredAfterAConsultation() {
        for (TransferRole role : List.of(TransferRole.GIVER, TransferRole.TAKER)) {
            office = new Office(role);
            talking();
            pbx().hold(phone, true);
            PretendChannel second = pbx().dials("201", "202");
            PretendChannel target = answeredBy(second, "202");
            pbx().attended(phone, second, customer, target);
            office.pass(TALK);
            over(target, customer);
            toldOfTheTransferTo202(role);
        }
    }

    @Test
    void transferredWhileTheColleaguesPhoneStillRings() {
        for (TransferRole role : List.of(TransferRole.GIVER, TransferRole.TAKER)) {
            office = new Office(role);
            talking();
            PretendChannel second = pbx().dials("201", "202");
            PretendChannel target = pbx().ring(second, "202");
            office.pass(TALK);
            pbx().attended(phone, second, customer, target);
            office.pass(TALK);
            pbx().answer(customer, target, List.of());
            office.pass(TALK);
            over(target, customer);
            toldOfTheTransferTo202(role);
        }
    }

    @Test
    void pickedUpByAColleague() {
        customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel rung = pbx().ring(customer, "201");
        PretendChannel picker = pbx().dials("203", "*8");
        pbx().pickUp(picker, customer, rung);
        office.pass(TALK);
        over(picker, customer);
        assertEquals(List.of("RINGING +31612345678", "ENDED +31612345678 ANSWERED_ELSEWHERE"), office.eventsOf("201"));
        registered("203", line(ANSWERED, "203"), line(ENDED, "203"));
    }

    @Test
    void parkedAndFetchedByAnother() {
        talking();
        pbx().park(phone, customer, "701");
        office.pass(TALK);
        PretendChannel fetcher = pbx().dials("203", "701");
        pbx().fetch(fetcher, customer, "701");
        office.pass(TALK);
        over(fetcher, customer);
        registered("201", line(ANSWERED, "201"), line(TRANSFER, "203"), line(ENDED, "203"));
        registered("203");
    }

    @Test
    void parkedAndFetchedAgain() {
        talking();
        pbx().park(phone, customer, "701");
        office.pass(TALK);
        PretendChannel fetcher = pbx().dials("201", "701");
        pbx().fetch(fetcher, customer, "701");
        office.pass(TALK);
        over(fetcher, customer);
        registered("201", line(ANSWERED, "201"), line(ENDED, "201"));
    }

    @Test
    void theCustomerWhoGivesUpInTheParkIsGone() {
        talking();
        pbx().park(phone, customer, "701");
        office.pass(TALK);
        over(customer);
        registered("201", line(ANSWERED, "201"), line(ENDED, "201"));
    }

    @Test
    void aColleagueIsTakenInAndTheAgentLeavesThemTogether() {
        talking();
        PretendChannel second = pbx().dials("201", "202");
        PretendChannel colleague = answeredBy(second, "202");
        pbx().bridge(customer, phone, colleague);
        pbx().hangUp(second, 16);
        office.pass(TALK);
        over(phone);
        over(colleague, customer);
        toldOfTheTransferTo202(TransferRole.GIVER);
    }

    @Test
    void theAgentIsDoneWhileTheCustomerAnswersASurvey() {
        talking();
        pbx().hangUp(phone, 16);
        office.pass(Duration.ofSeconds(3));
        registered("201", line(ANSWERED, "201"), line(ENDED, "201"));
    }
}
