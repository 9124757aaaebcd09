package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.desktop.Desktop;
import io.deskbell.desktop.EventLog;
import io.deskbell.desktop.GlobalShortcut;
import io.deskbell.desktop.LinkEvents;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.SingleInstance;
import io.deskbell.desktop.WindowFocus;
import io.deskbell.dial.Switchboard;
import io.deskbell.pop.Browser;
import io.deskbell.pop.FocusOrOpen;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Waiting;
import io.deskbell.source.intake.IntakeSource;
import io.deskbell.ui.AboutUi;
import io.deskbell.ui.DialWords;
import io.deskbell.ui.SettingsUi;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the program is for: watches until it is told to end, with a tray and windows where there is a screen. */
final class WatchCommand {
    private static final Logger LOG = LoggerFactory.getLogger(WatchCommand.class);
    private static final Locale LOCALE = Locale.getDefault(Locale.Category.DISPLAY);
    private static final DialWords DIAL_WORDS = new DialWords(LOCALE);

    private final ConfigFiles files;
    private final Path data;
    private final Path logs;
    private final SingleInstance.First first;
    private final Machine machine = Machine.here();
    private final Desktop desktop = new Desktop(machine);
    private final boolean windows;
    private final Optional<String> link;
    private final Clock clock = Clock.systemUTC();
    private final StartConfig start;
    private final DialShortcut shortcut = new DialShortcut(keys -> GlobalShortcut.take(machine, keys, this::ask));
    private AgentDesk desk;
    private volatile Switchboard switchboard;
    private volatile List<PhoneSource> heard = List.of();
    private volatile Optional<EventSocket> events = Optional.empty();
    private volatile Optional<Companion> watching = Optional.empty(); // None during the first run.
    private Optional<FirstRunDoor> asked = Optional.empty();

    WatchCommand(CommandLine line, Path data, SingleInstance.First first) {
        this.files = ConfigFiles.of(line);
        this.start = new StartConfig(files::load);
        this.data = data;
        this.logs = LogFile.folder(line);
        this.first = first;
        this.link = line.command().equals(CommandLine.LINK) ? Optional.of(line.rest().getFirst()) : Optional.empty();
        this.windows = !line.headless() && desktop.hasDisplay();
    }

    int run() throws IOException, InterruptedException {
        LogSetup.toFile(logs);
        LogSetup.toSystem(EventLog.of(machine));
        files.tellUnheededPolicies();
        try {
            if (windows) watchWithWindows();
            else watchHeadless();
        } catch (ConfigException told) {
            return Main.WRONG_USAGE; // Its lines are in the log, and by that on the console: see StartConfig.
        }
        new CountDownLatch(1).await(); // Until a signal, or the agent, ends the process.
        return Main.DONE;
    }

    private void watchHeadless() throws ConfigException, IOException {
        Config config = load();
        List<PhoneSource> sources = PhoneSources.of(config, clock, Tapes.of(config, clock));
        switchboard = switchboard(config, sources);
        Companion companion = new Companion(config, data, new Companion.Parts(
                sources, browser(config), List.of(), List.of(), clock));
        endWith(companion::stop);
        companion.start();
        events = EventSocket.open(data, () -> intake(sources));
        first.listen(new FrontDoor("Deskbell is already running, without a window", () -> { },
                new EventIntake(() -> intake(sources)), DialRequests.withoutWindow(() -> switchboard, DIAL_WORDS),
                companion::standing));
    }

