package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.config.UiSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskUiTest {
    @TempDir
    Path folder;

    @Test
    void withoutToastsACallLoadsNothingOfJavaFx() throws IOException {
        try (ADesk desk = new ADesk(folder); DeskUi ui = ui(desk, new UiSettings(false, false), () -> { })) {
            ui.prepare();
            ui.happened(Calls.event(Type.RINGING, Calls.ringing("c", Calls.customer(), Calls.NOW)));
            ui.statusChanged();
            assertFalse(ui.hasStarted());
        }
    }

    @Test
    void theSoundIsMadeOnRingingOnlyAndOnlyWhereItIsWanted() throws IOException {
        AtomicInteger chimes = new AtomicInteger();
        try (ADesk desk = new ADesk(folder);
                DeskUi loud = ui(desk, new UiSettings(false, true), chimes::incrementAndGet);
                DeskUi still = ui(desk, new UiSettings(false, false), chimes::incrementAndGet)) {
            for (DeskUi ui : new DeskUi[] {loud, still}) {
                ui.happened(Calls.event(Type.RINGING, Calls.ringing("c", Calls.customer(), Calls.NOW)));
                ui.happened(Calls.event(Type.ANSWERED, Calls.connected("c", Calls.customer(), Calls.NOW)));
            }
        }
        assertEquals(1, chimes.get());
    }

    @Test
    void theSoundIsShortAndFades() {
        byte[] sound = Chime.samples();
        assertEquals(11_024, sound.length);
        assertEquals(0, sound[0]);
    }

    private static DeskUi ui(Desk desk, UiSettings settings, Runnable chime) {
        return new DeskUi(desk, new Habits(settings, "NL", Locale.ENGLISH, Calls.ZONE, Calls.CLOCK), () -> { }, chime);
    }
}
