package io.deskbell.ui.tray;

import io.deskbell.call.CallState;
import io.deskbell.desktop.Machine;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.SourceStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that is nothing but the icon: {@code TrayOnly [none | SECONDS]}. Prints what is chosen, and reads the state
 * to show from its input; "none" shows no icon at all, for comparing what one costs; the seconds are how long it waits
 * for a panel of today at the start.
 */
final class TrayOnly {
    private static final Logger LOG = LoggerFactory.getLogger(TrayOnly.class);

    private TrayOnly() {
    }

    public static void main(String[] words) throws IOException {
        AtomicReference<TrayFacts> facts = new AtomicReference<>(of("WATCHING"));
        TrayView view = Samples.model("en-GB").view(facts.get());
        LOG.debug("what the icon would show: {}", view.state());
        TrayPresence tray = tray(List.of(words), () -> Samples.model("en-GB").view(facts.get()));
        System.out.println("started");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            if (line.equals("memory")) {
                System.out.println(memory());
            } else {
                facts.set(of(line));
                if (tray != null) tray.changed();
            }
        }
        if (tray != null) tray.close();
    }

    private static TrayPresence tray(List<String> words, Supplier<TrayView> look) {
        Consumer<TrayAction> onAction = action -> System.out.println(action);
        Runnable onNoTray = () -> System.out.println("no tray");
        if (words.contains("none")) return null;
        if (words.isEmpty()) {
            return TrayPresence.start(Machine.here(), look, Clock.systemDefaultZone(), onAction, onNoTray);
        }
        Trays trays = new Trays(Machine.here(), Duration.ofSeconds(Long.parseLong(words.getFirst())), onNoTray);
        TrayPresence tray = new TrayPresence(look, first -> trays.open(first, onAction), () -> Duration.ofDays(1));
        tray.start();
        return tray;
    }

    private static String memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/smaps_rollup")).stream()
                .filter(line -> line.matches("(Rss|Pss|Anonymous):.*")).map(line -> line.replaceAll("\\s+", " "))
                .toList().toString();
    }

    private static TrayFacts of(String state) {
        return switch (TrayState.valueOf(state)) {
            case CONNECTING -> Samples.with(new SourceStatus.Connecting());
            case WATCHING -> Samples.after(
                    Samples.missed("7", Samples.outside("+31201234567", "Bakkerij Smit & Zn <b>"), Samples.NOW),
                    Samples.answered("6", Samples.outside("+4930123456", ""), Samples.NOW),
                    Samples.dialled("5", Samples.outside("+31612345678", ""), Samples.NOW));
            case IN_CALL -> Samples.withCalls(Samples.going("1", CallState.CONNECTED));
            case PHONE_LOST -> Samples.with(new SourceStatus.Lost("no answer", Samples.NOW));
            case TROUBLE -> Samples.with(new CourierStatus.Unauthorized("401", Samples.NOW));
            case PAUSED -> Samples.with(Paused.POPS);
        };
    }
}
