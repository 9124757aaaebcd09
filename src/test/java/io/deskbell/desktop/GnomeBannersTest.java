package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GnomeBannersTest {
    private final List<String> asked = new ArrayList<>();

    @Test
    void noBannersMeanDoNotDisturb() {
        assertTrue(answering("false\n").isOn());
        assertEquals(List.of("gsettings get org.gnome.desktop.notifications show-banners"), asked);
        assertFalse(answering("true\n").isOn());
        assertFalse(answering("No such schema").isOn());
    }

    @Test
    void whereThereIsNoSuchProgramTheAgentMayBeDisturbed() {
        assertFalse(new GnomeBanners((command, said, patience) -> {
            throw new IOException("no gsettings");
        }).isOn());
    }

    @Test
    void itIsAskedOnGnomeAndItsKinOnly() {
        for (String desktop : List.of("GNOME", "ubuntu:GNOME", "Budgie:GNOME", "Unity")) {
            assertInstanceOf(GnomeBanners.class, DoNotDisturb.of(linux(desktop)), desktop);
        }
        assertFalse(DoNotDisturb.of(linux("KDE")) instanceof GnomeBanners);
        assertFalse(DoNotDisturb.of(new Machine(OperatingSystem.WINDOWS, Map.of(), Path.of("/"), false)).isOn());
    }

    private GnomeBanners answering(String text) {
        return new GnomeBanners((command, said, patience) -> {
            asked.add(String.join(" ", command));
            return new Dialogue.Answer(0, text);
        });
    }

    private static Machine linux(String desktop) {
        return new Machine(OperatingSystem.LINUX, Map.of("XDG_CURRENT_DESKTOP", desktop), Path.of("/"), false);
    }
}
