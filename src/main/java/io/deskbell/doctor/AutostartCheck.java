package io.deskbell.doctor;

import io.deskbell.desktop.Autostart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Whether Deskbell starts when the agent logs in. */
public final class AutostartCheck implements Check {
    private static final String PART = "autostart";

    private final Optional<Autostart> autostart;

    /** @param autostart empty for a program that was not installed */
    public AutostartCheck(Optional<Autostart> autostart) {
        this.autostart = autostart;
    }

    @Override
    public List<Finding> look() {
        if (autostart.isEmpty()) {
            return List.of(Finding.note(PART, "this Deskbell was not installed: start it by hand"));
        }
        try {
            return List.of(switch (autostart.get().state()) {
                case ON -> Finding.well(PART, "starts when this user logs in");
                case SET_BY_ADMINISTRATOR -> Finding.well(PART, "starts for everybody at this computer");
                case OFF -> Finding.note(PART, "does not start by itself: switch it on under Settings");
            });
        } catch (IOException unknown) {
            return List.of(Finding.note(PART, "cannot be told: " + unknown.getMessage()));
        }
    }
}
