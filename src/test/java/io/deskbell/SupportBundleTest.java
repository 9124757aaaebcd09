package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.LogSettings;
import io.deskbell.config.Policy;
import io.deskbell.doctor.SupportBundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plants keys and numbers in every file that a bundle is made of, and looks for them in it. */
@Timeout(60)
class SupportBundleTest {
    private static final String KEY = "Rosebud1941";
    private static final String OLD_KEY = "Bluebell1942";
    private static final List<String> PLANTED = List.of(KEY, OLD_KEY, "hunter2", "612345678", "6 1234 5678",
            "12 34 56 78", "12345678", "letmein");
    private static final String NUMBERS = "+31612345678, +31 6 1234 5678, 0612345678, 06-12345678, 06 12 34 56 78,"
            + " sip:31612345678@pbx, tel=%2B31612345678";

    @TempDir
    private Path folder;
    private Path ini;

    @AfterEach
    void speakAgain() {
        LogSetup.apply(LogSettings.USUAL);
    }

    @BeforeEach
    void plant() throws IOException {
        ini = Files.writeString(folder.resolve("config.ini"), """
                ; the old key was %s
                [agent]
                extension = 201
                [inbox]
                api_key = %s ; not %s
                api_url = http://127.0.0.1:9
                referrer = +31612345678
                [phone]
                source = simulator
                [sip]
                PassWord = "hunter2"
                server = sip:pbx.example.com
                """.formatted(OLD_KEY, KEY, OLD_KEY));
        String line = "2026-03-02 09:00:00.000 INFO with " + KEY + " and " + NUMBERS + "\n";
        Files.writeString(folder.resolve("deskbell.log"), line);
        Files.writeString(folder.resolve("deskbell.1.log"), line);
        Files.writeString(Files.createDirectories(folder.resolve("recordings")).resolve("a.rec"),
                "NOTIFY sip:201@pbx\nX-Key: " + KEY + "\nFrom: <sip:31612345678@pbx>\n" + NUMBERS + "\n");
    }

    @Test
    void noSecretAndNoNumberIsInAnyFileOfIt() throws Exception {
        Path zip = folder.resolve("bundle.zip");
        assertEquals(0, run("y\n", zip.toString(), "--with-recordings").exit());
        Map<String, String> files = read(zip);
        assertEquals(List.of("doctor.txt", "doctor.json", "system.txt", "config/3-config.ini", "log/deskbell.1.log",
                "log/deskbell.log", "recordings/a.rec"), List.copyOf(files.keySet()).stream()
                .filter(name -> !name.startsWith("config/1-") && !name.startsWith("config/2-")).toList());
        List<String> leaks = new ArrayList<>();
        files.forEach((name, text) -> PLANTED.stream().filter(text::contains)
                .forEach(leak -> leaks.add(name + " has " + leak)));
        assertEquals(List.of(), leaks);
        assertTrue(files.get("config/3-config.ini").contains("api_key = ***\n"), files.get("config/3-config.ini"));
        assertTrue(files.get("config/3-config.ini").contains("server = sip:pbx.example.com\n"));
        assertTrue(files.get("log/deskbell.log").contains("2026-03-02 09:00:00.000 INFO with *** and …78, …78"));
    }

    @Test
    void theRecordingThatTheConfigurationNamesIsInItAsItWas() throws Exception {
        Path tape = Files.writeString(folder.resolve("my line.txt"), "# Recorded\nwith " + NUMBERS + "\n");
        Files.writeString(ini, "[agent]\nextension = 201\n[inbox]\napi_key = " + KEY + "\n[phone]\nsource = sip\n"
                + "[sip]\nserver = sip:127.0.0.1:9;transport=tcp\nrecord = " + tape + "\n");
        Path zip = folder.resolve("bundle.zip");
        assertEquals(0, run("", zip.toString(), "--yes", "--with-recordings").exit());
        assertTrue(read(zip).get("recordings/my line.txt").startsWith("# Recorded\nwith …78, …78"), "not as it was");
        assertTrue(read(zip).containsKey("recordings/a.rec"));
        assertTrue(Files.readString(tape).startsWith("# Recorded\nwith"), "a diagnosis began the recording anew");
    }

    @Test
    void whatThePolicySetsIsInItAndNoFileWhereThereIsNone() {
        Policy policy = new Policy(Map.of("inbox.api_key", KEY, "inbox.referrer", "+31612345678"), Set.of());
        SupportBundle bundle = new SupportBundle(LogSetup.pen()).withPolicy(Policy.NONE).withPolicy(policy);
        assertEquals(List.of(new SupportBundle.Item("config/policy.ini",
                "[inbox]\napi_key = ***\nreferrer = …78\n", 1, 1)), bundle.items());
    }

    @Test
    void whatWouldBeInItIsShownAndNothingWrittenWithoutAYes() throws Exception {
        Path zip = folder.resolve("bundle.zip");
        Ran ran = run("\n", zip.toString());
        assertEquals(1, ran.exit());
        assertFalse(Files.exists(zip));
        assertTrue(ran.out().lines().anyMatch(line -> line.matches(
                " {2}log/deskbell.log +[0-9]+ bytes, masked: 7 numbers, 1 secret")), ran.out());
        assertTrue(ran.out().contains("Nothing was written."));
        assertFalse(ran.out().contains("recordings/"));
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws Exception {
        Path zip = Files.writeString(folder.resolve("bundle.zip"), "mine");
        assertThrows(IOException.class, () -> run("", zip.toString(), "--yes"));
        assertEquals("mine", Files.readString(zip));
    }

    @Test
    void aConfigurationThatCannotBeUsedIsPutInAsFarAsItIsNoSecret() throws Exception {
        Files.writeString(ini, "[inbox]\napi_key = " + KEY + "\n[agent\nletmein\nsip password : hunter2\n");
        Path zip = folder.resolve("bundle.zip");
        assertEquals(0, run("", zip.toString(), "--yes").exit());
        String shown = read(zip).get("config/3-config.ini");
        assertEquals("[inbox]\napi_key = ***\n[agent\n***\n***\n", shown);
        assertTrue(read(zip).get("doctor.txt").contains("FAIL  config"));
    }

    private record Ran(int exit, String out) {
    }

    private Ran run(String typed, String... words) throws Exception {
        CommandLine line = new CommandLine(Optional.of(ini), Optional.of(folder), true, "support-bundle", List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
        try {
            int exit = new BundleCommand(Diagnosis.of(line, folder), new PrintStream(out, true, StandardCharsets.UTF_8))
                    .run(List.of(words));
            return new Ran(exit, out.toString(StandardCharsets.UTF_8));
        } finally {
            System.setIn(before);
        }
    }

    private static Map<String, String> read(Path zip) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().map(ZipEntry.class::cast).toList()) {
                files.put(entry.getName().replaceFirst("^deskbell-support/", ""),
                        new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
