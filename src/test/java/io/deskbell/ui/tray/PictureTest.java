package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PictureTest {
    private static final Shape ALL = (x, y) -> true;
    private static final Shape LEFT = (x, y) -> x < 0.5;

    @Test
    void whatIsPaintedCoversWhatWasThere() {
        int[] pixels = new Picture(2).paint(ALL, 0x112233).paint(LEFT, 0xFFFFFF).argb();
        assertArrayEquals(new int[] {0xFFFFFFFF, 0xFF112233, 0xFFFFFFFF, 0xFF112233}, pixels);
    }

    @Test
    void aPixelHalfCoveredIsHalfThere() {
        assertArrayEquals(new int[] {0x80FFFFFF}, new Picture(1).paint(LEFT, 0xFFFFFF).argb());
        assertArrayEquals(new int[] {0xFF808080}, new Picture(1).paint(ALL, 0).paint(LEFT, 0xFFFFFF).argb());
    }

    @Test
    void aHoleIsClear() {
        int[] pixels = new Picture(2).paint(ALL, 0x112233).erase(LEFT).argb();
        assertEquals(List.of(0, 255, 0, 255), IntStream.of(pixels).mapToObj(argb -> argb >>> 24).toList());
    }

    @Test
    void figuresHoldWhatIsInThem() {
        Shape disc = Shape.disc(0.5, 0.5, 0.25);
        Shape stroke = Shape.stroke(0.2, 0.5, 0.8, 0.5, 0.2);
        Shape arc = Shape.arc(0.5, 0.5, 0.4, 0.1, -90, 0);
        Shape triangle = Shape.triangle(0.5, 0, 1, 1, 0, 1);
        assertEquals(List.of(true, false), List.of(disc.holds(0.7, 0.5), disc.holds(0.7, 0.7)));
        assertEquals(List.of(true, true, false), List.of(stroke.holds(0.5, 0.59), stroke.holds(0.12, 0.5),
                stroke.holds(0.5, 0.61)));
        assertEquals(List.of(true, false, false), List.of(arc.holds(0.78, 0.22), arc.holds(0.22, 0.22),
                arc.holds(0.5, 0.5)));
        assertEquals(List.of(true, false), List.of(triangle.holds(0.5, 0.5), triangle.holds(0.1, 0.5)));
        assertEquals(true, disc.and(triangle).holds(0.1, 0.95));
    }
}
