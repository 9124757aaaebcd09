package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigDraft;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import io.deskbell.desktop.SecretStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetUpTest {
    @TempDir
    private Path folder;
    private SecretStore store;
    private ConfigFiles files;
    private SetUp setUp;

    @BeforeEach
    void open() throws Exception {
        store = SecretStore.inFiles(folder.resolve("secrets"));
        Path file = Files.writeString(folder.resolve("config.ini"),
                "[agent]\nextension = 201\n[inbox]\napi_key = abc\n[phone]\nsource = simulator\n");
        files = new ConfigFiles(List.of(), file, false, new ConfigSecrets(store));
        setUp = new SetUp(files, new Machine(OperatingSystem.LINUX, Map.of(), folder, false), () -> { });
    }

    @Test
    void theTokenOfTheIntakeIsKeptWithSaveAndIsTheOneThatWasTried() throws Exception {
        ConfigDraft draft = withIntake();
        String tried = token(draft.config());
        assertEquals(Optional.empty(), store.find("intake.token"));
        draft.save();
        assertEquals(tried, token(files.load()));
        assertEquals(Optional.of(tried), store.find("intake.token"));
        assertEquals(tried, token(withIntake().config()));
    }

    @Test
    void whoseSettingsAreClosedUnsavedLeavesNoTokenAndFindsTheSameOneAgain() throws Exception {
        String tried = token(withIntake().config());
        files.load();
        assertEquals(Optional.empty(), store.find("intake.token"));
        assertEquals(tried, token(withIntake().config()));
    }

    @Test
    void aTokenThatIsKeptIsTheOneThatIsUsed() throws Exception {
        setUp.keepSecret("intake.token", "0123456789abcdef");
        assertEquals("0123456789abcdef", token(withIntake().config()));
    }

    @Test
    void noTwoComputersHaveTheSameToken() throws Exception {
        assertNotEquals(new ConfigSecrets(store).findForDraft("intake.token"),
                new ConfigSecrets(store).findForDraft("intake.token"));
    }

    private ConfigDraft withIntake() throws Exception {
        ConfigDraft draft = setUp.open();
        draft.set("phone", "source", "intake");
        draft.problems();
        while (draft.isAwaiting()) draft.questions().forEach(question -> question.ask().run());
        return draft;
    }

    private static String token(Config config) {
        return config.intake().orElseThrow().token().reveal();
    }
}
