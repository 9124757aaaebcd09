package io.deskbell.desktop;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * GNOME: its switch Do Not Disturb is the setting show-banners, asked for by {@code gsettings}. The settings portal
 * would be at hand by D-Bus, but passes on no more than fonts, colours and the like.
 */
record GnomeBanners(Dialogue dialogue) implements DoNotDisturb {
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final List<String> QUESTION =
            List.of("gsettings", "get", "org.gnome.desktop.notifications", "show-banners");

    @Override
    public boolean isOn() {
        try {
            return dialogue.ask(QUESTION, "", PATIENCE).text().strip().equals("false");
        } catch (IOException unknown) {
            return false; // Better a toast too many than a call unseen.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
