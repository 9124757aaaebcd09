package io.deskbell;

import io.deskbell.config.ConfigException;
import io.deskbell.config.Problem;
import io.deskbell.config.SampleFile;
import io.deskbell.desktop.Folders;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.Reply;
import io.deskbell.desktop.SecretStore;
import io.deskbell.desktop.SingleInstance;
import io.deskbell.desktop.StandardOutput;
import io.deskbell.desktop.TelLink;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Where the program begins: reads the command line, does what it says, ends with 0, 1 (failure) or 2 (wrong usage). */
public final class Main {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    /** What a shell says of a program that SIGPIPE ended (128 + 13), such as {@code grep} and {@code cat}. */
    static final int READER_LEFT = 141;

    private Main() {
    }

    public static void main(String[] typed) {
        System.setProperty("java.util.logging.config.class", JavaLogging.class.getName());
        System.exit(written(run(typed), System.out, System.err, () -> StandardOutput.isPipe(Machine.here())));
    }

    /**
     * A disk that is full takes half a page, and the stream says so only when it is asked. A reader who has left, as
     * {@code head} does, has seen enough and is told nothing.
     */
    static int written(int exit, PrintStream out, PrintStream err, BooleanSupplier pipe) {
        if (!out.checkError()) return exit;
        boolean left = pipe.getAsBoolean();
        if (!left) err.println("what was to be printed could not be written to its end: see to the disk that takes it");
        return exit != DONE ? exit : left ? READER_LEFT : FAILED;
    }

    static int run(String... typed) {
        try {
            CommandLine line = CommandLine.parse(typed);
            return switch (line.command()) {
                case "--help" -> print(CommandLine.USAGE);
                case "--version" -> print("deskbell " + Version.TEXT + System.lineSeparator());
                case "sample-config" -> print(SampleFile.text());
                case "policy-templates", "reference" -> PagesCommand.run(line.command(), line.rest(), System.out);
                case "demo" -> Demo.run(line);
                case "replay" -> replay(line);
                case "secret" -> new SecretCommand(SecretStore.of(Machine.here()), SecretCommand::typedOrPiped,
                        System.out).run(line.rest());
                case "event" -> event(line);
                case "phones" -> new PhonesCommand(line.data(), System.out).run(line.rest(),
                        () -> ConfigFiles.of(line).load());
                case "dial" -> dial(line);
                case LogCommand.WORD -> log(line);
                case "relay" -> new RelayCommand(line, dataFolder(line), System.out).run(line.rest());
                case "doctor" -> new DoctorCommand(Diagnosis.of(line, dataFolder(line)), System.out).run(line.rest());
                case "support-bundle" -> new BundleCommand(Diagnosis.of(line, dataFolder(line)), System.out).run(
                        line.rest());
                default -> watch(line);
            };
        } catch (CommandLine.UsageException wrong) {
            System.err.println(wrong.getMessage());
            return WRONG_USAGE;
        } catch (ConfigException wrong) {
            wrong.problems().stream().map(Problem::toString).forEach(System.err::println);
            return WRONG_USAGE;
        } catch (IOException failed) {
            System.err.println(FileTrouble.words(failed));
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

    private static int replay(CommandLine line)
            throws ConfigException, IOException, InterruptedException, CommandLine.UsageException {
        LogSetup.onlyTrouble();
        return new ReplayCommand(line, System.out).run();
    }

    /** One for each user: a later start hands over what it wants before it has loaded anything. */
    private static int watch(CommandLine line) throws IOException, InterruptedException {
        return switch (SingleInstance.claim(dataFolder(line))) {
            case SingleInstance.First first -> new WatchCommand(line, dataFolder(line), first).run();
            case SingleInstance.Later later -> {
                boolean link = line.command().equals(CommandLine.LINK);
                yield said(later.ask(link ? DialRequests.link(line.rest().getFirst()) : FrontDoor.SHOW));
            }
        };
    }

    private static int log(CommandLine line) throws IOException, InterruptedException {
        List<String> words = words(LogCommand.WORD, line);
        Optional<Reply> refusal = LogCommand.refusal(words);
        return refusal.isPresent() ? said(refusal.get()) : askTheRunning(line, words, SingleInstance.PATIENCE,
                "Deskbell is not running");
    }

    /** Nothing is kept for later: a call told of afterwards would be registered at the wrong time. */
    private static int event(CommandLine line) throws IOException, InterruptedException {
        if (EventIntake.asksForHelp(line.rest())) return print(EventIntake.USAGE);
        Optional<Reply> refusal = EventIntake.refusal(line.rest());
        if (refusal.isPresent()) return said(refusal.get());
        return askTheRunning(line, words(FrontDoor.EVENT, line), SingleInstance.PATIENCE,
                "Deskbell is not running: this was not registered");
    }

    /** The one that runs has the phone; its answer comes when the phone has been picked up. */
    private static int dial(CommandLine line) throws IOException, InterruptedException, CommandLine.UsageException {
        if (line.rest().isEmpty()) throw new CommandLine.UsageException("dial wants a number behind it");
        String number = String.join(" ", line.rest());
        if (TelLink.read(number) instanceof TelLink.Refused refused) {
            throw new CommandLine.UsageException(refused.words());
        }
        return askTheRunning(line, DialRequests.dial(number), DialRequests.PATIENCE,
                "Deskbell is not running: start it, then dial again");
    }

    /** What only the one that runs can do; where none does, that is said. */
    private static int askTheRunning(CommandLine line, List<String> words, Duration patience, String nobody)
            throws IOException, InterruptedException {
        return switch (SingleInstance.claim(dataFolder(line))) {
            case SingleInstance.First first -> {
                first.close();
                yield said(new Reply(FAILED, nobody));
            }
            case SingleInstance.Later later -> said(later.ask(words, patience));
        };
    }

    /** A hook's event that was taken is answered with nothing. */
    private static int said(Reply reply) {
        if (!reply.words().isEmpty()) (reply.exit() == DONE ? System.out : System.err).println(reply.words());
        return reply.exit();
    }

    private static List<String> words(String first, CommandLine line) {
        List<String> words = new ArrayList<>(List.of(first));
        words.addAll(line.rest());
        return words;
    }

    private static Path dataFolder(CommandLine line) {
        return line.data().orElseGet(() -> Folders.of(Machine.here()).data());
    }
}
