package io.deskbell.source.asterisk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.RegistrationRules.TransferRole;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Agent Inbox would receive of calls that go from desk to desk. */
class AsteriskTransfersTest extends AtTheOffice {
    @Test
    void transferredBlindly() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel phone = answeredBy(customer, "201");
        pbx().blind(phone, customer, "202");
        office.pass(TALK);
        PretendChannel taker = answeredBy(customer, "202");
        over(taker, customer);
        registered("201", line(ANSWERED, customer, "201"), line(TRANSFER, customer, "202"),
                line(ENDED, customer, "202"));
        registered("202");
    }

    @Test
    void transferredBlindlyAndToldByTheTaker() {
        office = new Office(TransferRole.TAKER);
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel phone = answeredBy(customer, "201");
        pbx().blind(phone, customer, "202");
        PretendChannel second = answeredBy(customer, "202");
        pbx().blind(second, customer, "203");
        PretendChannel third = answeredBy(customer, "203");
        over(third, customer);
        registered("201", line(ANSWERED, customer, "201"));
        registered("202", line(TRANSFER, customer, "202"));
        registered("203", line(TRANSFER, customer, "203"), line(ENDED, customer, "203"));
    }

    @Test
    void aBlindTransferThatNobodyTakesComesBack() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel phone = answeredBy(customer, "201");
        pbx().blind(phone, customer, "202");
        PretendChannel other = pbx().ring(customer, "202");
        office.pass(TALK);
        pbx().giveUp(customer, other, "NOANSWER", 16);
        PretendChannel back = answeredBy(customer, "201");
        over(back, customer);
        registered("201", line(ANSWERED, customer, "201"), line(ENDED, customer, "201"));
        registered("202");
    }

    @Test
    void transferredAfterAConsultation() {
        for (TransferRole role : List.of(TransferRole.GIVER, TransferRole.TAKER)) {
            office = new Office(role);
            PretendChannel customer = pbx().incoming(CUSTOMER, DID);
            PretendChannel first = answeredBy(customer, "201");
            pbx().hold(first, true);
            PretendChannel second = pbx().dials("201", "202");
            PretendChannel target = answeredBy(second, "202");
            pbx().attended(first, second, customer, target);
            office.pass(TALK);
            over(target, customer);
            boolean giver = role == TransferRole.GIVER;
            if (giver) {
                registered("201", line(ANSWERED, customer, "201"), line(TRANSFER, customer, "202"),
                        line(ENDED, customer, "202"));
                registered("202");
            } else {
                registered("201", line(ANSWERED, customer, "201"));
                registered("202", line(TRANSFER, customer, "202"), line(ENDED, customer, "202"));
            }
        }
    }

    @Test
    void transferredWhileTheColleaguesPhoneStillRings() {
        for (TransferRole role : List.of(TransferRole.GIVER, TransferRole.TAKER)) {
            office = new Office(role);
            PretendChannel customer = pbx().incoming(CUSTOMER, DID);
            PretendChannel first = answeredBy(customer, "201");
            PretendChannel second = pbx().dials("201", "202");
            PretendChannel target = pbx().ring(second, "202");
            office.pass(TALK);
            pbx().attended(first, second, customer, target);
            office.pass(TALK);
            pbx().answer(customer, target, List.of());
            office.pass(TALK);
            over(target, customer);
            if (role == TransferRole.GIVER) {
                registered("201", line(ANSWERED, customer, "201"), line(TRANSFER, customer, "202"),
                        line(ENDED, customer, "202"));
                registered("202");
            } else {
                registered("201", line(ANSWERED, customer, "201"));
                registered("202", line(TRANSFER, customer, "202"), line(ENDED, customer, "202"));
            }
        }
    }

    @Test
    void pickedUpByAColleague() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel rung = pbx().ring(customer, "201");
        PretendChannel picker = pbx().dials("203", "*8");
        pbx().pickUp(picker, customer, rung);
        office.pass(TALK);
        over(picker, customer);
        assertEquals(List.of("RINGING +31612345678", "ENDED +31612345678 ANSWERED_ELSEWHERE"), office.eventsOf("201"));
        registered("203", line(ANSWERED, customer, "203"), line(ENDED, customer, "203"));
    }

    @Test
    void parkedAndFetchedByAnother() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel phone = answeredBy(customer, "201");
        pbx().park(phone, customer, "701");
        office.pass(TALK);
        PretendChannel fetcher = pbx().dials("203", "701");
        pbx().fetch(fetcher, customer, "701");
        office.pass(TALK);
        over(fetcher, customer);
        registered("201", line(ANSWERED, customer, "201"), line(TRANSFER, customer, "203"),
                line(ENDED, customer, "203"));
        registered("203");
    }

    @Test
    void parkedAndFetchedAgain() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel phone = answeredBy(customer, "201");
        pbx().park(phone, customer, "701");
        office.pass(TALK);
        PretendChannel fetcher = pbx().dials("201", "701");
        pbx().fetch(fetcher, customer, "701");
        office.pass(TALK);
        over(fetcher, customer);
        registered("201", line(ANSWERED, customer, "201"), line(ENDED, customer, "201"));
    }

    @Test
    void theCustomerWhoGivesUpInTheParkIsGone() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel phone = answeredBy(customer, "201");
        pbx().park(phone, customer, "701");
        office.pass(TALK);
        over(customer);
        registered("201", line(ANSWERED, customer, "201"), line(ENDED, customer, "201"));
    }

    @Test
    void aColleagueIsTakenInAndTheAgentLeavesThemTogether() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel first = answeredBy(customer, "201");
        PretendChannel second = pbx().dials("201", "202");
        PretendChannel colleague = answeredBy(second, "202");
        pbx().bridge(customer, first, colleague);
        pbx().hangUp(second, 16);
        office.pass(TALK);
        over(first);
        over(colleague, customer);
        registered("201", line(ANSWERED, customer, "201"), line(TRANSFER, customer, "202"),
                line(ENDED, customer, "202"));
        registered("202");
    }

    @Test
    void theAgentIsDoneWhileTheCustomerAnswersASurvey() {
        PretendChannel customer = pbx().incoming(CUSTOMER, DID);
        PretendChannel phone = answeredBy(customer, "201");
        pbx().hangUp(phone, 16);
        office.pass(Duration.ofSeconds(3));
        registered("201", line(ANSWERED, customer, "201"), line(ENDED, customer, "201"));
    }
}
