package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class DialogueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void whatIsSaidIsHeardAndAnswered() throws IOException, InterruptedException {
        assertEquals(new Dialogue.Answer(0, "Zoë\n"), Dialogue.REAL.ask(List.of("cat"), "Zoë\n", PATIENCE));
    }

    @Test
    void muchIsSaidWithoutAStandstill() throws IOException, InterruptedException {
        String much = "0123456789".repeat(100_000);
        assertEquals(much, Dialogue.REAL.ask(List.of("cat"), much, PATIENCE).text());
    }

    @Test
    void whoDoesNotListenMayStillAnswer() throws IOException, InterruptedException {
        assertEquals(3, Dialogue.REAL.ask(List.of("sh", "-c", "exit 3"), "x".repeat(1_000_000), PATIENCE).exit());
    }

    @Test
    void whoTakesTooLongHasFailed() {
        assertThrows(IOException.class, () -> Dialogue.REAL.ask(List.of("sleep", "60"), "", Duration.ofMillis(50)));
    }

    @Test
    void anAnswerShowsItsTextToNoLog() {
        assertEquals("exit 0", new Dialogue.Answer(0, "s3cret").toString());
    }
}
