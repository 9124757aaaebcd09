package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
    private static final String WHOLE = """
            [agent]
            extension = 201
            [inbox]
            api_key = key-1234567890
            [sip]
            server = sip:pbx.example.com:5061;transport=tls
            password = s3cret
            """;

    @TempDir
    Path folder;

    @Test
    void threeLinesAreEnough() throws ConfigException {
        Config config = Config.parse("config.ini", """
                [agent]
                extension = 201
                [inbox]
                api_key = abc
                [sip]
                server = pbx.example.com
                """);

        assertEquals(new AgentSettings("201", "NL", "2..5", "", Optional.empty()), config.agent());
        assertEquals(new InboxSettings(URI.create("https://api.robinhq.com"), new Secret("abc"), Optional.empty(),
                Optional.empty(), Optional.empty()), config.inbox());
        assertEquals(new PopSettings(PopSettings.When.ANSWERED, PopSettings.Mode.FOCUS, "https://app.robinhq.com/",
                List.of("Agent Inbox")), config.pop());
        assertEquals(List.of("sip"), config.sources());
        assertEquals(Optional.of(new SipSettings(List.of("pbx.example.com"), Optional.empty(), "201", "201",
                new Secret(""), "201", false, Duration.ofSeconds(600), Duration.ofSeconds(30), Optional.empty(),
                    SipSettings.Dial.NO, SipSettings.Event.DIALOG, Optional.empty())),
                config.sip());
    }

    @Test
    void remarksBehindValuesAreNoPartOfThem() throws ConfigException {
        Config config = Config.parse("config.ini", """
                [agent]
                extension = 201            ; as entered at Settings > Team > Phone extension
                country = NL               ; how to read numbers without a country code
                internal = 2..5            # numbers of this many digits are colleagues
                outside_prefix =           ; e.g. 0, stripped from dialled numbers
                [inbox]
                api_key = abc
                [sip]
                server = sip:pbx.example.com:5061;transport=tls
                password = "a ;b" ; in quotes
                """);

        assertEquals("201", config.agent().extension());
        assertEquals("", config.agent().outsidePrefix());
        assertEquals(List.of("sip:pbx.example.com:5061;transport=tls"), config.sip().orElseThrow().servers());
        assertEquals("a ;b", config.sip().orElseThrow().password().reveal());
    }

    @Test
    void aBackslashIsABackslash() throws ConfigException {
        assertEquals("C:\\temp\\new",
                Config.parse("c.ini", WHOLE + "user = C:\\temp\\new\n").sip().orElseThrow().user());
    }

    @Test
    void whatRingsAlongIsSetOnlyWhereItIsSwitchedOn() throws ConfigException {
        String keys = "filter_header = X-Customer\ncall_id_header = X-Id\nfork_ring = 0\n";
        assertEquals(Optional.empty(), Config.parse("c.ini", WHOLE + keys).sip().orElseThrow().fork());
        assertEquals(Optional.of(new SipSettings.SilentFork(Optional.of("X-Customer"), Optional.of("X-Id"),
                Duration.ZERO)), Config.parse("c.ini", WHOLE + keys + "fork = yes\n").sip().orElseThrow().fork());
    }

    @Test
    void aVariableIsNotExpanded() throws ConfigException {
        assertEquals("${sip/user}", Config.parse("c.ini", WHOLE + "user = ${sip/user}\n").sip().orElseThrow().user());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spi      | not
            spi,tap  | spi is not
            sip, tap | tap is not
            """)
    void anUnknownKindOfPhoneIsToldTheKindsThereAre(String written, String told) {
        ConfigException wrong = assertThrows(ConfigException.class,
                () -> Config.parse("config.ini", WHOLE + "[phone]\nsource = " + written + "\n"));
        assertTrue(wrong.getMessage().contains("[phone] source = " + written + ": " + told + " one of "
                + String.join(", ", Keys.SOURCES)), wrong.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [agent] country = XX     | [agent] country = XX: not a country; two letters such as NL, BE or GB
            [agent] internal = many  | [agent] internal = many: not digit counts such as 3 or 2..5
            [agent] country = AQ     | [agent] country = AQ: not a country; two letters such as NL, BE or GB
            [agent] internal = 5..2  | [agent] internal = 5..2: not digit counts such as 3 or 2..5
            [agent] internal = 3,    | [agent] internal = 3,: not digit counts such as 3 or 2..5
            [agent] internal = 0..16 | [agent] internal = 0..16: not digit counts such as 3 or 2..5
            [agent] transfer = both  | [agent] transfer = both: not one of giver, taker, never
            [agent] extention = 1    | [agent] extention: no such key; did you mean extension?
            [agents] extension = 1   | [agents]: no such section; did you mean agent?
            [include] url = https://h| [include]: not part of this version: use the machine-wide file, or policies
            [inbox] api_url = robin  | [inbox] api_url = robin: not an address such as https://api.robinhq.com
            [inbox] api_url = http://h:0 | [inbox] api_url = http://h:0: not an address such as https://api.robinhq.com
            [pop] url = http://h:65536|[pop] url = http://h:65536: not an address that begins with https:// or http://
            [pop] when = later       | [pop] when = later: not one of answered, ringing, click, never
            [pop] url = file:///etc  | [pop] url = file:///etc: not an address that begins with https:// or http://
            [sip] event = blf        | [sip] event = blf: not one of dialog, presence
            [sip] fork_ring = long   | [sip] fork_ring = long: not a number of seconds from 0 to 180
            [sip] filter_header = a b| [sip] filter_header = a b: not the name of a SIP header such as X-Customer
            [sip] refresh = often    | [sip] refresh = often: not a number of seconds from 5 to 3600
            """)
    void whatIsWrongIsSaidInOneLine(String line, String expected) {
        assertEquals(List.of("config.ini " + expected), problems(WHOLE + line.replaceFirst("] ", "]\n") + "\n"));
    }

    @Test
    void aSectionThatNobodyKnowsIsToldOfOnce() {
        assertEquals(List.of("config.ini [agents]: no such section; did you mean agent?"),
                problems(WHOLE + "[agents]\nextension = 1\ncountry = NL\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 0 1", "201@pbx", "<201>", "sip:201"})
    void whatIsNoExtensionIsRefused(String extension) {
        assertEquals(List.of("config.ini [agent] extension = " + extension
                + ": has a character no extension has; a short number such as 201"),
                problems(WHOLE.replace("extension = 201", "extension = " + extension)));
    }

    @Test
    void aSourceNamedTwiceIsOneSource() throws ConfigException {
        assertEquals(List.of("sip"), Config.parse("c.ini", WHOLE + "[phone]\nsource = sip, sip\n").sources());
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertEquals(List.of(
                "config.ini [agent] extension: missing: the agent's extension as entered in Agent Inbox",
                "config.ini [sip] server: missing: the telephone system, such as "
                        + "sip:pbx.example.com:5061;transport=tls",
                "config.ini [inbox] api_key: missing: the key CM.com gave you"), problems("[inbox]\napi_key =\n"));
    }

    @Test
    void aKeyWithAForbiddenCharacterIsNotShown() {
        assertEquals(List.of("config.ini [inbox] api_key = ***: has a character no key has; "
                + "letters, digits and - . _ ~ only"), problems(WHOLE.replace("key-1234567890", "ab/../cd")));
    }

    @Test
    void anUnknownPlaceholderIsNamed() {
        assertEquals(List.of("config.ini [pop] url = https://x.example/{fone}: {fone} is none of "
                + String.join(", ", PopPlaceholders.ALL)), problems(WHOLE + "[pop]\nurl = https://x.example/{fone}\n"));
    }

    @Test
    void aLineThatIsNeitherSectionNorKeyIsPointedAtWithoutBeingShown() {
        assertEquals(List.of("config.ini: line 2 is neither [section] nor key = value"),
                problems("[inbox]\napi_key secret-key\n"));
    }

    @Test
    void aKeyWrittenTwiceIsAnError() {
        assertEquals(List.of("config.ini [agent] extension: written 2 times; keep one"),
                problems("[agent]\nextension = 201\nextension = 202\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:pbx.example.com", "pbx.example.com:5060", "sips:pbx.example.com",
        "sip:10.0.0.5:5060;transport=tcp", "sip:[::1]:5060", "sip:[2001:db8::1]", "sip:localhost;transport=UDP",
        "sip:a.example.com, sip:b.example.com", "wss://websocket.voipgrid.nl", "ws://[::1]:8088/asterisk/ws",
        "sip:pbx.example.com;transport=wss"})
    void serversAreWrittenInManyWays(String server) throws ConfigException {
        String text = WHOLE.replace("sip:pbx.example.com:5061;transport=tls", server);
        assertFalse(Config.parse("c.ini", text).sip().orElseThrow().servers().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://pbx", "sip:", "pbx example com", "sip:pbx;transport=sctp", "sip:pbx:port",
        "wss://", "wss://user:pass@pbx/ws"})
    void whatIsNoServerIsRefused(String server) {
        String text = WHOLE.replace("sip:pbx.example.com:5061;transport=tls", server);
        assertTrue(problems(text).getFirst().startsWith("config.ini [sip] server = "), problems(text).toString());
    }

    @Test
    void laterFilesOverrideEarlierOnesSaveWhatIsLocked() throws Exception {
        Path machine = write("machine.ini", WHOLE + "[agent]\ncountry = NL\n[lock]\nkeys = inbox.*, agent.country\n");
        Path user = write("user.ini", "[agent]\nextension = 305\ncountry = DE\n[inbox]\napi_key = other\n");

        Config config = Config.load(List.of(machine, user));

        assertEquals("305", config.agent().extension());
        assertEquals("NL", config.agent().country());
        assertEquals("key-1234567890", config.inbox().apiKey().reveal());
    }

    @Test
    void aKeyLeftEmptyInALaterFileIsNotSetThere() throws Exception {
        Path machine = write("machine.ini", WHOLE);
        Path user = write("user.ini", SampleFile.text());

        Config config = Config.load(List.of(machine, user));

        assertEquals("201", config.agent().extension());
        assertEquals("key-1234567890", config.inbox().apiKey().reveal());
    }

    @Test
    void aMissingFileAFolderAndAHugeFileAreSaidPlainly() throws Exception {
        Path huge = folder.resolve("huge.ini");
        Files.write(huge, new byte[ConfigFile.MOST_BYTES + 1]);
        Path missing = folder.resolve("none.ini");

        ConfigException wrong = assertThrows(ConfigException.class, () -> Config.load(List.of(missing, folder, huge)));

        assertEquals(List.of(missing + ": no such file", folder + ": a folder, not a file",
                huge + ": too large to be a configuration"),
                wrong.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void whatIsNoTextIsNotReadAsOne() throws Exception {
        Path unmarked = folder.resolve("config.ini");
        Files.write(unmarked, WHOLE.getBytes(StandardCharsets.UTF_16LE));

        ConfigException wrong = assertThrows(ConfigException.class, () -> Config.load(List.of(unmarked)));

        assertEquals(unmarked + ": not a text file; save it as UTF-8", wrong.getMessage());
    }

    /** The machine's, the user's and the one named may all be called config.ini. */
    @Test
    void theFileIsNamedWithItsFolder() throws Exception {
        Path file = write("config.ini", WHOLE + "pasword = x\n");

        ConfigException wrong = assertThrows(ConfigException.class, () -> Config.load(List.of(file)));

        assertEquals(file + " [sip] pasword: no such key; did you mean password?", wrong.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
    void filesAreReadInTheEncodingsWindowsWrites(String charset) throws Exception {
        Path file = folder.resolve("config.ini");
        Files.write(file, (WHOLE + "user = Zoë\n").getBytes(Charset.forName(charset)));
        assertEquals("Zoë", Config.load(List.of(file)).sip().orElseThrow().user());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstSection() throws Exception {
        Path file = write("config.ini", "\uFEFF" + WHOLE);
        assertEquals("201", Config.load(List.of(file)).agent().extension());
    }

    @Test
    void secretsDoNotShowThemselves() throws ConfigException {
        Config config = Config.parse("config.ini", WHOLE);
        assertFalse(config.toString().contains("s3cret"));
        assertFalse(config.toString().contains("key-1234567890"));
        assertEquals(List.of(new Secret("key-1234567890"), new Secret("s3cret")), config.secrets());
    }

    private Path write(String name, String text) throws Exception {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void severalWindowTitlesAreSeparatedByBars() throws ConfigException {
        assertEquals(List.of("Agent Inbox", "ROBIN"), Config.parse("c.ini", WHOLE
                + "[pop]\nwindow_title = Agent Inbox | ROBIN |\n").pop().windowTitles());
        for (String useless : List.of("|", "a", "Agent Inbox | x")) {
            assertEquals(List.of("config.ini [pop] window_title = " + useless
                    + ": shorter than 3 letters: it would fit other windows too"),
                    problems(WHOLE + "[pop]\nwindow_title = " + useless + "\n"));
        }
    }

    @Test
    void aSecretLeftEmptyComesFromTheStoreAndAWrittenOneDoesNot() throws Exception {
        Path file = Files.writeString(folder.resolve("config.ini"), WHOLE.replace("key-1234567890", ""));
        Config config = Config.load(List.of(file), key -> Optional.of("stored-" + key));
        assertEquals(new Secret("stored-inbox.api_key"), config.inbox().apiKey());
        assertEquals(new Secret("s3cret"), config.sip().orElseThrow().password());
    }

    @Test
    void aStoreThatCannotBeReadIsSaidWithItsWords() throws Exception {
        Path file = Files.writeString(folder.resolve("config.ini"), WHOLE.replace("s3cret", ""));
        ConfigException wrong = assertThrows(ConfigException.class, () -> Config.load(List.of(file), key -> {
            throw new IOException("it was stored by another user");
        }));
        assertEquals(List.of(file + " [sip] password: left empty, and the secret store could not be read: "
                + "it was stored by another user"), wrong.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void everySecretOfAWorkingPartMayBeStored() {
        assertEquals(Config.SECRET_KEYS.stream().sorted().toList(),
                Keys.all().stream().filter(Key::isSecret).map(Key::fullName).sorted().toList());
    }

    private static List<String> problems(String text) {
        return assertThrows(ConfigException.class, () -> Config.parse("config.ini", text))
                .problems().stream().map(Problem::toString).toList();
    }
}
