package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.desktop.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventIntakeTest {
    @TempDir
    private Path folder;

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
    void aNameNobodyReadsIsRefusedWithTheRightOnes() {
        Reply refused = EventIntake.refusal(List.of("--state", "ringing", "--nummer", "0612345678")).orElseThrow();
        assertEquals(2, refused.exit());
        assertTrue(refused.words().contains("mac, name, number, origin"), refused.words());
        assertFalse(refused.words().contains("0612345678"), "it may be a customer's");
        assertEquals(Optional.empty(), EventIntake.refusal(List.of("--state", "ringing", "--transfer-to", "202")));
        assertEquals(Optional.empty(), EventIntake.refusal(List.of("--source", "microsip", "--state", "ended", "--new",
                "1")), "a maker may add names");
    }

    /** Also where nobody runs: a script must not take its own slip for a Deskbell that is away. */
    @Test
    void wrongUsageIsWrongWhetherOrNotDeskbellRuns() {
        for (String typed : List.of("log", "log foo", "log source.sip loud", "event", "event --source",
                "event --state hoover", "dial", "dial abc")) {
            assertEquals(2, Main.run(("--data " + folder + " " + typed).split(" ")), typed);
        }
        for (String typed : List.of("log source.sip debug", "event --state ended", "dial 0612345678")) {
            assertEquals(1, Main.run(("--data " + folder + " " + typed).split(" ")), typed);
        }
        assertEquals(0, Main.run("event", "--help"));
    }

    @Test
    void withoutTheIntakeTheHookIsToldWhatToChange() {
        assertEquals(2, new EventIntake(Optional::empty).take(List.of("--state", "ringing")).exit());
    }
}
