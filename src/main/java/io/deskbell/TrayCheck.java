package io.deskbell;

import io.deskbell.desktop.Desktop;
import io.deskbell.doctor.Check;
import io.deskbell.doctor.DoctorReason;
import io.deskbell.doctor.Finding;
import java.io.IOException;
import java.util.List;

/** Whether the agent would see the icon. Stands here because the doctor does not know the screen's rooms. */
final class TrayCheck implements Check {
    private final Desktop desktop;
    private final Prospect prospect;

    /** What would show the icon. */
    @FunctionalInterface
    interface Prospect {
        /** @throws IOException in words for a person: nothing would, and why */
        String look() throws IOException;
    }

    TrayCheck(Desktop desktop, Prospect prospect) {
        this.desktop = desktop;
        this.prospect = prospect;
    }

    @Override
    public List<Finding> look() {
        if (!desktop.hasDisplay()) return List.of(DoctorReason.TRAY_NO_SCREEN.found());
        try {
            return List.of(DoctorReason.TRAY_FOUND.found(prospect.look()));
        } catch (IOException none) {
            return List.of(DoctorReason.TRAY_NONE.found(none.getMessage()));
        }
    }
}
