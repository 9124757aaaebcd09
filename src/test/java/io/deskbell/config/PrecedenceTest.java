package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lowest first: what is assumed, the machine's file, the user's, the named one, the policy. */
class PrecedenceTest {
    private static final String MINIMUM = "[inbox]\napi_key = abc\n[phone]\nsource = simulator\n";

    @TempDir
    private Path folder;

    @Test
    void eachPlaceWinsOverTheOnesBelow() throws Exception {
        Path machine = write("machine.ini", MINIMUM + "[agent]\nextension = 1\ncountry = BE\noutside_prefix = 9\n");
        Path user = write("user.ini", "[agent]\nextension = 2\ncountry = DE\n");
        Path named = write("named.ini", "[agent]\nextension = 3\n");
        AgentSettings agent = load(List.of(machine, user, named), Map.of("agent.country", "FR")).agent();
        assertEquals("3", agent.extension());
        assertEquals("FR", agent.country());
        assertEquals("9", agent.outsidePrefix());
        assertEquals("2..5", agent.internal());
    }

    @Test
    void aPolicyWinsOverALockAndAnEmptyOneIsNone() throws Exception {
        Path machine = write("machine.ini", MINIMUM + "[agent]\nextension = 1\ncountry = BE\n[lock]\nkeys = agent.*\n");
        Map<String, String> policy = Map.of("agent.country", "FR", "agent.extension", " ");
        AgentSettings agent = load(List.of(machine), policy).agent();
        assertEquals("FR", agent.country());
        assertEquals("1", agent.extension());
    }

    @Test
    void aWrongPolicyIsALineThatNamesIt() throws IOException {
        Path machine = write("machine.ini", MINIMUM + "[agent]\nextension = 1\n");
        ConfigException wrong = assertThrows(ConfigException.class,
                () -> load(List.of(machine), Map.of("pop.when", "often")));
        assertEquals("policy Software\\Policies\\Deskbell [pop] when = often: not one of answered, ringing, click,"
                + " never",
                wrong.getMessage());
    }

    @Test
    void aPolicyThatNobodyKnowsIsToldOfAndDoesNotEndTheStart() throws Exception {
        Path machine = write("machine.ini", MINIMUM + "[agent]\nextension = 1\n[lock]\nkeys = inbox.*\n");
        Path user = write("user.ini", "[inbox]\napi_key = mine\n");
        Map<String, String> policy = Map.of("agent.contry", "FR", "agent.country", "BE", "inbx.api_key", "secret",
                "inbx.api_url", "https://x", ".country", "DE", "lock.keys", "pop.*");
        Config config = load(List.of(machine, user), policy);
        assertEquals("BE", config.agent().country());
        assertEquals("abc", config.inbox().apiKey().reveal(), "the file's lock holds");
        assertEquals(List.of(
                "policy Software\\Policies\\Deskbell country: belongs below it, into the key of its section",
                "policy Software\\Policies\\Deskbell [agent] contry: no such key; did you mean country?",
                "policy Software\\Policies\\Deskbell [inbx]: no such section; did you mean inbox?",
                "policy Software\\Policies\\Deskbell [lock] keys: of files only; a policy locks what it sets"),
                new Outside(StoredSecrets.NONE, ExtensionLookup.NONE, policy).unheededPolicies().stream()
                        .map(Problem::toString).toList());
    }

    /** The computer's of a type that is none, the user's as it should be: that one holds, and the other is told of. */
    @Test
    void aPolicyThatIsNoTextIsToldOfWithTheTypeToUse() throws Exception {
        Path machine = write("machine.ini", MINIMUM + "[agent]\nextension = 1\ncountry = BE\n");
        Outside outside = new Outside(StoredSecrets.NONE, ExtensionLookup.NONE, new Policy(Map.of("pop.when", "never"),
                Set.of("agent.country", "pop.when", "pop.wehn")), true);
        Config config = Config.load(List.of(machine), outside);
        assertEquals("BE", config.agent().country());
        assertEquals(PopSettings.When.NEVER, config.pop().when());
        String type = ": neither text nor a number: set it as REG_SZ, or a number as REG_DWORD";
        assertEquals(List.of("policy Software\\Policies\\Deskbell [agent] country" + type,
                "policy Software\\Policies\\Deskbell [pop] wehn: no such key; did you mean when?",
                "policy Software\\Policies\\Deskbell [pop] when" + type),
                outside.unheededPolicies().stream().map(Problem::toString).toList());
    }

    @Test
    void whatAPolicySetsIsLockedInTheSettings() throws Exception {
        Path user = write("user.ini", MINIMUM + "[agent]\nextension = 1\ncountry = NL\n");
        ConfigDraft draft = ConfigDraft.open(List.of(), user, new Outside(StoredSecrets.NONE, ExtensionLookup.NONE,
                Map.of("agent.country", "FR")));
        assertTrue(draft.isLocked("agent", "country"));
        assertFalse(draft.isLocked("agent", "extension"));
        assertEquals("FR", draft.value("agent", "country"));
        draft.set("agent", "country", "DE");
        assertEquals("FR", draft.config().agent().country());
        assertTrue(draft.text().contains("country = NL"));
    }

    @Test
    void aSectionsPatternLocksThatSectionOnly() throws Exception {
        Path machine = write("machine.ini", MINIMUM + "[lock]\nkeys = inbox.*, pop.when\n");
        Path user = write("user.ini", "[inbox]\napi_key = mine\nreferrer = +31201234567\n[pop]\nwhen = never\n"
                + "mode = open\n[agent]\nextension = 5\n");
        Config config = load(List.of(machine, user), Map.of());
        assertEquals("abc", config.inbox().apiKey().reveal());
        assertTrue(config.inbox().referrer().isEmpty());
        assertEquals(PopSettings.When.ANSWERED, config.pop().when());
        assertEquals(PopSettings.Mode.OPEN, config.pop().mode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            inbox.api_kye, pop.when    | inbox.api_kye locks nothing; did you mean inbox.api_key?
            Agent.Extention            | agent.extention locks nothing; did you mean agent.extension?
            inbx.*                     | inbx.* locks nothing; did you mean inbox.*?
            ui.whatever_it_may_be      | ui.whatever_it_may_be locks nothing; there are ui.toast, ui.sound
            *                          | * locks nothing; name a key such as inbox.api_key, or inbox.* for all of a \
            section
            """)
    void aLockThatWouldLockNothingIsToldOf(String locks, String what) throws IOException {
        Path machine = write("machine.ini", MINIMUM + "[agent]\nextension = 1\n[lock]\nkeys = " + locks + "\n");
        ConfigException wrong = assertThrows(ConfigException.class, () -> load(List.of(machine), Map.of()));
        assertEquals(machine + " [lock] keys: " + what, wrong.getMessage());
    }

    @Test
    void aLockIsWrittenInAnyCaseAndMayEndWithAComma() throws Exception {
        Path machine = write("machine.ini", MINIMUM + "[agent]\nextension = 1\n[lock]\nkeys = Inbox.API_key,\n");
        Path user = write("user.ini", "[inbox]\napi_key = mine\n");
        assertEquals("abc", load(List.of(machine, user), Map.of()).inbox().apiKey().reveal());
    }

    private Config load(List<Path> files, Map<String, String> policy) throws ConfigException {
        return Config.load(files, new Outside(StoredSecrets.NONE, ExtensionLookup.NONE, policy));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
