package io.deskbell;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallListener;
import io.deskbell.call.Dialable;
import io.deskbell.call.Party;
import io.deskbell.call.Reason;
import io.deskbell.call.Registration;
import io.deskbell.config.Config;
import io.deskbell.desktop.DoNotDisturb;
import io.deskbell.desktop.FullScreen;
import io.deskbell.desktop.Machine;
import io.deskbell.dial.Switchboard;
import io.deskbell.outbox.CallLog;
import io.deskbell.outbox.Counts;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.outbox.Delivery;
import io.deskbell.outbox.LoggedCall;
import io.deskbell.source.Dialer;
import io.deskbell.source.SourceStatus;
import io.deskbell.ui.AboutUi;
import io.deskbell.ui.Choice;
import io.deskbell.ui.Desk;
import io.deskbell.ui.DeskUi;
import io.deskbell.ui.DiagnosisUi;
import io.deskbell.ui.Habits;
import io.deskbell.ui.SettingsUi;
import io.deskbell.ui.tray.Inhibition;
import io.deskbell.ui.tray.PauseSwitch;
import io.deskbell.ui.tray.TrayAction;
import io.deskbell.ui.tray.TrayCalls;
import io.deskbell.ui.tray.TrayFacts;
import io.deskbell.ui.tray.TrayModel;
import io.deskbell.ui.tray.TrayPresence;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the agent sees of the companion: tray, window, toast and settings, tied to it. Made before the companion, which
 * it listens to; told of it with {@link #open}; closed after it.
 */
final class AgentDesk implements CallListener {
    private static final int LATEST = 50;
    private static final Locale LOCALE = Locale.getDefault(Locale.Category.DISPLAY);

    private volatile Config config;
    private volatile TrayModel model;
    private final Machine machine;
    private final SettingsUi settings;
    private final DiagnosisUi diagnosis;
    private final AboutUi about;
    private final Supplier<Switchboard> switchboard;
    private final Runnable quit;
    private final Customers customers = new Customers();
    private final PauseSwitch pause = new PauseSwitch();
    private final FullScreen fullScreen;
    private final List<DoNotDisturb> quiet;
    private Companion companion;
    private DeskUi windows;
    private TrayCalls calls;
    private TrayPresence tray;

    /**
     * @param diagnosis made with what tells how it stands with the deliveries and the phones
     * @param quit ends the program; called on any thread
     */
    AgentDesk(Config config, Machine machine, SettingsUi settings, Supplier<Switchboard> switchboard,
              Function<Supplier<Optional<Standing>>, Diagnosis> diagnosis, AboutUi about, Runnable quit) {
        this.switchboard = switchboard;
        this.config = config;
        this.machine = machine;
        this.fullScreen = FullScreen.of(machine);
        this.quiet = List.of(DoNotDisturb.of(machine), Inhibition.of(machine));
        this.settings = settings;
        this.diagnosis = new DiagnosisUi(new DeskCheckUp(diagnosis.apply(this::standing), LOCALE), LOCALE);
        this.about = about;
        this.quit = quit;
    }

    PauseSwitch pause() {
        return pause;
    }

    /**
     * Before the companion starts: it tells of calls from then on.
     *
     * @param told what the agent has been told before
     */
    void open(Companion watching, ToldOnce told) throws IOException {
        companion = watching;
        windows = new DeskUi(new Answers(), habits(config), settings::show);
        List<Call> latest = companion.log().newest(LATEST).stream().map(LoggedCall::call).toList();
        calls = new TrayCalls(latest, () -> tray.changed());
        model = model(config);
        tray = TrayPresence.start(machine, () -> model.view(facts()), Clock.systemDefaultZone(), this::chosen,
                () -> windows.showWithoutTray(told.isNew("no-tray")));
        windows.prepare();
    }

    /** The settings are others from now on. */
    void change(Config next) {
        config = next;
        model = model(next);
        windows.change(habits(next));
        changed();
    }

    /** It stands otherwise with a phone, with Agent Inbox, or with what waits. */
    void changed() {
        windows.statusChanged();
        tray.changed();
    }

    /** Brings the window to the front. */
    void show() {
        windows.show();
    }

    /** The agent has just set it all up. */
    void greet() {
        windows.greet();
    }

    /** Asks the agent whether to call what a link says, or what is selected. */
    void ask(String written) {
        windows.ask(written);
    }

    @Override
    public void happened(CallEvent event) {
        calls.happened(event);
        windows.happened(event);
    }

    void delivered(Registration registration, Delivery delivery) {
        changed();
    }

    void close() {
        tray.close();
        diagnosis.close();
        windows.close();
    }

    private Optional<Standing> standing() {
        return Optional.ofNullable(companion).map(Companion::standing);
    }

    private Optional<Dialable> toDial(String written) {
        return switchboard.get().read(written) instanceof Switchboard.Number read ? Optional.of(read.number())
                : Optional.empty();
    }

    private static Habits habits(Config config) {
        return Habits.of(config.ui(), config.agent().country());
    }

    private static TrayModel model(Config config) {
        return new TrayModel(LOCALE, Locale.getDefault(Locale.Category.FORMAT), config.agent().country(),
                Clock.systemDefaultZone());
    }

    private TrayFacts facts() {
        List<TrayFacts.Phone> phones = companion.phones().entrySet().stream()
                .map(phone -> new TrayFacts.Phone(companion.whereabouts(phone.getKey()).in(LOCALE), phone.getValue()))
                .toList();
        return new TrayFacts(config.agent().extension(), phones, companion.courierStatus(), companion.counts(),
                calls.current(), calls.latest(), pause.now(), switchboard.get().canDial());
    }

    /** What the agent chose in the tray. */
    void chosen(TrayAction action) {
        switch (action) {
            case TrayAction.Open open -> windows.show();
            case TrayAction.ShowCall call -> windows.show(call.callId());
            case TrayAction.Pause chosen -> pause.pause(chosen.what());
            case TrayAction.Resume resume -> pause.resume();
            case TrayAction.Redial redial -> toDial(redial.number().e164()).ifPresent(windows::dial);
            case TrayAction.Settings opened -> settings.show();
            case TrayAction.Diagnosis opened -> diagnosis.show();
            case TrayAction.About opened -> about.show();
            case TrayAction.Quit leave -> quit.run();
        }
        changed();
    }

    /** What the windows ask. */
    private final class Answers implements Desk {
        @Override
        public CallLog log() {
            return companion.log();
        }

        @Override
        public Counts counts() {
            return companion.counts();
        }

        @Override
        public CourierStatus courier() {
            return companion.courierStatus();
        }

        @Override
        public Map<String, SourceStatus> phones() {
            return companion.phones();
        }

        @Override
        public void openConversation(Call call) {
            companion.openConversation(call);
        }

        /** A withheld number may have a stand-in, under which there is one. */
        @Override
        public boolean hasConversation(Call call) {
            boolean withheld = call.party() instanceof Party.Withheld;
            return Desk.super.hasConversation(call) || withheld && config.inbox().withheldNumber().isPresent();
        }

        @Override
        public int sendAgain(String callId) throws IOException {
            int again = companion.sendAgain(callId);
            tray.changed();
            return again;
        }

        @Override
        public Optional<Runnable> diagnosis() {
            return Optional.of(diagnosis::show);
        }

        @Override
        public Optional<Runnable> quit() {
            return Optional.of(quit);
        }

        @Override
        public Optional<Runnable> about() {
            return Optional.of(about::show);
        }

        @Override
        public boolean canDial() {
            return switchboard.get().canDial();
        }

        @Override
        public Optional<Dialable> toDial(String written) {
            return AgentDesk.this.toDial(written);
        }

        @Override
        public Dialer.Outcome dial(Dialable number, Runnable pickUp) throws InterruptedException {
            return switchboard.get().dial(number, pickUp);
        }

        @Override
        public boolean canShowCustomers() {
            return config.customers().show().isPresent();
        }

        @Override
        public Optional<Reason> showCustomer(Call call) {
            Optional<Reason> why = customers.show(config.customers(), call);
            if (why.isEmpty()) companion.openConversation(call); // Agent Inbox shows it in its open window.
            return why;
        }

        @Override
        public Optional<String> pause() {
            return model.pause(pause.now());
        }

        @Override
        public List<Choice> choices() {
            return new WindowMenu(AgentDesk.this::chosen).of(model.doings(facts()));
        }

        @Override
        public boolean isQuiet() {
            return isToBeStill() || fullScreen.isInFront();
        }

        /** A browser may fill the screen all day: who works in it sees no toast, and hears all the more. */
        @Override
        public boolean isToBeStill() {
            return pause.stopsPops() || quiet.stream().anyMatch(DoNotDisturb::isOn);
        }
    }
}
