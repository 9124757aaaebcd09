package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.config.Config;
import io.deskbell.config.LogSettings;
import io.deskbell.desktop.SingleInstance;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.SourceStatus;
import io.deskbell.ui.DialWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DoctorCommandTest {
    @TempDir
    private Path folder;
    private int exit;
    private Optional<SingleInstance.First> running = Optional.empty();

    @AfterEach
    void speakAgain() {
        running.ifPresent(SingleInstance.First::close);
        LogSetup.apply(LogSettings.USUAL);
    }

    @Test
    void whatIsWellEndsWithNothingAndAsJsonNothingElseIsPrinted() throws Exception {
        try (MockWebServer inbox = new MockWebServer()) {
            inbox.start(InetAddress.getByName("127.0.0.1"), 0);
            inbox.enqueue(new MockResponse.Builder().code(404).build());
            JsonNode json = new ObjectMapper().readTree(run(ini("http://127.0.0.1:" + inbox.getPort()), "--json"));
            assertEquals(0, json.get("broken").asInt(), json.toPrettyString());
            assertEquals(0, exit);
            TreeSet<String> parts = new TreeSet<>();
            json.get("findings").forEach(finding -> parts.add(finding.get("part").asText()));
            assertEquals(new TreeSet<>(List.of("autostart", "browser", "clock", "config", "dial", "disk", "dns",
                    "inbox", "key", "numbers", "proxy", "queue", "secrets", "simulator", "tls", "tray")), parts);
        }
    }

    @Test
    void whatTheRunningProgramKnowsOfTheKeyIsBroken() throws Exception {
        Instant nine = Instant.parse("2026-03-02T09:00:00Z");
        Standing standing = new Standing(new CourierStatus.Unauthorized("Agent Inbox refuses the key", nine),
                List.of());
        run(standing);
        try (MockWebServer inbox = new MockWebServer()) {
            inbox.start(InetAddress.getByName("127.0.0.1"), 0);
            inbox.enqueue(new MockResponse.Builder().code(404).build());
            String said = run(ini("http://127.0.0.1:" + inbox.getPort()));
            assertEquals(1, exit);
            assertTrue(said.contains("FAIL  key        Agent Inbox refuses the key since 2026-03-02T09:00:00Z"), said);
            assertTrue(said.endsWith("1 to mend, see FAIL above." + System.lineSeparator()), said);
        }
    }

    @Test
    void thePhoneThatTheRunningProgramWatchesIsNotConnectedToAgain() throws Exception {
        try (ServerSocket baresip = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            baresip.setSoTimeout(1); // Whoever connected is there by then.
            String text = ini("http://nowhere.invalid").replace("simulator", "baresip")
                    + "[baresip]\nhost = 127.0.0.1\nport = " + baresip.getLocalPort() + "\n";
            String where = PhoneSources.of(Config.parse("c.ini", text), Clock.systemUTC()).getFirst().description();
            run(new Standing(new CourierStatus.Delivering(), List.of(new Standing.Line("baresip", where,
                    new SourceStatus.Lost("start baresip", Instant.parse("2026-03-02T09:00:00Z"))))));
            String said = run(text);
            assertTrue(said.contains("FAIL  baresip    the running Deskbell says: not watching since"
                    + " 2026-03-02T09:00:00Z: start baresip"), said);
            assertThrows(SocketTimeoutException.class, baresip::accept);
        }
    }

    @Test
    void whatIsBrokenEndsWithOne() throws Exception {
        String said = run(ini("http://nowhere.invalid"));
        assertEquals(1, exit);
        assertTrue(said.contains("FAIL  dns        nowhere.invalid has no address"), said);
        assertFalse(said.contains("Rosebud1941"));
    }

    @Test
    void aConfigurationThatCannotBeUsedEndsWithTwoAndTheRestIsLookedAtAllTheSame() throws Exception {
        String said = run("[phone]\nsource = spi\n[agent]\nextension = 1\n[inbox]\napi_key = Rosebud1941\n");
        assertEquals(2, exit);
        assertTrue(said.contains("c.ini [phone] source = spi: not one of"), said);
        assertTrue(said.contains("FAIL  config     "), said);
        assertTrue(said.contains("ok    disk"), said);
    }

    @Test
    void whatItDoesNotTakeIsSaid() {
        assertThrows(CommandLine.UsageException.class, () -> run(ini("http://127.0.0.1:9"), "now"));
    }

    private static String ini(String url) {
        return "[agent]\nextension = 1\n[inbox]\napi_key = Rosebud1941\napi_url = " + url
                + "\n[phone]\nsource = simulator\n";
    }

    /** A running program on the same folder that says this. */
    private void run(Standing standing) throws IOException {
        SingleInstance.First first = (SingleInstance.First) SingleInstance.claim(folder);
        running = Optional.of(first);
        first.listen(new FrontDoor("", () -> { }, new EventIntake(Optional::empty),
                DialRequests.withoutWindow(() -> null, new DialWords(Locale.ENGLISH)), () -> standing));
    }

    private String run(String text, String... words)
            throws IOException, CommandLine.UsageException, InterruptedException {
        Path ini = Files.writeString(folder.resolve("c.ini"), text);
        CommandLine line = new CommandLine(Optional.of(ini), Optional.of(folder), true, "doctor", List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exit = new DoctorCommand(Diagnosis.of(line, folder), new PrintStream(out, true, StandardCharsets.UTF_8))
                .run(List.of(words));
        return out.toString(StandardCharsets.UTF_8);
    }
}
