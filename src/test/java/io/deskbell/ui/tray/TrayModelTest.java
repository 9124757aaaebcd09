package io.deskbell.ui.tray;

import static io.deskbell.ui.tray.Samples.ALL_WELL;
import static io.deskbell.ui.tray.Samples.NOW;
import static io.deskbell.ui.tray.Samples.WATCHING;
import static io.deskbell.ui.tray.Samples.after;
import static io.deskbell.ui.tray.Samples.outside;
import static io.deskbell.ui.tray.Samples.with;
import static io.deskbell.ui.tray.Samples.withCalls;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.Call;
import io.deskbell.call.CallState;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Reason;
import io.deskbell.outbox.Counts;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.SourceStatus;
import io.deskbell.ui.tray.MenuItem.Checked;
import io.deskbell.ui.tray.MenuItem.Entry;
import io.deskbell.ui.tray.MenuItem.Separator;
import io.deskbell.ui.tray.MenuItem.Submenu;
import io.deskbell.ui.tray.MenuItem.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrayModelTest {
    private static final SourceStatus CONNECTING = new SourceStatus.Connecting();
    private static final SourceStatus LOST = new SourceStatus.Lost("no answer from pbx.example.com:5061", NOW);
    private static final CourierStatus UNAVAILABLE = new CourierStatus.Unavailable("no network", NOW);
    private static final CourierStatus WRONG_KEY = new CourierStatus.Unauthorized("401", NOW);

    private final TrayModel model = Samples.model("en");

    @Test
    void whenAllIsWellItSaysWhatIsWatched() {
        TrayView view = model.view(ALL_WELL);
        assertEquals(TrayState.WATCHING, view.state());
        assertEquals("Watching 201 on pbx.example.com", view.words());
        assertEquals(List.of(
                new Words("Watching 201 on pbx.example.com"),
                new Separator(),
                new Entry("Open Deskbell", new TrayAction.Open()),
                new Checked("Pause pops and notifications", false, new TrayAction.Pause(Paused.POPS)),
                new Checked("Pause registration too", false, new TrayAction.Pause(Paused.REGISTRATION)),
                new Separator(),
                new Submenu("Last callers", List.of(new Words("Nobody called yet"))),
                new Separator(),
                new Entry("Settings…", new TrayAction.Settings()),
                new Entry("Diagnosis…", new TrayAction.Diagnosis()),
                new Entry("About Deskbell…", new TrayAction.About()),
                new Entry("Quit", new TrayAction.Quit())), view.menu());
    }

    @Test
    void whatWaitsIsCounted() {
        assertEquals("Watching 201 on pbx.example.com · 3 events waiting", words(with(counts(3, 0))));
        assertEquals("Watching 201 on pbx.example.com · 1 event waiting", words(with(counts(1, 0))));
        assertEquals("Watching 201 on pbx.example.com · 2 events waiting · 1 event refused", words(with(counts(2, 1))));
        assertEquals("Watching 201 on pbx.example.com · 1,200 events waiting", words(with(counts(1200, 0))));
        assertEquals(TrayState.WATCHING, state(with(counts(2, 1))));
    }

    @Test
    void aCallIsACallOnceItIsAnswered() {
        Call ringing = Samples.going("1", CallState.RINGING);
        Call connected = Samples.going("2", CallState.CONNECTED);
        Call held = Samples.going("3", CallState.HELD);
        assertEquals(TrayState.WATCHING, state(withCalls(ringing)));
        assertEquals(TrayState.IN_CALL, state(withCalls(ringing, connected)));
        assertEquals("Watching 201 on pbx.example.com · In a call", words(withCalls(ringing, connected)));
        assertEquals("Watching 201 on pbx.example.com · 2 calls", words(withCalls(connected, held)));
    }

    @Test
    void aLostPhoneIsSaidInWords() {
        assertEquals(TrayState.PHONE_LOST, state(with(LOST)));
        assertEquals("No line to pbx.example.com: calls of 201 are not seen", words(with(LOST)));
        assertEquals(TrayState.CONNECTING, state(with(CONNECTING)));
        assertEquals("Connecting 201 to pbx.example.com", words(with(CONNECTING)));
    }

    @Test
    void oneLostPhoneOfTwoIsALostPhone() {
        assertEquals(TrayState.PHONE_LOST, state(with(WATCHING, LOST)));
        assertEquals("Watching 201 on pbx.example.com · No line to pbx.example.com: calls of 201 are not seen",
                words(with(WATCHING, LOST)));
        assertEquals("Watching 201 on pbx.example.com, pbx.example.com", words(with(WATCHING, WATCHING)));
    }

    @Test
    void troubleWithAgentInboxOrTheDiskIsSaidInWords() {
        assertEquals(TrayState.TROUBLE, state(with(UNAVAILABLE)));
        assertEquals("Watching 201 on pbx.example.com · Agent Inbox cannot be reached", words(with(UNAVAILABLE)));
        assertEquals(TrayState.TROUBLE, state(with(WRONG_KEY)));
        assertEquals("Watching 201 on pbx.example.com · Agent Inbox refuses the key", words(with(WRONG_KEY)));
        Counts diskFull = new Counts(0, 0, 2, Optional.of(Reason.words("no space left")));
        assertEquals(TrayState.TROUBLE, state(with(diskFull)));
        assertEquals("Watching 201 on pbx.example.com · Events cannot be written to the disk", words(with(diskFull)));
    }

    @Test
    void whatSomebodyHasToDoSomethingAboutComesFirst() {
        Call call = Samples.going("1", CallState.CONNECTED);
        List<TrayFacts.Phone> lost = with(LOST).phones();
        List<TrayFacts.Phone> fine = ALL_WELL.phones();
        assertEquals(List.of(TrayState.PHONE_LOST, TrayState.TROUBLE, TrayState.PAUSED, TrayState.IN_CALL), List.of(
                state(Samples.facts(lost, WRONG_KEY, counts(1, 0), List.of(call), List.of(), Paused.POPS)),
                state(Samples.facts(fine, WRONG_KEY, counts(1, 0), List.of(call), List.of(), Paused.POPS)),
                state(Samples.facts(fine, ALL_WELL.courier(), counts(1, 0), List.of(call), List.of(), Paused.POPS)),
                state(Samples.facts(fine, ALL_WELL.courier(), counts(1, 0), List.of(call), List.of(),
                        Paused.NOTHING))));
    }

    @Test
    void aPauseOfPopsCanBeEndedOrMadeDeeper() {
        TrayView view = model.view(with(Paused.POPS));
        assertEquals(TrayState.PAUSED, view.state());
        assertEquals("Watching 201 on pbx.example.com · Pops and notifications paused", view.words());
        assertEquals(List.of(
                new Checked("Pause pops and notifications", true, new TrayAction.Resume()),
                new Checked("Pause registration too", false, new TrayAction.Pause(Paused.REGISTRATION)),
                new Entry("Resume", new TrayAction.Resume())), view.menu().subList(4, 7));
    }

    @Test
    void aPauseOfRegistrationSaysWhatBecomesOfTheCalls() {
        TrayView view = model.view(with(Paused.REGISTRATION));
        assertEquals(TrayState.PAUSED, view.state());
        assertEquals("Watching 201 on pbx.example.com · Registration paused: calls are listed here only",
                view.words());
        assertEquals(List.of(
                new Checked("Pause pops and notifications", true, new TrayAction.Resume()),
                new Checked("Pause registration too", true, new TrayAction.Pause(Paused.POPS)),
                new Entry("Resume", new TrayAction.Resume())), view.menu().subList(4, 7));
    }

    @Test
    void theLastCallersAreListedEachOnceWithNumberAndTime() {
        TrayFacts facts = after(
                Samples.missed("7", outside("+31201234567", "Bakkerij Smit"), NOW),
                Samples.answered("6", outside("+31201234567", "Bakkerij Smit"), NOW.minusSeconds(60)),
                Samples.answered("5", outside("+4930123456", ""), NOW.minusSeconds(3600)),
                Samples.answered("4", new Party.Colleague(new Extension("202"), "Piet"), NOW.minusSeconds(3660)),
                Samples.missed("3", new Party.Withheld(), NOW.minusSeconds(3720)),
                Samples.missed("2", new Party.Withheld(), NOW.minus(Duration.ofDays(1))),
                Samples.answered("1", new Party.Unknown(""), NOW.minus(Duration.ofDays(2))));
        assertEquals(List.of(
                new Entry("Bakkerij Smit, 020 123 4567 · 14:05 · missed", new TrayAction.ShowCall("7")),
                new Entry("+49 30 123456 · 13:05", new TrayAction.ShowCall("5")),
                new Entry("Piet, 202 · 13:04", new TrayAction.ShowCall("4")),
                new Entry("Number withheld · 13:03 · missed", new TrayAction.ShowCall("3")),
                new Entry("Number withheld · 01/03/2026, 14:05 · missed", new TrayAction.ShowCall("2"))),
                callers(Samples.model("en-GB").view(facts)));
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        String faces = "\ud83d\ude00".repeat(100);
        List<MenuItem> callers = callers(Samples.model("en-GB").view(after(
                Samples.answered("1", outside("+31201234567", faces), NOW))));
        assertEquals(List.of(new Entry("\ud83d\ude00".repeat(39) + "…, 020 123 4567 · 14:05",
                new TrayAction.ShowCall("1"))), callers);
    }

    @Test
    void theNumberDialledLastCanBeDialledAgain() {
        TrayFacts facts = after(
                Samples.answered("3", outside("+31201111111", ""), NOW),
                Samples.dialled("2", new Party.Colleague(new Extension("202"), ""), NOW),
                Samples.dialled("1", outside("+31612345678", ""), NOW));
        assertEquals(List.of(new Entry("Redial 06 12345678", new TrayAction.Redial(new PhoneNumber("+31612345678")))),
                redials(model.view(facts)));
    }

    @Test
    void whereNothingCanBeDialledNothingIsOffered() {
        TrayFacts facts = after(Samples.dialled("1", outside("+31612345678", ""), NOW));
        TrayFacts deaf = new TrayFacts("201", facts.phones(), facts.courier(), facts.counts(), facts.current(),
                facts.latest(), facts.paused(), false);
        assertEquals(List.of(), redials(model.view(deaf)));
    }

    private TrayState state(TrayFacts facts) {
        return model.view(facts).state();
    }

    private String words(TrayFacts facts) {
        return model.view(facts).words();
    }

    private static Counts counts(int waiting, int setAside) {
        return new Counts(waiting, setAside, 0, Optional.empty());
    }

    private static List<MenuItem> callers(TrayView view) {
        List<MenuItem> found = new ArrayList<>();
        for (MenuItem item : view.menu()) {
            if (item instanceof Submenu submenu) found.addAll(submenu.items());
        }
        return found;
    }

    private static List<Entry> redials(TrayView view) {
        return view.menu().stream().filter(Entry.class::isInstance).map(Entry.class::cast)
                .filter(entry -> entry.action() instanceof TrayAction.Redial).toList();
    }
}
