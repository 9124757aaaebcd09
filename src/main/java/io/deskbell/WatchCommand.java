package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.desktop.Desktop;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.SingleInstance;
import io.deskbell.desktop.WindowFocus;
import io.deskbell.pop.Browser;
import io.deskbell.pop.FocusOrOpen;
import io.deskbell.source.PhoneSource;
import io.deskbell.ui.SettingsUi;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** What the program is for: watches until it is told to end, with a tray and windows where there is a screen. */
final class WatchCommand {
    private final ConfigFiles files;
    private final Path data;
    private final SingleInstance.First first;
    private final Machine machine = Machine.here();
    private final Desktop desktop = new Desktop(machine);
    private final boolean windows;

    WatchCommand(CommandLine line, Path data, SingleInstance.First first) {
        this.files = ConfigFiles.of(line);
        this.data = data;
        this.first = first;
        this.windows = !line.headless() && desktop.hasDisplay();
    }

    int run() throws ConfigException, IOException, InterruptedException {
        if (windows) watchWithWindows();
        else watchHeadless();
        new CountDownLatch(1).await(); // Until a signal, or the agent, ends the process.
        return Main.DONE;
    }

    private void watchHeadless() throws ConfigException, IOException {
        Config config = files.load();
        Clock clock = Clock.systemUTC();
        List<PhoneSource> sources = PhoneSources.of(config, clock);
        Companion companion = new Companion(config, data, new Companion.Parts(
                sources, browser(config), List.of(), List.of(), clock));
        endWith(companion::stop);
        companion.start();
        EventAddress.write(data, config.intake());
        first.listen(new FrontDoor("Deskbell is already running, without a window", () -> { },
                EventIntake.among(sources)));
    }

    private void watchWithWindows() throws ConfigException, IOException, InterruptedException {
        SetUp setUp = new SetUp(files.below(), files.changed(), files.stored(), machine);
        SettingsUi settings = new SettingsUi(setUp, Locale.getDefault(Locale.Category.DISPLAY));
        if (files.isFirstRun()) {
            CountDownLatch done = new CountDownLatch(1);
            settings.showFirstRun(done::countDown);
            done.await();
        }
        Config config = files.load();
        Clock clock = Clock.systemUTC();
        AgentDesk desk = new AgentDesk(config, machine, settings,
                () -> Thread.ofPlatform().name("quit").start(() -> System.exit(Main.DONE)));
        List<PhoneSource> sources = PhoneSources.of(config, clock);
        Companion companion = new Companion(config, data, new Companion.Parts(sources,
                browser(config), List.of(desk), List.of(desk::delivered), clock, desk.pause()));
        desk.open(companion);
        endWith(() -> {
            companion.stop();
            desk.close();
        });
        companion.start();
        EventAddress.write(data, config.intake());
        first.listen(new FrontDoor("Deskbell is already running; shown", desk::show, EventIntake.among(sources)));
    }

    private Browser browser(Config config) {
        return FocusOrOpen.of(config.pop(), WindowFocus.of(machine), desktop::open);
    }

    private void endWith(Runnable farewell) {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            farewell.run();
            EventAddress.remove(data);
            first.close();
            Runtime.getRuntime().halt(Main.DONE); // Being told to end is no failure; the hook cannot say so otherwise.
        }));
    }
}
