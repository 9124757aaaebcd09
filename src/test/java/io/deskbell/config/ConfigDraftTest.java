package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ConfigDraftTest {
    private static final String OURS =
            "; mine\n[agent]\nextension = 201\n[inbox]\napi_key = abc\n[sip]\nserver = pbx\n";

    @TempDir
    Path folder;
    private Path machine;
    private Path user;

    @BeforeEach
    void files() {
        machine = folder.resolve("machine.ini");
        user = folder.resolve("user").resolve("config.ini");
    }

    @Test
    void withoutAnyFileTheAssumedValuesAreThere() throws ConfigException {
        ConfigDraft draft = ConfigDraft.open(List.of(machine), user);
        assertEquals(List.of("", "NL", "sip"), List.of(draft.value("agent", "extension"),
                draft.value("agent", "country"), draft.value("phone", "source")));
        assertEquals(List.of("agent.extension", "sip.server"), wrong(draft));
        draft.questions().forEach(question -> question.ask().run());
        assertEquals(List.of("agent.extension", "sip.server", "inbox.api_key"), wrong(draft));
    }

    @Test
    void whatIsNotAnsweredYetIsNotWrongAndIsAskedOnce() throws Exception {
        write(user, OURS.replace("abc", ""));
        ConfigDraft draft = ConfigDraft.open(List.of(), user, key -> {
            if (key.equals("sip.password")) return Optional.of("s3cret");
            throw new IOException("the keyring is on strike");
        });
        assertEquals(List.of(), draft.problems());
        assertThrows(ConfigException.class, draft::config);
        List<Runnable> answers = draft.questions().stream().map(ConfigDraft.Question::ask).toList();
        assertEquals(List.of(), draft.problems());
        assertTrue(draft.isAwaiting());
        answers.forEach(Runnable::run);
        assertFalse(draft.isAwaiting());
        assertTrue(draft.isStored("sip", "password"));
        assertEquals("config.ini [inbox] api_key: left empty, and the secret store could not be read: the keyring is on"
                + " strike", draft.problems().getFirst().toString());
        draft.moveToStore("inbox", "api_key", "new");
        assertEquals(List.of("s3cret", "new"), draft.config().secrets().stream().map(Secret::reveal)
                .filter(secret -> !secret.isEmpty()).sorted(Comparator.reverseOrder()).toList());
        assertEquals(List.of(), draft.questions());
    }

    @Test
    void whatIsSavedIsReadBackAndEverythingElseStays() throws Exception {
        write(user, OURS);
        ConfigDraft draft = ConfigDraft.open(List.of(machine), user);
        draft.set("agent", "extension", "202");
        draft.set("agent", "country", "NL"); // What is assumed anyway is not written down.
        draft.save();
        assertEquals(OURS.replace("201", "202"), Files.readString(user));
        assertEquals("202", Config.load(List.of(user)).agent().extension());
    }

    @Test
    void whatIsTakenBackIsAsItWasAndTheRestStaysChanged() throws Exception {
        write(user, OURS);
        ConfigDraft draft = ConfigDraft.open(List.of(), user);
        draft.set("inbox", "api_key", "new");
        draft.set("agent", "extension", "202");
        draft.set("poll", "password", "secret");
        draft.unset("inbox", "api_key");
        draft.unset("poll", "password");
        draft.unset("sip", "server"); // Which nobody has set.
        assertEquals(OURS.replace("201", "202"), draft.text());
        draft.save();
        draft.set("agent", "extension", "203");
        draft.unset("agent", "extension");
        assertEquals(OURS.replace("201", "202"), draft.text());
    }

    @Test
    void aFolderThatIsNotThereIsMade() throws Exception {
        ConfigDraft draft = ConfigDraft.open(List.of(), user);
        draft.set("agent", "extension", "201");
        draft.save();
        assertEquals("[agent]\nextension = 201\n", Files.readString(user));
        try (var left = Files.list(user.getParent())) {
            assertEquals(List.of(user), left.toList());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFileWithTheKeyIsForItsOwnerOnly() throws Exception {
        ConfigDraft draft = ConfigDraft.open(List.of(), user);
        draft.set("inbox", "api_key", "abc");
        draft.save();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(user)));
    }

    @Test
    void whatItHasLockedCannotBeSet() throws Exception {
        write(machine, "[agent]\ncountry = DE\n[lock]\nkeys = agent.country, inbox.*\n");
        ConfigDraft draft = ConfigDraft.open(List.of(machine), user);
        draft.set("agent", "country", "NL");
        assertTrue(draft.isLocked("inbox", "api_key"));
        assertFalse(draft.isLocked("agent", "extension"));
        assertEquals(List.of("DE", ""), List.of(draft.value("agent", "country"), draft.text()));
    }

    @Test
    void whatIsWrongIsToldBeforeItIsSaved() throws Exception {
        write(user, OURS);
        ConfigDraft draft = ConfigDraft.open(List.of(), user);
        draft.set("sip", "server", "not a server");
        assertEquals(List.of("config.ini [sip] server = not a server: not a server such as sip:pbx.example.com or"
                + " sip:10.0.0.5:5060;transport=tcp"), draft.problems().stream().map(Problem::toString).toList());
    }

    @Test
    void aFileThatIsNoIniFileIsNotTouched() throws IOException {
        write(user, "[agent\nnonsense");
        assertThrows(ConfigException.class, () -> ConfigDraft.open(List.of(), user));
    }

    private static List<String> wrong(ConfigDraft draft) {
        return draft.problems().stream().map(problem -> problem.section() + "." + problem.key()).toList();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
