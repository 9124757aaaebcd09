package io.deskbell.ui.tray;

/**
 * The icon in each state, drawn for the size it is shown at. The colours stand out on light and on dark panels; each
 * state has a figure of its own, so that nobody needs to tell the colours apart.
 */
final class TrayIcons {
    private static final int BLUE = 0x1F78D1;
    private static final int GREEN = 0x1E8A3E;
    private static final int GREY = 0x777F88;
    private static final int RED = 0xD93A32;
    private static final int AMBER = 0xFFC33D;
    private static final int WHITE = 0xFFFFFF;
    private static final int DARK = 0x222222;

    private static final Shape DISC = Shape.disc(0.5, 0.5, 0.5);
    /** Lying from the upper left to the lower right, open towards the upper right. */
    private static final Shape RECEIVER = Shape.arc(0.78, 0.22, 0.53, 0.13, 82, 188)
            .and(Shape.stroke(0.27, 0.25, 0.36, 0.24, 0.19))
            .and(Shape.stroke(0.75, 0.73, 0.76, 0.64, 0.19));
    private static final Shape WAVES = Shape.arc(0.5, 0.5, 0.14, 0.10, -88, -2)
            .and(Shape.arc(0.5, 0.5, 0.33, 0.10, -88, -2));
    private static final Shape STRUCK_THROUGH = Shape.stroke(0.24, 0.76, 0.76, 0.24, 0.11);
    private static final Shape AROUND_THE_STROKE = Shape.stroke(0.24, 0.76, 0.76, 0.24, 0.27);
    private static final Shape BARS = Shape.stroke(0.37, 0.31, 0.37, 0.69, 0.15)
            .and(Shape.stroke(0.63, 0.31, 0.63, 0.69, 0.15));
    private static final Shape DOTS = Shape.disc(0.26, 0.5, 0.09).and(Shape.disc(0.5, 0.5, 0.09))
            .and(Shape.disc(0.74, 0.5, 0.09));
    private static final Shape AROUND_THE_SIGN = Shape.triangle(0.69, 0.26, 1.12, 1.08, 0.26, 1.08);
    private static final Shape SIGN = Shape.triangle(0.69, 0.38, 1.0, 1.0, 0.38, 1.0);
    private static final Shape EXCLAMATION = Shape.stroke(0.69, 0.63, 0.69, 0.80, 0.08)
            .and(Shape.disc(0.69, 0.91, 0.045));

    private TrayIcons() {
    }

    static Picture draw(TrayState state, int size) {
        Picture picture = new Picture(size);
        return switch (state) {
            case WATCHING -> picture.paint(DISC, BLUE).paint(RECEIVER, WHITE);
            case IN_CALL -> picture.paint(DISC, GREEN).paint(RECEIVER, WHITE).paint(WAVES, WHITE);
            case CONNECTING -> picture.paint(DISC, GREY).paint(DOTS, WHITE);
            case PAUSED -> picture.paint(DISC, GREY).paint(BARS, WHITE);
            case PHONE_LOST -> picture.paint(DISC, RED).paint(RECEIVER, WHITE).paint(AROUND_THE_STROKE, RED)
                    .paint(STRUCK_THROUGH, WHITE);
            case TROUBLE -> picture.paint(DISC, BLUE).paint(RECEIVER, WHITE).erase(AROUND_THE_SIGN)
                    .paint(SIGN, AMBER).paint(EXCLAMATION, DARK);
        };
    }
}
