package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.config.Origin;
import io.deskbell.config.Outside;
import io.deskbell.doctor.SecretsCheck;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
    /** Below HKLM\Software\Policies everybody may read, and nobody but IT may write. */
    @Test
    void aKeyInThePolicyIsOneThatAllUsersOfTheComputerRead() {
        Path machine = Path.of("machine.ini");
        assertEquals(List.of(
                new SecretsCheck.Written("sip.password", Path.of(Outside.POLICY), true),
                new SecretsCheck.Written("sip.password", Path.of("user.ini"), false),
                new SecretsCheck.Written("inbox.api_key", machine, true)),
                Diagnosis.written(List.of(sets("machine.ini", "inbox.api_key"), sets("user.ini", "sip.password"),
                        sets(Outside.POLICY, "sip.password")), machine));
    }

    private static Origin sets(String name, String key) {
        return new Origin(name, true, List.of(key), List.of(), List.of(), List.of());
    }
}
