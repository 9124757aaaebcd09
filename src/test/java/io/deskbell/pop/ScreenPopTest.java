package io.deskbell.pop;

import static io.deskbell.pop.DeskPhone.ANNA;
import static io.deskbell.pop.DeskPhone.COLLEAGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.config.PopSettings;
import io.deskbell.config.PopSettings.When;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScreenPopTest {
    private final StandingTime time = new StandingTime();
    private final List<String> shown = new ArrayList<>();
    private final List<CallEvent> events = new ArrayList<>();

    @Test
    void anAnsweredCallPopsOnceAtTheAnswer() {
        DeskPhone phone = phoneWith(pop(When.ANSWERED, "https://x/{id}"));
        phone.rings("a", ANNA);
        assertShown();
        pass(2);
        phone.answers("a", ANNA);
        phone.answers("a", ANNA);
        phone.report(phone.say("a", CallState.HELD, ANNA));
        phone.answers("a", ANNA);
        phone.ends("a");
        assertShown("https://x/a");
    }

    @Test
    void aCallThatComesBackFromAColleagueOrAQueuePopsAgain() {
        DeskPhone phone = phoneWith(pop(When.ANSWERED, "https://x/{id}"));
        CallReport talking = CallReport.of(CallKey.shared("a"), CallState.CONNECTED, time.instant()).with(ANNA);
        for (CallState last : List.of(CallState.CONNECTED, CallState.ENDED, CallState.ENDED)) {
            phone.comesBack(talking.key(), ANNA);
            phone.report(last == CallState.ENDED ? talking.in(last) : talking.givenTo(new Extension("202"), true));
            pass(20);
        }
        assertShown("https://x/a", "https://x/a", "https://x/a");
    }

    @Test
    void aCallAnsweredInAnEarlierRunDoesNotPopAgain() {
        ScreenPop earlier = pop(When.ANSWERED, "https://x/{phone_digits}");
        DeskPhone phone = phoneWith(earlier);
        phone.answers("a", ANNA);
        assertShown("https://x/31612345678");
        ScreenPop later = pop(When.ANSWERED, "https://x/again");
        later.resume(List.of(events.getLast().call()));
        later.happened(events.getLast());
        assertShown("https://x/31612345678");
    }

    @Test
    void anOutboundCallPopsWhenItIsAnswered() {
        DeskPhone phone = phoneWith(pop(When.ANSWERED, "https://x/{direction}/{phone_digits}"));
        phone.dials("a", ANNA);
        assertShown();
        phone.answers("a", ANNA);
        assertShown("https://x/outbound/31612345678");
    }

    @Test
    void aRingingCallPopsAtTheRingAndNotAgainAtTheAnswer() {
        DeskPhone phone = phoneWith(pop(When.RINGING, "https://x/{id}"));
        phone.rings("a", ANNA);
        assertShown("https://x/a");
        phone.answers("a", ANNA);
        assertShown("https://x/a");
    }

    @Test
    void aCallThatNeverRangPopsAtTheAnswerWhenRingingIsWished() {
        DeskPhone phone = phoneWith(pop(When.RINGING, "https://x/{id}"));
        phone.answers("a", ANNA);
        assertShown("https://x/a");
    }

    @Test
    void aRingWithoutACallerPopsOnceTheCallerIsKnown() {
        DeskPhone phone = phoneWith(pop(When.RINGING, "https://x/{id}"));
        phone.rings("a", Party.Unknown.NOBODY);
        pass(1);
        phone.isSilent();
        assertShown();
        phone.rings("a", ANNA);
        assertShown("https://x/a");
    }

    @Test
    void aCallerWhoBecomesKnownAtTheAnswerPopsThen() {
        DeskPhone phone = phoneWith(pop(When.RINGING, "https://x/{id}"));
        phone.rings("a", Party.Unknown.NOBODY);
        pass(1);
        phone.answers("a", ANNA);
        assertShown("https://x/a");
    }

    @Test
    void aCallerWhoBecomesKnownAfterTheAnswerPopsThen() {
        DeskPhone phone = phoneWith(pop(When.ANSWERED, "https://x/{id}"));
        phone.answers("a", Party.Unknown.NOBODY);
        assertShown();
        phone.answers("a", ANNA);
        assertShown("https://x/a");
    }

    @Test
    void aCallHandedOverByAColleaguePops() {
        DeskPhone phone = phoneWith(pop(When.ANSWERED, "https://x/{id}"));
        phone.report(phone.say("a", CallState.CONNECTED, ANNA).handedOverBy(new Extension("202")));
        assertShown("https://x/a");
    }

    @Test
    void aConsultationThatTurnsIntoACustomerPops() {
        DeskPhone phone = phoneWith(pop(When.ANSWERED, "https://x/{id}"));
        phone.answers("a", COLLEAGUE);
        pass(20);
        phone.answers("a", ANNA);
        assertShown("https://x/a");
    }

    @Test
    void colleaguesWithheldCallersAndUnknownOnesNeverPop() {
        DeskPhone phone = phoneWith(pop(When.RINGING, "https://x/{id}"));
        phone.rings("a", COLLEAGUE);
        phone.answers("a", COLLEAGUE);
        phone.rings("b", new Party.Withheld());
        phone.answers("b", new Party.Withheld());
        phone.answers("c", new Party.Unknown("Reception"));
        assertShown();
    }

    @Test
    void aCallThatIsOverNeverPops() {
        DeskPhone phone = phoneWith(pop(When.RINGING, "https://x/{id}"));
        phone.report(phone.say("a", CallState.ENDED, ANNA));
        assertShown();
    }

    @Test
    void anEventFromAnOutageIsTooOldToPop() {
        ScreenPop pop = pop(When.ANSWERED, "https://x/{id}");
        DeskPhone phone = new DeskPhone(time, events::add);
        phone.answers("old", ANNA);
        pass(31);
        events.forEach(pop::happened);
        events.clear();
        phone.answers("fresh", ANNA);
        pass(30);
        events.forEach(pop::happened);
        assertShown("https://x/fresh");
    }

    @Test
    void clickAndNeverPopNothingByThemselves() {
        for (When when : List.of(When.CLICK, When.NEVER)) {
            DeskPhone phone = phoneWith(pop(when, "https://x/{id}"));
            phone.rings("a", ANNA);
            phone.answers("a", ANNA);
        }
        assertShown();
    }

    @Test
    void aClickOpensAsOftenAsItIsMade() {
        ScreenPop pop = pop(When.CLICK, "https://x/{id}");
        Call call = answered(phoneWith(pop), "a");
        for (int click = 0; click < 7; click++) pop.open(call);
        assertShown("https://x/a", "https://x/a", "https://x/a", "https://x/a", "https://x/a", "https://x/a",
                "https://x/a");
    }

    @Test
    void withTheConversationInTheAddressThePopWaitsForItsName() {
        ScreenPop pop = pop(When.ANSWERED, "https://x/c/{conversation}");
        phoneWith(pop).answers("a", ANNA);
        pass(1);
        assertShown();
        pop.conversationKnown("a", Optional.of("C 7"));
        pass(10);
        assertShown("https://x/c/C%207");
    }

    @Test
    void aNameThatComesBeforeThePopIsConsideredIsNotLost() {
        ScreenPop pop = pop(When.ANSWERED, "https://x/c/{conversation}");
        pop.conversationKnown("a", Optional.of("C7"));
        phoneWith(pop).answers("a", ANNA);
        assertShown("https://x/c/C7");
    }

    @Test
    void withoutANameInTimeTheFrontPageIsOpenedAndALateNameChangesNothing() {
        ScreenPop pop = pop(When.ANSWERED, "https://x:8443/c/{conversation}?p={phone}");
        phoneWith(pop).answers("a", ANNA);
        time.pass(Duration.ofMillis(2_999));
        assertEquals(List.of(), shown);
        time.pass(Duration.ofMillis(1));
        assertShown("https://x:8443/");
        pop.conversationKnown("a", Optional.of("C7"));
        assertShown("https://x:8443/");
    }

    @Test
    void acceptedWithoutANameTheFrontPageIsOpenedAtOnce() {
        ScreenPop pop = pop(When.ANSWERED, "https://x/c/{conversation}");
        phoneWith(pop).answers("a", ANNA);
        pop.conversationKnown("a", Optional.empty());
        assertShown("https://x/");
    }

    @Test
    void aCallThatEndsWhileItsNameIsAwaitedDoesNotPop() {
        ScreenPop pop = pop(When.ANSWERED, "https://x/c/{conversation}");
        DeskPhone phone = phoneWith(pop);
        phone.answers("a", ANNA);
        pass(1);
        phone.ends("a");
        pop.conversationKnown("a", Optional.of("C7"));
        pass(10);
        assertShown();
    }

    @Test
    void aRingIsTooEarlyForAnAddressWithTheConversation() {
        ScreenPop pop = pop(When.RINGING, "https://x/c/{conversation}");
        DeskPhone phone = phoneWith(pop);
        phone.rings("a", ANNA);
        pass(10);
        assertShown();
        phone.answers("a", ANNA);
        pop.conversationKnown("a", Optional.of("C7"));
        assertShown("https://x/c/C7");
    }

    @Test
    void aClickUsesTheNameThatIsKnown() {
        ScreenPop pop = pop(When.CLICK, "https://x/c/{conversation}");
        Call call = answered(phoneWith(pop), "a");
        pop.open(call);
        pop.conversationKnown("a", Optional.of("C7"));
        pop.open(call);
        assertShown("https://x/", "https://x/c/C7");
    }

    @Test
    void aStormOpensFiveTabsInTenSecondsAndNoMore() {
        DeskPhone phone = phoneWith(pop(When.ANSWERED, "https://x/{id}"));
        for (int i = 0; i < 20; i++) phone.answers("storm" + i, caller(i));
        assertShown("https://x/storm0", "https://x/storm1", "https://x/storm2", "https://x/storm3",
                "https://x/storm4");
        shown.clear();
        pass(10);
        phone.answers("after", ANNA);
        assertShown("https://x/after");
    }

    @Test
    void onlyAnAddressOfTheCallItselfHasToBeOpened() {
        List<String> asked = new ArrayList<>();
        Browser browser = new Browser() {
            @Override
            public void show(URI address) {
                asked.add("this " + address);
            }

            @Override
            public void showInbox(URI frontPage) {
                asked.add("inbox " + frontPage);
            }
        };
        for (String url : List.of("https://x/", "https://x/{extension}", "https://x/{phone_digits}",
                "https://x/{conversation}")) {
            PopSettings settings = new PopSettings(When.ANSWERED, PopSettings.Mode.FOCUS, url, List.of("Agent Inbox"));
            phoneWith(new ScreenPop(settings, Optional.empty(), browser, time, time)).answers("a", ANNA);
            pass(10);
        }
        assertEquals(List.of("inbox https://x/", "inbox https://x/201", "this https://x/31612345678",
                "inbox https://x/"), asked); // The last call's conversation was never named.
    }

    @Test
    void aBrowserThatFailsIsNobodysTrouble() {
        PopSettings settings = new PopSettings(When.ANSWERED, PopSettings.Mode.FOCUS, "https://x/{id}",
                List.of("Agent Inbox"));
        List<URI> asked = new ArrayList<>();
        ScreenPop pop = new ScreenPop(settings, Optional.empty(), address -> {
            asked.add(address);
            throw new IllegalStateException("no browser");
        }, time, time);
        DeskPhone phone = phoneWith(pop);
        phone.answers("a", ANNA);
        phone.answers("b", caller(1));
        pass(0);
        assertEquals(List.of(URI.create("https://x/a"), URI.create("https://x/b")), asked);
    }

    @Test
    void nothingIsDecidedOnTheThreadThatTells() {
        ScreenPop pop = pop(When.ANSWERED, "https://x/{id}");
        phoneWith(pop).answers("a", ANNA);
        assertEquals(List.of(), shown); // The errands' thread has not had its turn.
        assertShown("https://x/a");
    }

    private ScreenPop pop(When when, String url) {
        PopSettings settings = new PopSettings(when, PopSettings.Mode.OPEN, url, List.of("Agent Inbox"));
        return new ScreenPop(settings, Optional.empty(), address -> shown.add(address.toString()), time, time);
    }

    private DeskPhone phoneWith(ScreenPop pop) {
        return new DeskPhone(time, event -> {
            events.add(event);
            pop.happened(event);
        });
    }

    private Call answered(DeskPhone phone, String id) {
        phone.answers(id, ANNA);
        return events.getLast().call();
    }

    private static Party caller(int i) {
        return new Party.Outside(new PhoneNumber("+3161234560" + i % 10), "");
    }

    private void pass(int seconds) {
        time.pass(Duration.ofSeconds(seconds));
    }

    private void assertShown(String... addresses) {
        pass(0);
        assertEquals(List.of(addresses), shown);
    }
}
