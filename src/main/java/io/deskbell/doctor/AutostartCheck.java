package io.deskbell.doctor;

import io.deskbell.desktop.Autostart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Whether Deskbell starts when the agent logs in. */
public final class AutostartCheck implements Check {
    private final Optional<Autostart> autostart;

    /** @param autostart empty for a program that was not installed */
    public AutostartCheck(Optional<Autostart> autostart) {
        this.autostart = autostart;
    }

    @Override
    public List<Finding> look() {
        if (autostart.isEmpty()) {
            return List.of(DoctorReason.AUTOSTART_NOT_INSTALLED.found());
        }
        try {
            return List.of(switch (autostart.get().state()) {
                case ON -> DoctorReason.AUTOSTART_ON.found();
                case SET_BY_ADMINISTRATOR -> DoctorReason.AUTOSTART_FOR_ALL.found();
                case OFF -> DoctorReason.AUTOSTART_OFF.found();
            });
        } catch (IOException unknown) {
            return List.of(DoctorReason.AUTOSTART_UNKNOWN.found(unknown.getMessage()));
        }
    }
}
