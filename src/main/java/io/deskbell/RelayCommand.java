package io.deskbell;

import io.deskbell.config.ConfigException;
import io.deskbell.config.RelaySettings;
import io.deskbell.doctor.Report;
import io.deskbell.relay.Relay;
import io.deskbell.source.Waiting;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code deskbell relay [--check]}: runs until a signal ends it; no window, no agent, no Agent Inbox. */
final class RelayCommand {
    private static final Logger LOG = LoggerFactory.getLogger(RelayCommand.class);

    private final CommandLine line;
    private final Path data;
    private final PrintStream out;
    private final Clock clock = Clock.systemUTC();

    RelayCommand(CommandLine line, Path data, PrintStream out) {
        this.line = line;
        this.data = data;
        this.out = out;
    }

    int run(List<String> words)
            throws CommandLine.UsageException, ConfigException, IOException, InterruptedException {
        boolean check = words.equals(List.of("--check"));
        if (!check && !words.isEmpty()) throw new CommandLine.UsageException("relay takes --check and nothing else");
        return check ? check() : relay();
    }

    private int relay() throws ConfigException, IOException, InterruptedException {
        ConfigFiles files = ConfigFiles.of(line);
        RelaySettings settings = files.loadRelay();
        LogSetup.toFile(LogFile.folder(line));
        files.tellUnheededPolicies();
        LogSetup.apply(files.loadLog());
        new LogLevels(files.all(), files::loadLog, LogSetup::apply, Waiting.REAL).start();
        Relay relay = Relay.start(settings, data, RelaySources.watched(files, settings, clock), clock);
        LOG.info("Deskbell {} relay {} for {}", Version.TEXT, settings.name(), settings.extensions().isEmpty()
                ? "every extension" : settings.extensions().size() + " extensions");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            stop(relay);
            Runtime.getRuntime().halt(Main.DONE); // Being told to end is no failure; the hook cannot say so otherwise.
        }));
        new CountDownLatch(1).await();
        return Main.DONE;
    }

    private int check() throws InterruptedException {
        LogSetup.silent();
        Report report = RelayDiagnosis.doctor(ConfigFiles.of(line), data, clock)
                .examine(finding -> out.println(LogSetup.pen().over(finding.toString()).text()));
        out.println(report.verdict());
        return report.broken() == 0 ? Main.DONE : Main.FAILED;
    }

    private static void stop(Relay relay) {
        try {
            relay.stop();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
