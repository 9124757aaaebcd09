package io.deskbell.ui.tray;

import io.deskbell.call.Call;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.SourceStatus;
import io.deskbell.ui.tray.MenuItem.Checked;
import io.deskbell.ui.tray.MenuItem.Entry;
import io.deskbell.ui.tray.MenuItem.Separator;
import io.deskbell.ui.tray.MenuItem.Submenu;
import io.deskbell.ui.tray.MenuItem.Words;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns how things stand into what the tray shows. Same facts, same view; any thread. */
public final class TrayModel {
    private static final int LAST_CALLERS = 5;

    private final TrayWords words;
    private final StatusWords status;
    private final Callers callers;

    /**
     * @param locale the language
     * @param formats how dates and times are written
     * @param country of the agent, two letters: its numbers are shown the national way
     */
    public TrayModel(Locale locale, Locale formats, String country, Clock clock) {
        words = new TrayWords(locale);
        status = new StatusWords(words);
        callers = new Callers(words, formats, country, clock);
    }

    public TrayView view(TrayFacts facts) {
        List<String> sentences = status.sentences(facts);
        return new TrayView(state(facts), String.join(" · ", sentences), menu(facts, sentences));
    }

    /** What can be done about calls and pauses, also where there is no tray. */
    public List<MenuItem> doings(TrayFacts facts) {
        List<MenuItem> doings = new ArrayList<>(pauses(facts.paused()));
        doings.add(new Submenu(words.of("menu.callers"), lastCallers(facts.latest())));
        redial(facts).ifPresent(doings::add);
        return doings;
    }

    /** What is paused, in words; empty when nothing is. */
    public Optional<String> pause(Paused now) {
        return status.pause(now);
    }

    /** What somebody has to do something about comes first. */
    private static TrayState state(TrayFacts facts) {
        if (facts.phones().stream().anyMatch(phone -> phone.status() instanceof SourceStatus.Lost)) {
            return TrayState.PHONE_LOST;
        }
        boolean delivering = facts.courier() instanceof CourierStatus.Delivering;
        if (!delivering || facts.counts().diskTrouble().isPresent()) return TrayState.TROUBLE;
        if (facts.paused() != Paused.NOTHING) return TrayState.PAUSED;
        if (facts.conversations() > 0) return TrayState.IN_CALL;
        boolean connecting = facts.phones().stream()
                .anyMatch(phone -> phone.status() instanceof SourceStatus.Connecting);
        return connecting ? TrayState.CONNECTING : TrayState.WATCHING;
    }

    private List<MenuItem> menu(TrayFacts facts, List<String> sentences) {
        List<MenuItem> menu = new ArrayList<>();
        // Some desktops show no tooltip, and those who cannot see the icon can read this.
        sentences.forEach(sentence -> menu.add(new Words(sentence)));
        menu.add(new Separator());
        menu.add(new Entry(words.of("menu.open"), new TrayAction.Open()));
        menu.addAll(pauses(facts.paused()));
        menu.add(new Separator());
        menu.add(new Submenu(words.of("menu.callers"), lastCallers(facts.latest())));
        redial(facts).ifPresent(menu::add);
        menu.add(new Separator());
        menu.add(new Entry(words.of("menu.settings"), new TrayAction.Settings()));
        menu.add(new Entry(words.of("menu.diagnosis"), new TrayAction.Diagnosis()));
        menu.add(new Entry(words.of("menu.about"), new TrayAction.About()));
        menu.add(new Entry(words.of("menu.quit"), new TrayAction.Quit()));
        return menu;
    }

    /** Choosing what is checked takes one step back. */
    private List<MenuItem> pauses(Paused now) {
        boolean pops = now != Paused.NOTHING;
        boolean registration = now == Paused.REGISTRATION;
        List<MenuItem> items = new ArrayList<>();
        items.add(new Checked(words.of("menu.pause.pops"), pops,
                pops ? new TrayAction.Resume() : new TrayAction.Pause(Paused.POPS)));
        items.add(new Checked(words.of("menu.pause.registration"), registration,
                new TrayAction.Pause(registration ? Paused.POPS : Paused.REGISTRATION)));
        if (pops) items.add(new Entry(words.of("menu.resume"), new TrayAction.Resume()));
        return items;
    }

    private List<MenuItem> lastCallers(List<Call> latest) {
        List<Call> shown = new ArrayList<>();
        for (Call call : latest) {
            if (shown.size() == LAST_CALLERS) break;
            boolean again = isSomebody(call.party())
                    && shown.stream().anyMatch(other -> other.party().sameNumberAs(call.party()));
            if (!call.isOutbound() && !again) shown.add(call);
        }
        if (shown.isEmpty()) return List.of(new Words(words.of("menu.callers.none")));
        return shown.stream()
                .<MenuItem>map(call -> new Entry(callers.line(call), new TrayAction.ShowCall(call.id()))).toList();
    }

    private static boolean isSomebody(Party party) {
        return party instanceof Party.Outside || party instanceof Party.Colleague;
    }

    private Optional<MenuItem> redial(TrayFacts facts) {
        if (!facts.canDial()) return Optional.empty();
        Optional<PhoneNumber> number = facts.latest().stream().filter(Call::isOutbound)
                .flatMap(call -> call.party().outsideNumber().stream()).findFirst();
        return number.map(dialled -> new Entry(words.of("menu.redial", callers.number(dialled)),
                new TrayAction.Redial(dialled)));
    }
}
