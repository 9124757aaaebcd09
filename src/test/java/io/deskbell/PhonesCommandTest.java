package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.Config;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhonesCommandTest {
    private static final String TOKEN = "0123456789abcdef";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Optional<Path> data = Optional.empty();
    private List<InetAddress> own = List.of();

    static List<String> makes() {
        return PhoneTable.makes();
    }

    private List<String> phones(String bind, String... words) throws Exception {
        printed.reset();
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            assertEquals(0, new PhonesCommand(data, out, () -> own).run(List.of(words),
                    () -> config("intake", bind)));
        }
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static Config config(String source, String bind) throws io.deskbell.config.ConfigException {
        return Config.parse("config.ini", """
                [agent]
                extension = 201
                [inbox]
                api_key = abc
                [phone]
                source = %s
                [intake]
                bind = %s
                token = %s
                """.formatted(source, bind, TOKEN));
    }

    @Test
    void withoutAMakeTheMakesAreListedAndTheLinesOfWindows() throws Exception {
        List<String> lines = phones("127.0.0.1");
        List<String> makes = new ArrayList<>(PhoneTable.makes());
        makes.add("asterisk");
        makes.add("tapi");
        assertEquals(makes, lines.stream().map(line -> line.split(" ")[0]).toList());
    }

    @ParameterizedTest
    @MethodSource("makes")
    void eachMakeHasLinesToEnterAndAWarningWhereTheyHoldTheToken(String make) throws Exception {
        List<String> lines = phones("10.0.0.7", make);
        assertTrue(lines.getFirst().startsWith("# "), lines.getFirst());
        assertEquals(lines.stream().anyMatch(line -> line.contains(TOKEN)),
                lines.stream().anyMatch(line -> line.contains("treat them as a password")), make);
        assertTrue(lines.stream().anyMatch(line -> !line.startsWith("#")), make);
    }

    @Test
    void aYealinkGetsItsUrlsAsItsConfigurationFileNamesThem() throws Exception {
        assertTrue(phones("10.0.0.7", "yealink").contains("action_url.incoming_call = http://10.0.0.7:17201/" + TOKEN
                + "/yealink?event=incoming&call=$call_id&local=$local&remote=$remote&name=$display_remote&mac=$mac"));
    }

    /** Yealink takes 511 characters, all of it the URL. */
    @Test
    void theLongestUrlThereCanBeFitsYealink() throws Exception {
        String url = "http://[ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255]:65535/" + "x".repeat(100);
        for (String line : PhoneTable.lines("yealink", url, "deskbell")) {
            assertTrue(line.length() - line.indexOf("http") <= 511, line);
        }
    }

    @Test
    void aDeskPhoneThatCannotReachThisComputerIsSaid() throws Exception {
        assertTrue(phones("127.0.0.1", "snom").contains(
                "# A desk phone cannot reach 127.0.0.1: set [intake] bind to this computer's address."));
        assertTrue(phones("127.0.0.1", "nfon").stream().noneMatch(line -> line.contains("cannot reach")),
                "a softphone can");
    }

    @Test
    void aDeskPhoneIsGivenAnAddressOfThisComputersAndRatherAPrivateOne() throws Exception {
        own = List.of(InetAddress.getByName("192.0.2.2"));
        List<String> lines = phones("0.0.0.0", "snom");
        assertTrue(lines.stream().anyMatch(line -> line.contains("http://192.0.2.2:17201/")), lines.toString());
        assertTrue(lines.stream().noneMatch(line -> line.contains("cannot reach")), lines.toString());
        own = List.of(InetAddress.getByName("192.0.2.2"), InetAddress.getByName("10.0.0.9"));
        assertTrue(phones("0.0.0.0", "snom").stream().anyMatch(line -> line.contains("http://10.0.0.9:17201/")));
        own = List.of();
        assertTrue(phones("0.0.0.0", "snom").contains("# A desk phone cannot reach 127.0.0.1, and this computer has no"
                + " other address now: connect it to the network."));
    }

    @Test
    void aSoftphoneAsksThisComputerByTheAddressThatListens() throws Exception {
        assertTrue(phones("0.0.0.0", "estos").stream().anyMatch(line -> line.contains("http://127.0.0.1:17201/")));
        assertTrue(phones("::", "estos").stream().anyMatch(line -> line.contains("http://[::1]:17201/")));
        assertTrue(phones("10.0.0.7", "estos").stream().anyMatch(line -> line.contains("http://10.0.0.7:17201/")));
    }

    /** Go Integrator starts programs without a shell; what its menu does not have stays in braces. */
    @Test
    void goIntegratorHasARuleForEachStateAndWay() throws Exception {
        List<String> rules = phones("127.0.0.1", "gointegrator").stream().filter(l -> !l.startsWith("#")).toList();
        assertEquals(List.of("Ringing, in", "Connected, in", "Completed, in", "Missed, in", "Ringing, out",
                "Connected, out", "Completed, out"), rules.stream().map(line -> line.split(":")[0]).toList());
        assertEquals("Missed, in: \"deskbell\" event --source gointegrator --state missed --direction inbound"
                + " --number \"{NUMBER}\" --name \"{NAME}\" --id \"{ID}\"", rules.get(3));
        for (String rule : rules) {
            List<String> words = List.of(rule.substring(rule.indexOf(" event ") + 7).replace("\"", "").split(" "));
            assertEquals(Optional.empty(), EventIntake.refusal(words), rule);
        }
    }

    @Test
    void microSipIsWrittenWhenAsked() throws Exception {
        Path ini = Files.writeString(folder.resolve("microsip.ini"), "[Settings]\ncmdCallEnd=mine\n");
        List<String> lines = phones("127.0.0.1", "microsip", "--write", ini.toString());
        assertEquals("cmdCallEnd: left as it is, a command of yours stands there", lines.getFirst());
        assertTrue(Files.readString(ini).contains("cmdCallAnswer=\""));
    }

    /** A hook that asks at the usual folder finds nobody, or somebody else's. */
    @Test
    void whatSoftphonesCallFindsTheDeskbellOfThisDataFolder() throws Exception {
        data = Optional.of(Path.of("my data"));
        String carried = " --data \"" + Path.of("my data").toAbsolutePath() + "\" event";
        for (String make : List.of("microsip", "gointegrator", "3cx-assistant")) {
            List<String> commands = phones("127.0.0.1", make).stream().filter(line -> !line.startsWith("#")).toList();
            assertTrue(commands.stream().allMatch(line -> line.contains("\"" + carried)), commands.toString());
        }
        Path ini = Files.writeString(folder.resolve("microsip.ini"), "[Settings]\n");
        phones("127.0.0.1", "microsip", "--write", ini.toString());
        assertEquals(6, Files.readString(ini).lines().filter(line -> line.contains(carried)).count());
        data = Optional.empty();
        assertTrue(phones("127.0.0.1", "microsip").stream().noneMatch(line -> line.contains("--data")));
    }

    @Test
    void whatIsNoMakeIsAnsweredWithAllThatCanBeAskedFor() {
        String misspelt = assertThrows(CommandLine.UsageException.class, () -> phones("127.0.0.1", "asterix"))
                .getMessage();
        assertTrue(misspelt.startsWith("asterix: no such make; there are yealink, "), misspelt);
        assertTrue(misspelt.endsWith(", asterisk, tapi"), misspelt);
        assertEquals("xelion: nothing has to be entered at a phone; see [xelion] in deskbell sample-config",
                assertThrows(CommandLine.UsageException.class, () -> phones("127.0.0.1", "xelion")).getMessage());
    }

    @Test
    void whatMakesNoSenseIsWrongUsage() {
        for (String words : List.of("nokia", "yealink --write x", "microsip --write", "microsip x y")) {
            assertThrows(CommandLine.UsageException.class, () -> phones("127.0.0.1", words.split(" ")), words);
        }
        assertThrows(CommandLine.UsageException.class, () -> new PhonesCommand(data, System.out).run(List.of("yealink"),
                () -> config("simulator", "127.0.0.1")));
    }
}
