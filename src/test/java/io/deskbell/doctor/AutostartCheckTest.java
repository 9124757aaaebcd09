package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.desktop.Autostart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutostartCheckTest {
    /** Says how it stands; the doctor changes nothing. */
    private interface Standing extends Autostart {
        @Override
        default void turn(boolean on) {
            throw new AssertionError("the doctor only looks");
        }
    }

    @Test
    void howItStandsIsSaid() {
        assertEquals(List.of("ok    autostart  starts when this user logs in"), look(() -> Autostart.State.ON));
        assertEquals(List.of("ok    autostart  starts for everybody at this computer"),
                look(() -> Autostart.State.SET_BY_ADMINISTRATOR));
        assertEquals(List.of("note  autostart  does not start by itself: switch it on under Settings"),
                look(() -> Autostart.State.OFF));
    }

    @Test
    void whatTheSystemDoesNotTellIsNoFaultOfIts() {
        assertEquals(List.of("note  autostart  cannot be told (Windows did not let us at its registry (error 5)): look"
                + " under Settings"), look(() -> {
                    throw new IOException("Windows did not let us at its registry (error 5)");
                }));
    }

    @Test
    void aProgramThatWasNotInstalledIsStartedByHand() {
        assertEquals(List.of("note  autostart  this Deskbell was not installed: start it by hand"),
                words(new AutostartCheck(Optional.empty())));
    }

    private static List<String> look(Standing standing) {
        return words(new AutostartCheck(Optional.of(standing)));
    }

    private static List<String> words(AutostartCheck check) {
        return check.look().stream().map(Finding::toString).toList();
    }
}
