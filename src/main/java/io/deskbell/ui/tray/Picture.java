package io.deskbell.ui.tray;

/**
 * A square of pixels that figures are painted on with smooth edges. Not Java2D: that would load AWT into a program that
 * has no other use for it.
 */
final class Picture {
    private static final int FINENESS = 4;

    private final int size;
    private final int[] pixels;

    Picture(int size) {
        this.size = size;
        this.pixels = new int[size * size];
    }

    int size() {
        return size;
    }

    /** Rows from the top, each pixel 0xAARRGGBB with colours not multiplied by alpha. */
    int[] argb() {
        return pixels.clone();
    }

    /** @param rgb 0xRRGGBB */
    Picture paint(Shape shape, int rgb) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = over(pixels[i], rgb, coverage(shape, i % size, i / size));
        }
        return this;
    }

    /** Makes a hole. */
    Picture erase(Shape shape) {
        for (int i = 0; i < pixels.length; i++) {
            long alpha = Math.round((pixels[i] >>> 24) * (1 - coverage(shape, i % size, i / size)));
            pixels[i] = (int) alpha << 24 | pixels[i] & 0xFFFFFF;
        }
        return this;
    }

    /** How much of a pixel lies in the figure, 0 to 1. */
    private double coverage(Shape shape, int column, int row) {
        int hits = 0;
        for (int i = 0; i < FINENESS * FINENESS; i++) {
            double x = (column + (i % FINENESS + 0.5) / FINENESS) / size;
            double y = (row + (i / FINENESS + 0.5) / FINENESS) / size;
            if (shape.holds(x, y)) hits++;
        }
        return hits / (double) (FINENESS * FINENESS);
    }

    private static int over(int below, int rgb, double alpha) {
        if (alpha == 0) return below;
        double belowAlpha = (below >>> 24) / 255.0 * (1 - alpha);
        double sum = alpha + belowAlpha;
        int result = (int) Math.round(sum * 255) << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            double mixed = ((rgb >> shift & 255) * alpha + (below >> shift & 255) * belowAlpha) / sum;
            result |= (int) Math.round(mixed) << shift;
        }
        return result;
    }
}
