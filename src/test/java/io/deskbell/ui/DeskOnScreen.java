package io.deskbell.ui;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.config.UiSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/** A program with the whole desk as the companion has it, through its one door, until a line is written to it. */
final class DeskOnScreen {
    private DeskOnScreen() {
    }

    public static void main(String[] args) throws IOException {
        Habits habits = new Habits(new UiSettings(true, false), "NL", Locale.ENGLISH, Locale.ENGLISH, Calls.ZONE,
                Calls.CLOCK);
        try (ADesk desk = new ADesk(Path.of(args[0])).withAMorning();
                DeskUi ui = new DeskUi(desk, habits, () -> { })) {
            ui.prepare();
            ui.happened(Calls.event(Type.RINGING, Calls.ringing("c", Calls.customer(), Calls.NOW)));
            ui.show();
            ui.statusChanged();
            System.out.println("ready");
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        }
        System.out.println("done");
    }
}
