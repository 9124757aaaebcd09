package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventIntakeTest {
    @Test
    void namesStandInAnyOrderAndValuesMayBeEmpty() {
        assertEquals(Map.of("source", "microsip", "state", "ringing", "id", "", "number", "+31612345678"),
                EventIntake.values(List.of("--id", "", "--number", "+31612345678", "--source=microsip", "--state",
                        "ringing")));
        assertEquals(Map.of("id", "", "number", "", "name", "P. Jansen"),
                EventIntake.values(List.of("--id", "--number", "--name", "P. Jansen")));
    }

    @Test
    void aHookThatAddsTheNumberAddsItLast() {
        assertEquals(Map.of("state", "ended", "number", "0612345678"),
                EventIntake.values(List.of("--state", "ended", "--number", "0612345678")));
        assertEquals(Map.of("state", "ended", "number", "0612345678"),
                EventIntake.values(List.of("--state", "ended", "0612345678")));
    }

    @Test
    void theOldCommandLineOfThe3cxAssistantIsUnderstood() {
        assertEquals(Map.of("source", "3cx-assistant", "state", "connected", "number", "0612345678", "direction", "I",
                "id", "17"), EventIntake.values(List.of("/N:C", "/C:0612345678", "/T:I", "/I:17")));
    }

    @Test
    void withoutTheIntakeTheHookIsToldWhatToChange() {
        assertEquals(2, new EventIntake(Optional::empty).take(List.of("--state", "ringing")).exit());
    }
}
