package io.deskbell.e2e;

import io.deskbell.source.sip.ScriptedPbx;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Prints what the built image takes of the computer while it watches a phone on which nobody calls:
 * {@code mvn -q test-compile exec:exec@at-rest -Dphone=sip -Dminutes=10}. Not a test; run it by hand.
 */
final class AtRest {
    static final String IDLE = """
            <?xml version="1.0"?>
            <dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="0" state="full" entity="sip:201@pbx"/>
            """;
    /** What the start left to do: late compiling, the first deliveries' warm-up. */
    private static final Duration SETTLING = Duration.ofSeconds(20);

    /** A line a source: its other end, quiet, and what the configuration says of it. */
    private static final Map<String, Opening> PHONES = Map.of(
            "sip", () -> {
                ScriptedPbx pbx = ScriptedPbx.udp().showing(IDLE);
                return new Quiet("server = " + pbx.uri() + "\nuser = 203\npassword = pw203", pbx::close);
            },
            "intake", () -> new Quiet("port = " + Ports.free(1) + "\ntoken = 0123456789abcdef", () -> { }),
            "poll", QuietPhones::poll, "baresip", QuietPhones::baresip, "fritzbox", QuietPhones::fritzbox,
            "bria", QuietPhones::bria, "tinyphone", QuietPhones::tinyphone);

    private AtRest() {
    }

    /**
     * A phone on which nobody calls.
     *
     * @param ini the lines of its source's section
     */
    record Quiet(String ini, Closeable otherEnd) {
    }

    @FunctionalInterface
    private interface Opening {
        Quiet open() throws IOException;
    }

    public static void main(String[] arguments) throws Exception {
        String source = arguments[0];
        Duration during = Duration.ofMillis(Math.round(Double.parseDouble(arguments[1]) * 60_000));
        if (!PHONES.containsKey(source)) throw new IOException(source + ": not one of " + PHONES.keySet());
        Path folder = Files.createTempDirectory(Path.of("target"), "at-rest").toAbsolutePath();
        Quiet phone = PHONES.get(source).open();
        try (ScriptedInbox inbox = ScriptedInbox.start(); DeskbellProcess deskbell = DeskbellProcess.start(
                Parts.image(), folder, ini(source, phone.ini(), inbox))) {
            deskbell.awaitWatching();
            Footprint.pass(SETTLING);
            System.out.println(source + " at rest: " + Footprint.of(deskbell.pid(), during));
        } finally {
            phone.otherEnd().close();
        }
    }

    private static String ini(String source, String section, ScriptedInbox inbox) {
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
                """.formatted(inbox.url(), ScriptedInbox.KEY, source, source, section);
    }
}
