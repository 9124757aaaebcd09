package io.deskbell;

import io.deskbell.call.Call;
import io.deskbell.call.CallListener;
import io.deskbell.call.Registrar;
import io.deskbell.call.Registration;
import io.deskbell.call.RegistrationRules;
import io.deskbell.call.RegistrationRules.TransferRole;
import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.desktop.Desktop;
import io.deskbell.desktop.Machine;
import io.deskbell.outbox.Delivery;
import io.deskbell.pop.Browser;
import io.deskbell.sandbox.Received;
import io.deskbell.sandbox.Sandbox;
import io.deskbell.source.Waiting;
import io.deskbell.source.simulator.DayAtTheDesk;
import io.deskbell.source.simulator.SimulatedPhone;
import io.deskbell.source.simulator.Step;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The command {@code deskbell demo}: the companion as it is, with a simulated phone and an Agent Inbox of its own. With
 * a display the live page opens in the browser and stays until the program is ended; without one the day is printed,
 * and the program ends when it is over.
 */
final class Demo {
    private static final String KEY = "demo-key";
    /** What waits for the API's limit of three a second, and some. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CommandLine line;
    private final PrintStream out;
    private final boolean fast;
    private final Desktop desktop = new Desktop(Machine.here());
    private final BlockingQueue<String> happenings = new LinkedBlockingQueue<>();
    private final CountDownLatch dayOver = new CountDownLatch(1);
    private final AtomicLong toEnd = new AtomicLong(DayAtTheDesk.steps().stream().map(Step::call).distinct().count());

    private final Registrar registrar = new Registrar(new RegistrationRules(TransferRole.GIVER, Optional.empty(),
            Optional.empty(), Optional.empty()));

    private Demo(CommandLine line, PrintStream out) {
        this.line = line;
        this.out = out;
        this.fast = line.rest().contains("--fast");
    }

    static int run(CommandLine line) throws IOException, InterruptedException, CommandLine.UsageException {
        for (String word : line.rest()) {
            if (!word.equals("--fast")) throw new CommandLine.UsageException(word + ": demo knows --fast only");
        }
        LogSetup.onlyTrouble();
        return PassingFolder.run("deskbell-demo", folder -> new Demo(line, System.out).play(folder));
    }

    private int play(Path folder) throws IOException, InterruptedException {
        try (Sandbox sandbox = Sandbox.start(KEY, 0)) {
            DayAtTheDesk.customers().forEach(sandbox::introduce);
            sandbox.onReceived(this::printAnswer);
            Companion companion = new Companion(config(sandbox), line.data().orElse(folder), parts());
            boolean show = desktop.hasDisplay() && !line.headless();
            introduce(sandbox, show);
            companion.start();
            try {
                return watchTheDay(companion, sandbox, show);
            } finally {
                companion.stop();
            }
        }
    }

    private int watchTheDay(Companion companion, Sandbox sandbox, boolean show) throws InterruptedException {
        dayOver.await();
        boolean delivered = awaitDelivery(companion);
        long accepted = sandbox.received().stream().filter(Received::wasAccepted).count();
        out.printf("%nThe day is over: Agent Inbox accepted %d of %d events.%n", accepted, sandbox.received().size());
        if (show) {
            out.println("The page stays until you end the program (Ctrl-C).");
            new CountDownLatch(1).await();
        }
        return delivered && accepted == sandbox.received().size() ? Main.DONE : Main.FAILED;
    }

    private void introduce(Sandbox sandbox, boolean show) {
        out.println("Deskbell " + Version.TEXT + " with a simulated phone and an Agent Inbox of its own.");
        if (show) {
            out.println("The conversations appear in your browser: " + sandbox.address());
            desktop.open(sandbox.address());
        } else {
            out.println("There is no display, so this runs headless and ends by itself. With a display the");
            out.println("conversations would appear, live, in the browser: " + sandbox.address());
        }
        out.println();
    }

    private Companion.Parts parts() {
        Waiting pace = fast ? time -> { } : Waiting.REAL;
        SimulatedPhone phone = new SimulatedPhone(DayAtTheDesk.steps(), pace, Clock.systemUTC(),
                step -> out.println(step), dayOver::countDown);
        // The page shows each conversation by itself, as an open Agent Inbox does: more tabs would be in the way.
        Browser browser = address -> out.println("      screen pop: the conversation comes to the front");
        CallListener eyes = event -> {
            if (event.call().hasEnded()) end(event.call());
            happenings.add(event.type().name());
        };
        return new Companion.Parts(List.of(phone), browser, List.of(eyes), List.of(this::heard), Clock.systemUTC());
    }

    private void end(Call call) {
        toEnd.decrementAndGet();
        registrar.whyNot(call).ifPresent(why -> out.println("      " + CallLines.words(why)));
    }

    private void heard(Registration registration, Delivery delivery) {
        happenings.add("delivered");
    }

    /** The customers in it do not exist, so their numbers may be shown. */
    private void printAnswer(Received event) {
        out.printf("      POST registerevent %s %s at %s -> %d%s%n", event.field("EventType").orElse("?"),
                event.field("PhoneNumber").orElse("?"), event.field("PhoneExtension").orElse("?"), event.status(),
                event.words().isEmpty() ? "" : " " + event.words());
    }

    private boolean awaitDelivery(Companion companion) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (toEnd.get() > 0 || !companion.isDelivered()) {
            if (happenings.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS) == null) return false;
        }
        return true;
    }

    private static Config config(Sandbox sandbox) throws IOException {
        try {
            return Config.parse("demo", """
                    [agent]
                    extension = 201
                    [inbox]
                    api_url = %s
                    api_key = %s
                    [phone]
                    source = simulator
                    [pop]
                    url = %s
                    """.formatted(sandbox.address(), KEY, sandbox.address()));
        } catch (ConfigException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }
}
