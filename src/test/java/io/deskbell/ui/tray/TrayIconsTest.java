package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrayIconsTest {
    private static final int LIGHT_PANEL = 0xF6F5F4;
    private static final int DARK_PANEL = 0x222222;
    /** WCAG 2.1, 1.4.11: graphical objects. */
    private static final double ENOUGH_CONTRAST = 3;

    @ParameterizedTest
    @EnumSource
    void itStandsOutOnLightAndDarkPanels(TrayState state) {
        // A point of the disc that no figure covers, in any state.
        int disc = pixel(TrayIcons.draw(state, 64), 4, 32);
        assertEquals(0xFF, disc >>> 24, "opaque");
        assertTrue(contrast(disc, LIGHT_PANEL) > ENOUGH_CONTRAST, () -> "on light: " + contrast(disc, LIGHT_PANEL));
        assertTrue(contrast(disc, DARK_PANEL) > ENOUGH_CONTRAST, () -> "on dark: " + contrast(disc, DARK_PANEL));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 22, 24, 32, 48, 64})
    void noTwoStatesLookAlikeWithoutColour(int size) {
        List<String> alike = new ArrayList<>();
        for (TrayState one : TrayState.values()) {
            for (TrayState other : TrayState.values()) {
                if (one.compareTo(other) >= 0) continue;
                double different = shareThatDiffers(bright(one, size), bright(other, size));
                if (different < 0.05) alike.add(one + " and " + other + ": " + different);
            }
        }
        assertEquals(List.of(), alike);
    }

    @ParameterizedTest
    @EnumSource
    void theCornersAreClearAndTheEdgeIsSmooth(TrayState state) {
        Picture picture = TrayIcons.draw(state, 22);
        assertEquals(0, pixel(picture, 0, 0) >>> 24);
        boolean smooth = Arrays.stream(picture.argb()).map(argb -> argb >>> 24)
                .anyMatch(alpha -> alpha > 40 && alpha < 215);
        assertTrue(smooth, "no half-covered pixels at the edge");
    }

    @Test
    void everySizeIsDrawnForItself() {
        assertEquals(List.of(16, 22, 24, 32, 48, 64), IconPixmap.of(TrayState.WATCHING).stream()
                .map(IconPixmap::width).toList());
    }

    /** Where the white figure, and nothing darker, is: what is left when colours cannot be told apart. */
    private static boolean[] bright(TrayState state, int size) {
        int[] argb = TrayIcons.draw(state, size).argb();
        boolean[] bright = new boolean[argb.length];
        for (int i = 0; i < argb.length; i++) {
            bright[i] = argb[i] >>> 24 > 128 && luminance(argb[i]) > 0.55;
        }
        return bright;
    }

    private static double shareThatDiffers(boolean[] one, boolean[] other) {
        int differing = 0;
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) differing++;
        }
        return differing / (double) one.length;
    }

    private static int pixel(Picture picture, int x, int y) {
        return picture.argb()[y * picture.size() + x];
    }

    /** WCAG 2.1, "contrast ratio". */
    private static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** WCAG 2.1, "relative luminance". */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int eightBits) {
        double value = eightBits / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