    private void watchWithWindows() throws ConfigException, IOException, InterruptedException {
        SetUp setUp = new SetUp(files, machine, new NewSettings(files::load, this::change));
        SettingsUi settings = new SettingsUi(setUp, LOCALE);
        if (files.isFirstRun()) ask(settings);
        Config config = files.isNamed() ? load() : loaded(start.load(() -> ask(settings)));
        List<PhoneSource> sources = PhoneSources.of(config, clock, Tapes.of(config, clock));
        switchboard = switchboard(config, sources);
        Diagnosis.Places places = new Diagnosis.Places(data, logs);
        desk = new AgentDesk(config, machine, settings, () -> switchboard,
                standing -> new Diagnosis(files, places, standing), new AboutUi(ProgramFacts.of(files, places), LOCALE),
                () -> Thread.ofPlatform().name("quit").start(() -> System.exit(Main.DONE)));
        Companion companion = new Companion(config, data, new Companion.Parts(sources, browser(config),
                List.of(desk), List.of(desk::delivered), desk::changed, clock, desk.pause()));
        CompletableFuture<AgentDesk> ready = new CompletableFuture<>();
        LinkEvents.listen(machine, handed -> ready.thenAccept(opened -> opened.ask(handed)));
        desk.open(companion, new ToldOnce(data));
        shortcut.follow(keys(config));
        endWith(() -> {
            shortcut.close();
            companion.stop();
            desk.close();
        });
        companion.start();
        heard = sources;
        events = EventSocket.open(data, () -> intake(heard));
        watching = Optional.of(companion);
        FrontDoor door = new FrontDoor("Deskbell is already running; shown", desk::show,
                new EventIntake(() -> intake(heard)), DialRequests.asking(() -> switchboard, DIAL_WORDS, desk::ask),
                companion::standing);
        if (asked.isPresent()) asked.get().handTo(door);
        else first.listen(door);
        ready.complete(desk);
        if (asked.isPresent()) desk.greet();
        link.ifPresent(desk::ask);
    }

    /** Returns when its window is gone; who comes meanwhile finds somebody in. */
    private void ask(SettingsUi settings) throws IOException, InterruptedException {
        if (asked.isEmpty()) {
            asked = Optional.of(new FirstRunDoor(settings::showFirstRunAgain, DIAL_WORDS));
            first.listen(asked.get());
        }
        asked.get().isOpen(true);
        CountDownLatch done = new CountDownLatch(1);
        settings.showFirstRun(done::countDown);
        done.await();
        asked.get().isOpen(false);
    }

    private static Optional<IntakeSource> intake(List<PhoneSource> sources) {
        return sources.stream().filter(IntakeSource.class::isInstance).map(IntakeSource.class::cast).findFirst();
    }

    private static void close(EventSocket socket) {
        try {
            socket.close();
        } catch (IOException left) {
            LOG.debug("the socket for events stays behind"); // The next start removes it.
        }
    }

    private Optional<String> keys(Config config) {
        return config.dial().shortcut().filter(keys -> switchboard.canDial());
    }

    private void ask(String selected) {
        desk.ask(selected);
    }

    private Switchboard switchboard(Config config, List<PhoneSource> sources) {
        return Switchboard.of(config, PhoneSources.numberPlan(config.agent()), sources, machine);
    }

    private void change(Config next) {
        if (watching.isEmpty()) return;
        Companion running = watching.get();
        try {
            List<PhoneSource> sources = PhoneSources.of(next, clock, Tapes.of(next, clock));
            boolean watched = running.change(next, sources, browser(next));
            if (watched) {
                switchboard = switchboard(next, sources); // Who dials is who watches.
                heard = sources;
            }
            shortcut.follow(keys(next));
            desk.change(next);
        } catch (IOException unreadable) {
            LOG.error("the settings from before stay in force: {}", unreadable.getMessage());
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private Config load() throws ConfigException {
        return loaded(start.load());
    }

    /** The log goes by it, now and when it changes. */
    private Config loaded(Config config) {
        LogSetup.apply(config.log());
        new LogLevels(files.all(), () -> files.load().log(), LogSetup::apply, Waiting.REAL).start();
        return config;
    }

    private Browser browser(Config config) {
        return FocusOrOpen.of(config.pop(), WindowFocus.of(machine), desktop::open);
    }

    private void endWith(Runnable farewell) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            farewell.run();
            events.ifPresent(WatchCommand::close);
            first.close();
            Runtime.getRuntime().halt(Main.DONE); // Being told to end is no failure; the hook cannot say so otherwise.
        }));
    }
}
