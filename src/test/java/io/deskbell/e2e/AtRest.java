package io.deskbell.e2e;

import static java.util.Map.entry;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.opentest4j.TestAbortedException;

/**
 * Prints what the built image takes of the computer while it watches a phone on which nobody calls:
 * {@code mvn -q test-compile exec:exec@at-rest -Dphone=sip,poll -Dminutes=10}; {@code all} for one after the other's
 * start, side by side. Not a test; run it by hand.
 */
final class AtRest {
    static final String IDLE = """
            <?xml version="1.0"?>
            <dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="0" state="full" entity="sip:201@pbx"/>
            """;
    static final String FREE = """
            <?xml version="1.0"?>
            <presence xmlns="urn:ietf:params:xml:ns:pidf" entity="sip:201@pbx"><tuple id="1"><status><basic>open</basic>
            </status></tuple></presence>
            """;
    /** What the start left to do: late compiling, the first deliveries' warm-up. */
    private static final Duration SETTLING = Duration.ofSeconds(20);

    /** A line a source: its other end, quiet, and what the configuration says of it. */
    private static final Map<String, Opening> PHONES = new TreeMap<>(Map.ofEntries(
            entry("sip", folder -> QuietSystems.sip(IDLE, "")), entry("wss", QuietSystems::secureWebsocket),
            entry("presence", folder -> QuietSystems.sip(FREE, "\nevent = presence")),
            entry("intake", folder -> new Quiet("intake", "port = " + Ports.free(1) + "\ntoken = 0123456789abcdef",
                    () -> { })),
            entry("poll", folder -> QuietPhones.poll()), entry("baresip", folder -> QuietPhones.baresip()),
            entry("fritzbox", folder -> QuietPhones.fritzbox()), entry("bria", folder -> QuietPhones.bria()),
            entry("tinyphone", folder -> QuietPhones.tinyphone()), entry("3cx", folder -> QuietSystems.threeCx()),
            entry("xelion", QuietSystems::xelion), entry("asterisk", folder -> QuietSystems.asterisk()),
            entry("voipgrid", folder -> QuietSystems.voipgrid()), entry("mqtt", QuietSystems::mqtt)));

    private AtRest() {
    }

    /**
     * A phone on which nobody calls.
     *
     * @param ini the lines of its source's section
     */
    record Quiet(String source, String ini, Closeable otherEnd) {
    }

    @FunctionalInterface
    private interface Opening {
        /** @param folder for what it leaves on disk */
        Quiet open(Path folder) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        Set<String> wanted = arguments[0].equals("all") ? PHONES.keySet() : Set.of(arguments[0].split(","));
        Duration during = Duration.ofMillis(Math.round(Double.parseDouble(arguments[1]) * 60_000));
        if (!PHONES.keySet().containsAll(wanted)) throw new IOException(wanted + ": none but " + PHONES.keySet());
        List<Future<String>> measured = new ArrayList<>();
        try (ExecutorService each = Executors.newCachedThreadPool()) {
            for (String phone : wanted) measured.add(each.submit(() -> phone + " at rest: " + measured(phone, during)));
            for (Future<String> one : measured) System.out.println(one.get());
        }
    }

    /** One that is not there, or does not start, is said, and takes nothing from the others. */
    private static String measured(String phone, Duration during) throws InterruptedException {
        try {
            return measure(phone, during);
        } catch (TestAbortedException lacking) {
            return "not measured, " + lacking.getMessage();
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception | AssertionError failed) {
            return "not measured, " + failed;
        }
    }

    private static String measure(String phone, Duration during) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "at-rest").toAbsolutePath();
        Quiet quiet = PHONES.get(phone).open(folder);
        try (ScriptedInbox inbox = ScriptedInbox.start(); DeskbellProcess deskbell = DeskbellProcess.start(
                Parts.image(), folder, ini(quiet, inbox))) {
            deskbell.awaitWatching();
            Footprint.pass(SETTLING);
            Footprint at = Footprint.of(deskbell.pid(), during);
            boolean lost = deskbell.log().contains(": not watching ");
            return at + (lost ? "; WORTH NOTHING, the line was lost meanwhile" : "");
        } finally {
            quiet.otherEnd().close();
        }
    }

    private static String ini(Quiet phone, ScriptedInbox inbox) {
        return """
                [agent]
                extension = 201
                [inbox]
                api_url = %s
                api_key = %s
                [phone]
                source = %s
                [%s]
                %s
                """.formatted(inbox.url(), ScriptedInbox.KEY, phone.source(), phone.source(), phone.ini());
    }
}
