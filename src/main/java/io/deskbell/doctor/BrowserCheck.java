package io.deskbell.doctor;

import io.deskbell.config.PopSettings;
import io.deskbell.desktop.Desktop;
import java.util.List;
import java.util.Optional;

/** Whether there is something to show the conversation with. Opens nothing. */
public final class BrowserCheck implements Check {
    private static final String PART = "browser";

    private final Desktop desktop;
    private final Optional<PopSettings> settings;

    public BrowserCheck(Desktop desktop, Optional<PopSettings> settings) {
        this.desktop = desktop;
        this.settings = settings;
    }

    @Override
    public List<Finding> look() {
        if (settings.filter(pop -> pop.when() == PopSettings.When.NEVER).isPresent()) {
            return List.of(Finding.well(PART, "not wanted: [pop] when = never"));
        }
        if (!desktop.hasDisplay()) {
            return List.of(Finding.note(PART, "there is no screen here: look again in the agent's own session"));
        }
        return List.of(desktop.browser().map(program -> Finding.well(PART, "addresses are opened with " + program))
                .orElse(Finding.broken(PART, "nothing that opens an address: install a browser and xdg-utils")));
    }
}
