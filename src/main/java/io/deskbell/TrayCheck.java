package io.deskbell;

import io.deskbell.desktop.Desktop;
import io.deskbell.desktop.Machine;
import io.deskbell.doctor.Check;
import io.deskbell.doctor.DoctorReason;
import io.deskbell.doctor.Finding;
import io.deskbell.ui.tray.TrayProspect;
import java.io.IOException;
import java.util.List;

/** Whether the agent would see the icon. Stands here because the doctor does not know the screen's rooms. */
final class TrayCheck implements Check {
    private final Machine machine;

    TrayCheck(Machine machine) {
        this.machine = machine;
    }

    @Override
    public List<Finding> look() {
        if (!new Desktop(machine).hasDisplay()) {
            return List.of(DoctorReason.TRAY_NO_SCREEN.found());
        }
        try {
            return List.of(DoctorReason.TRAY_FOUND.found(TrayProspect.of(machine)));
        } catch (IOException none) {
            return List.of(DoctorReason.TRAY_NONE.found(none.getMessage()));
        }
    }
}
