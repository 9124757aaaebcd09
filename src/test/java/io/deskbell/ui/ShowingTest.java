package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Call;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowingTest {
    @TempDir
    private Path folder;
    private ADesk desk;
    private Showing showing;

    @BeforeEach
    void begin() throws Exception {
        desk = new ADesk(folder);
        desk.canShowCustomers = true;
        showing = new Showing(desk, new Words(Locale.ENGLISH), Runnable::run, Runnable::run);
    }

    @AfterEach
    void end() throws Exception {
        desk.close();
    }

    @Test
    void itIsOfferedForWhatNobodyAnswered() {
        assertTrue(showing.isOfferedFor(Calls.missed("m", Calls.customer(), Calls.NOW)));
        assertFalse(showing.isOfferedFor(Calls.ringing("r", Calls.customer(), Calls.NOW)));
        assertFalse(showing.isOfferedFor(Calls.ended("e", Direction.OUTBOUND, Calls.customer(), Calls.NOW,
                Duration.ofSeconds(9))));
    }

    /** Agent Inbox was told of it by the colleague's desk, and would begin a second conversation. */
    @Test
    void whatAColleagueAnsweredHasItsConversation() {
        Call taken = Calls.unanswered("t", EndReason.ANSWERED_ELSEWHERE);
        assertFalse(showing.isOfferedFor(taken));
        showing.show(taken, () -> { }, why -> { });
        assertEquals(List.of(), desk.customersShown);
        assertTrue(showing.isOfferedFor(Calls.unanswered("b", EndReason.BUSY)));
    }
}
