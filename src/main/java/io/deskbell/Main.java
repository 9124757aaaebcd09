package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.config.Problem;
import io.deskbell.config.SampleFile;
import io.deskbell.config.Secret;
import io.deskbell.desktop.Desktop;
import io.deskbell.desktop.Folders;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.Reply;
import io.deskbell.desktop.SecretStore;
import io.deskbell.desktop.SingleInstance;
import io.deskbell.desktop.WindowFocus;
import io.deskbell.pop.Browser;
import io.deskbell.pop.FocusOrOpen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Where the program begins: reads the command line, does what it says, ends with 0, 1 (failure) or 2 (wrong usage). */
public final class Main {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private Main() {
    }

    public static void main(String[] typed) {
        System.exit(run(typed));
    }

    static int run(String... typed) {
        try {
            CommandLine line = CommandLine.parse(typed);
            return switch (line.command()) {
                case "--help" -> print(CommandLine.USAGE);
                case "--version" -> print("deskbell " + Version.TEXT + System.lineSeparator());
                case "sample-config" -> print(SampleFile.text());
                case "demo" -> Demo.run(line);
                case "replay" -> replay(line.rest());
                case "secret" -> new SecretCommand(SecretStore.of(Machine.here()), SecretCommand::typedOrPiped,
                        System.out).run(line.rest());
                case "doctor" -> Diagnosis.run(load(line), dataFolder(line));
                default -> watch(line);
            };
        } catch (CommandLine.UsageException wrong) {
            System.err.println(wrong.getMessage());
            return WRONG_USAGE;
        } catch (ConfigException wrong) {
            wrong.problems().stream().map(Problem::toString).forEach(System.err::println);
            return WRONG_USAGE;
        } catch (IOException failed) {
            System.err.println(failed.getMessage());
            return FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static int print(String text) {
        System.out.print(text);
        return DONE;
    }

    private static int replay(List<String> files)
            throws IOException, InterruptedException, CommandLine.UsageException {
        if (files.size() != 1) throw new CommandLine.UsageException("replay wants the one file to play");
        return Replay.run(Path.of(files.getFirst()), System.out);
    }

    /** One for each user: a later start hands over what it wants before it has loaded anything. */
    private static int watch(CommandLine line) throws ConfigException, IOException, InterruptedException {
        return switch (SingleInstance.claim(dataFolder(line))) {
            case SingleInstance.First first -> watch(line, first);
            case SingleInstance.Later later -> {
                Reply reply = later.ask(FrontDoor.SHOW);
                System.out.println(reply.words());
                yield reply.exit();
            }
        };
    }

    private static int watch(CommandLine line, SingleInstance.First first)
            throws ConfigException, IOException, InterruptedException {
        Config config = load(line);
        Clock clock = Clock.systemUTC();
        Machine machine = Machine.here();
        Desktop desktop = new Desktop(machine);
        Browser browser = FocusOrOpen.of(config.pop(), WindowFocus.of(machine), desktop::open);
        Companion companion = new Companion(config, dataFolder(line), new Companion.Parts(
                PhoneSources.of(config, clock), browser, List.of(), List.of(), clock));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            companion.stop();
            first.close();
            Runtime.getRuntime().halt(DONE); // Being told to end is no failure; the hook cannot say so otherwise.
        }));
        companion.start();
        first.listen(new FrontDoor(() -> { })); // There is no window to show yet.
        new CountDownLatch(1).await(); // Until a signal ends the process.
        return DONE;
    }

    private static Optional<String> storedSecret(String key) throws IOException {
        try {
            return SecretStore.of(Machine.here()).find(key);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while it was asked", stopped);
        }
    }

    private static Path dataFolder(CommandLine line) {
        return line.data().orElseGet(() -> Folders.of(Machine.here()).data());
    }

    /** Lowest first: the machine's file, the user's, the one named. The log keeps quiet about their secrets. */
    private static Config load(CommandLine line) throws ConfigException {
        Folders folders = Folders.of(Machine.here());
        List<Path> files = new ArrayList<>();
        for (Path usual : List.of(folders.machineConfigFile(), folders.userConfigFile())) {
            if (Files.exists(usual)) files.add(usual);
        }
        line.config().ifPresent(files::add);
        if (files.isEmpty()) {
            throw new ConfigException(List.of(new Problem(folders.userConfigFile().toString(), "", "", "",
                    "there is no configuration yet; begin with: deskbell sample-config")));
        }
        Config config = Config.load(files, Main::storedSecret);
        LogSetup.keepQuiet(config.secrets().stream().map(Secret::reveal).toList());
        return config;
    }
}
