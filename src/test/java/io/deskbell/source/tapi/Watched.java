package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallReport;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.TapiSettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A line that is watched as the companion does, and all that is heard of it, a line each. */
final class Watched implements AutoCloseable {
    static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "0", new Extension("201"));

    private final FakeTapi driver;
    private final TapiSource source;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final List<String> steps = new ArrayList<>();
    final List<String> tape = new ArrayList<>();
    private final List<String> keys = Collections.synchronizedList(new ArrayList<>());
    private volatile Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private Thread watching = new Thread();

    Watched(FakeTapi driver, TapiSettings settings) {
        this.driver = driver;
        this.source = new TapiSource(settings, "201", PLAN, driver::windows, new Passing(), steps::add, new Kept());
    }

    static Watched line(FakeTapi driver, String name) {
        return new Watched(driver, new TapiSettings(Optional.of(name), false));
    }

    /** Begins to watch; not yet up. */
    Watched begin() {
        watching = Thread.ofVirtual().start(this::watch);
        return this;
    }

    /** Watches, with no calls there. */
    Watched up() throws InterruptedException {
        begin().hears("watching", "calls: ");
        return this;
    }

    /** The next things heard are these. */
    void hears(String... lines) throws InterruptedException {
        for (String line : lines) assertEquals(line, next());
    }

    String next() throws InterruptedException {
        String line = heard.poll(10, TimeUnit.SECONDS);
        assertNotNull(line, "nothing was heard; the driver: " + driver.standing());
        return line;
    }

    /** The clock goes on, and whoever waits notices. */
    void passes(Duration time) {
        now = now.plus(time);
        driver.timePasses();
    }

    /** Until the line's thread waits for messages. */
    void sleeps() throws InterruptedException {
        assertTrue(driver.awaitsSleep(), "it never slept; the driver: " + driver.standing());
    }

    /** Names of calls, in the order they were heard of. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    List<String> steps() {
        return List.copyOf(steps);
    }

    String description() {
        return source.description();
    }

    /** Plays the tape through a translator that has seen nothing else; heard like the line itself. */
    void replays() throws InterruptedException {
        TapiTranslator translator = new TapiTranslator(PLAN);
        for (String taped : List.copyOf(tape)) {
            String[] words = taped.split("\n", 2);
            if (words.length < 2) translator.lineUp();
            else translator.came(words[0], words[1], now, new Ear());
        }
    }

    /** Stops as the companion does. */
    @Override
    public void close() {
        watching.interrupt();
        try {
            watching.join();
            driver.awaitRest();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch() {
        try {
            source.watch(new Ear());
        } catch (LineLostException lost) {
            heard.add("lost: " + lost.getMessage() + lost.pause().map(pause -> " after " + pause.toMillis() + " ms")
                    .orElse(""));
        } catch (IOException other) {
            heard.add("failed: " + other);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            heard.add("fault: " + fault);
        }
    }

    private static String words(CallReport report) {
        List<String> words = new ArrayList<>(List.of(report.state().name()));
        report.direction().ifPresent(way -> words.add(way.name().toLowerCase(java.util.Locale.ROOT)));
        words.add(switch (report.party()) {
            case io.deskbell.call.Party.Outside outside -> outside.number().e164();
            case io.deskbell.call.Party.Colleague colleague -> colleague.extension().digits();
            case io.deskbell.call.Party.Withheld withheld -> "withheld";
            case io.deskbell.call.Party.Unknown unknown -> "unknown";
        });
        if (!report.party().name().isEmpty()) words.add(report.party().name());
        report.referrer().ifPresent(number -> words.add("dialled " + number.e164()));
        report.reason().ifPresent(why -> words.add(why.name()));
        report.transferredBy().ifPresent(by -> words.add("by " + by));
        report.transfer().ifPresent(given -> words.add("to " + given.to()));
        return String.join(" ", words);
    }

    private final class Ear implements PhoneListener {
        @Override
        public void watching() {
            heard.add("watching");
        }

        @Override
        public void report(CallReport report) {
            heard.add(label(report) + " " + words(report));
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            List<String> all = reports.stream().map(one -> label(one) + " " + words(one)).toList();
            heard.add("calls: " + String.join(", ", all));
        }

        private String label(CallReport report) {
            String key = report.key().value();
            if (!keys.contains(key)) keys.add(key);
            return String.valueOf((char) ('a' + keys.indexOf(key)));
        }
    }

    /** A clock that the test moves. */
    private final class Passing extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final class Kept implements Tape {
        @Override
        public void lineUp() {
            tape.add("line-up");
        }

        @Override
        public void came(String kind, String text) {
            tape.add(kind + "\n" + text);
        }
    }
}
