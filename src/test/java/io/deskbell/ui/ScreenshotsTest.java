package io.deskbell.ui;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.config.UiSettings;
import io.deskbell.outbox.Counts;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.SourceStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Draws every screen, for people to look at; what can be told without eyes is checked on the way. */
class ScreenshotsTest {
    @TempDir
    Path folder;

    @Test
    void theWindowInEveryLanguageAndTheme() throws IOException {
        try (ADesk desk = new ADesk(folder).withAMorning()) {
            for (String language : new String[] {"en", "nl", "de"}) {
                for (Theme.Palette palette : Theme.Palette.values()) drawMain(desk, language, palette);
            }
        }
    }

    private static void drawMain(ADesk desk, String language, Theme.Palette palette) {
        Telling telling = Telling.of(habits(language));
        telling.live().happened(Calls.event(Type.ANSWERED, Calls.connected("l1", Calls.customer(),
                Calls.NOW.minusSeconds(95))));
        boolean trouble = palette == Theme.Palette.DARK;
        desk.courier = trouble ? new CourierStatus.Unavailable("no answer from api.robinhq.com",
                Calls.NOW.minusSeconds(600)) : new CourierStatus.Delivering();
        desk.phones = Map.of("sip", trouble ? new SourceStatus.Lost("no answer from pbx.example.com",
                Calls.NOW.minusSeconds(60)) : new SourceStatus.Watching(Calls.NOW));
        desk.counts = new Counts(trouble ? 3 : 0, 0, 0, Optional.empty());
        OnScreen.run(() -> {
            MainStage main = new MainStage(desk, telling, new Theme(palette), Runnable::run, Runnable::run, () -> { },
                    desk.dialling(telling));
            main.show();
            main.model().choose(1);
            String name = "main-" + language + "-" + palette.name().toLowerCase(Locale.ROOT);
            OnScreen.picture(main.stage().getScene().getRoot(), name, 1);
            if (language.equals("de")) OnScreen.picture(main.stage().getScene().getRoot(), name + "-200", 2);
            main.hide();
        });
    }

    static Habits habits(String language) {
        return new Habits(new UiSettings(true, false), "NL", Locale.of(language), Calls.ZONE, Calls.CLOCK);
    }
}
