package io.deskbell.doctor;

import io.deskbell.config.PopSettings;
import io.deskbell.desktop.Desktop;
import java.util.List;
import java.util.Optional;

/** Whether there is something to show the conversation with. Opens nothing. */
public final class BrowserCheck implements Check {
    private final Desktop desktop;
    private final Optional<PopSettings> settings;

    public BrowserCheck(Desktop desktop, Optional<PopSettings> settings) {
        this.desktop = desktop;
        this.settings = settings;
    }

    @Override
    public List<Finding> look() {
        if (settings.filter(pop -> pop.when() == PopSettings.When.NEVER).isPresent()) {
            return List.of(DoctorReason.BROWSER_UNWANTED.found());
        }
        if (!desktop.hasDisplay()) {
            return List.of(DoctorReason.BROWSER_NO_SCREEN.found());
        }
        return List.of(desktop.browser().map(DoctorReason.BROWSER_FOUND::found)
                .orElseGet(DoctorReason.BROWSER_NONE::found));
    }
}
