package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.config.UiSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
    void thereIsNoSoundWhileTheAgentWantsToHearNothing() {
        AtomicInteger notes = new AtomicInteger();
        new Chime(() -> true, notes::incrementAndGet, Runnable::run).run();
        assertEquals(0, notes.get());
        new Chime(() -> false, notes::incrementAndGet, Runnable::run).run();
        assertEquals(1, notes.get());
    }

    @Test
    void theSoundIsShortAndFades() {
        byte[] sound = Chime.samples();
        assertEquals(11_024, sound.length);
        assertEquals(0, sound[0]);
    }

    @Test
    void onlyFxStartsJavaFxOrHandsItWork() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            List<String> users = new ArrayList<>();
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                boolean uses = text.contains("runLater(") || text.contains("Platform.startup(");
                if (uses) users.add(source.getFileName().toString());
            }
            assertEquals(List.of("Fx.java"), users);
        }
    }

    private static DeskUi ui(Desk desk, UiSettings settings, Runnable chime) {
        Habits habits = new Habits(settings, "NL", Locale.ENGLISH, Locale.ENGLISH, Calls.ZONE, Calls.CLOCK);
        return new DeskUi(desk, habits, () -> { }, chime);
    }
}
